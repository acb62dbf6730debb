"""Followup: whom to call and why now, what to say, and how to come back to the purpose."""

__version__ = "0.1.0"
