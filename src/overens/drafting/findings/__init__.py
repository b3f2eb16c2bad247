"""What was read -> what does not agree within it or with the library."""
