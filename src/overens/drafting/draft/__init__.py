"""What was read -> a draft agreement file for a person to finish."""
