"""What was read beside the agreements of a library -> which one it is about, and what is the same, other or missing."""
