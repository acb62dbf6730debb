"""The room of words given: promises, problems, referrals."""
