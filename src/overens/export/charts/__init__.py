"""Rows -> Vega-Lite specifications, made with Altair."""
