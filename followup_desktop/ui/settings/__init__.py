"""The shop, its hours and people, and how the program looks."""
