"""Customers: the whole list, searched, filtered and sorted (M-55, M-56)."""
