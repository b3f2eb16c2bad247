"""What was measured, with date and source."""
