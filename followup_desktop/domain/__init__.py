"""The foundation: what the follow-up method is, in plain Python. No I/O, no clock, no Qt, no peewee."""
