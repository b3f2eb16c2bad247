"""CSV and JSON out."""
