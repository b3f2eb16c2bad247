"""A place and a year -> its notice as it is printed: one page for a decision, then all that stands behind it."""
