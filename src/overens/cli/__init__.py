"""Commands in, tables, CSV or JSON out."""
