"""Today: whom to call and why now (M-45 … M-48)."""
