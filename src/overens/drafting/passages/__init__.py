"""A page -> the sentences that speak of a rule, and which kind it may be."""
