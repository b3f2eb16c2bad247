"""A page -> the sums of money in it, with how near, for when and per what."""
