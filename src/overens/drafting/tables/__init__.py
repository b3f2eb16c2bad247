"""A page -> its tables and lists of recipients, column by column."""
