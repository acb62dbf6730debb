"""The tables of the search, which only SQLite knows. Made by a migration, used by `search.py`.

The indexes are FTS5 over columns that are there anyway ("external content"), so they hold no text
of their own, SQLite itself can compare them with their tables, and can make them anew. What stands
inside a word is looked up among the words, of which there are far fewer than customers.
"""

WORDS = "customer_words"
"""Customers by their words and the beginnings of words."""
VOCABULARY = "customer_word"
"""Every word, with the number of customers that have it."""
PARTS = "word_parts"
"""Words by any three letters in a row."""
NUMBERS = "phone_parts"
"""Phones by any three digits in a row."""
CUTS = "word_cut"
"""Words by what is left of them without one letter, for slips."""

# Words are folded in Python; "ascii" takes every other letter as it is. What it would part at is
# what a folded word may hold besides letters.
_WORDS = "ascii tokenchars ''$+<=>^`|~''"
_LEAN = "detail='none', columnsize=0"

CREATE = (
    f"""CREATE VIRTUAL TABLE "{WORDS}" USING fts5(search_key, content='customer',
    content_rowid='id', tokenize='{_WORDS}', prefix='1 2 3 4 5',
    {_LEAN})""",
    f"""CREATE TABLE "{VOCABULARY}" ("id" INTEGER NOT NULL PRIMARY KEY,
    "word" TEXT NOT NULL UNIQUE, "customers" INTEGER NOT NULL)""",
    f"""CREATE VIRTUAL TABLE "{PARTS}" USING fts5(word, content='{VOCABULARY}',
    content_rowid='id', tokenize='trigram case_sensitive 1', {_LEAN})""",
    f"""CREATE VIRTUAL TABLE "{NUMBERS}" USING fts5(number, content='phone',
    content_rowid='id', tokenize='trigram case_sensitive 1', {_LEAN})""",
    f"""CREATE TABLE "{CUTS}" ("cut" TEXT NOT NULL, "word_id" INTEGER NOT NULL,
    PRIMARY KEY ("cut", "word_id")) WITHOUT ROWID""",
)
