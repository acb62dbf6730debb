"""What stands on every page: the rail, the top bar, the bars that come and go, and messages."""
