"""The whole library as tables of typed columns, one file for each."""
