"""Ahead: what is coming, and whom something new might please (M-41, M-73)."""
