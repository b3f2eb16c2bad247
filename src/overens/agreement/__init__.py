"""What was agreed, clause by clause."""
