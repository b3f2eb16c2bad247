"""The words that sums of money are written with -> patterns that read a number, a unit, a hedge, a year."""
