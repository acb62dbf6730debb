"""The foundation: the follow-up method in plain Python. No I/O, no clock, no Qt, no peewee."""
