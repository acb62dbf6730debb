"""A customer's card: everything known about them, their story, and what comes up (M-51 … M-57)."""
