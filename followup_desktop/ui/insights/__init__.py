"""Insights: what following up brings, counted honestly (M-67 … M-74)."""
