"""The cellar: the only room that knows peewee and SQLite."""
