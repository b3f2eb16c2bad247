"""A document that was read -> the terminal: the text with its sums marked, and what they are."""
