"""Orders: what is on its way to somebody, late ones first (M-37)."""
