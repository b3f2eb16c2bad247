"""How much of a document is read at most, and what the child that reads it may use."""

from __future__ import annotations

MOST_BYTES = 25_000_000
MOST_TEXT = 10_000_000
"""Characters that a document may give."""

MOST_PAGES = 500
MOST_DEPTH = 5_000
"""Elements within elements in a web page; browsers stop at 512, and the parser's time grows as the square."""

MOST_MEMBERS = 2_000
MOST_UNPACKED = 200_000_000
MOST_DIRECTORY = 1_000_000
LARGEST_PART = 100_000_000
MOST_TIMES_SMALLER = 300
"""How many times smaller than its content a member of a package may be, once it holds more than `LARGE_PART`."""

LARGE_PART = 2_000_000

MOST_SHEETS = 100
MOST_CELLS = 200_000
"""Cells with something in them in a whole workbook."""

MOST_ROWS = 5_000
MOST_COLUMNS = 1_000
LONGEST_CELL = 1_000

CHILD_MEMORY = 768 * 1024 * 1024
"""Bytes of address space on top of what the child has when it begins."""

CHILD_SECONDS = 20
"""Processor time."""

CHILD_WAIT = 40
"""Seconds by the clock, after which the child is ended."""
