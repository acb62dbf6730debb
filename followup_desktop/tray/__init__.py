"""The bell tower: icon, reminder window, ticker."""
