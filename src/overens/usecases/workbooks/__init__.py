"""Allocations -> workbooks whose kronor follow from their inputs by live formulas."""
