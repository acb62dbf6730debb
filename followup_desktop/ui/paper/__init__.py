"""On paper: the day's list and one customer's call sheet. Imported when somebody prints."""
