"""Answers -> pictures whose titles state the finding, each with its table."""
