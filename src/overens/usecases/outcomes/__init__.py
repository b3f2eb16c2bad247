"""Outcomes: a template to fill in, what is wrong in a filled one, and the figure files that it becomes."""
