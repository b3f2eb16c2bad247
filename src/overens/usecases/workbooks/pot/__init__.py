"""One pot -> sheets in which its amount and its figures become kronor, a formula at a time."""
