"""A page -> its days and months, and what each is the date of."""
