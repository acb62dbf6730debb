"""The tables of the search, which only SQLite knows. Made by a migration, used by `search.py`.

Both indexes are FTS5 over a column that is there anyway ("external content"), so they hold no text
of their own, SQLite itself can compare them with the table, and can make them anew.
"""

WORDS = "customer_words"
"""Whole words and their beginnings."""
PARTS = "customer_parts"
"""Any three letters in a row: what stands inside a word."""
NUMBERS = "phone_parts"
"""Any three digits in a row."""
VOCABULARY = "customer_word"
"""Every word with the number of customers that have it: for slips."""

# Words are folded in Python; "ascii" takes every other letter as it is. What it would part at is
# what a folded word may hold besides letters.
_WORDS = "ascii tokenchars ''$+<=>^`|~''"

CREATE = (
    f"""CREATE VIRTUAL TABLE "{WORDS}" USING fts5(search_key, content='customer',
    content_rowid='id', tokenize='{_WORDS}', prefix='1 2', detail='none',
    columnsize=0)""",
    f"""CREATE VIRTUAL TABLE "{PARTS}" USING fts5(search_key, content='customer',
    content_rowid='id', tokenize='trigram case_sensitive 1', detail='none', columnsize=0)""",
    f"""CREATE VIRTUAL TABLE "{NUMBERS}" USING fts5(number, content='phone',
    content_rowid='id', tokenize='trigram case_sensitive 1', detail='none', columnsize=0)""",
    f"""CREATE TABLE "{VOCABULARY}" (word TEXT NOT NULL PRIMARY KEY, customers INTEGER NOT NULL)
    WITHOUT ROWID""",
)
