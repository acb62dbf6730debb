"""The cadence: which follow-ups an event plans, with the day handed in.

Rules are data (`rules`); an event is a pure function to `PlannedFollowUp`s (`after_visit`,
`after_order`, `after_call`, `after_word`, `around_dates`); `needless` says what it closes.
"""
