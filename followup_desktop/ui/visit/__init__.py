"""Record a visit, in twenty seconds or less (M-32 … M-37)."""
