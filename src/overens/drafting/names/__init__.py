"""A page -> the names of the agreements in it."""
