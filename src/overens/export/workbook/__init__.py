"""Sheets of cells and live formulas -> the bytes of a workbook."""
