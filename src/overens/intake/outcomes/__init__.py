"""Files of outcomes on disk -> heads and cells, or why they cannot be read."""
