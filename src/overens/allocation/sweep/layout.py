"""Where each number of a pot stands in the one row of whole numbers that the kernel reads."""

from __future__ import annotations

# How own shares come about
SHARED, LISTED, FIXED, EARNED, PRICED = range(5)

# What becomes of what nobody earned
LAPSES, STAYS, BONUS, WHOLE = range(4)

# How a pot ended in one scenario
COMPUTED, FLOORS_NEED_MORE, BASES_NEED_MORE, NO_WEIGHTS, EARNED_MORE, FATE_NOT_SERVED, BROKEN = range(7)

# How shares become whole kronor
LARGEST_REMAINDER, NEAREST, DOWN = range(3)

# One pot's numbers, in this order
START = 0  # the first recipient of the pot on the axis of recipients
COUNT = 1  # how many recipients from there
KEY = 2
TERMS = 3  # figures mixed in the key, or kinds of acts with a unit price
NORMALISED = 4  # 1: each figure is divided by its own sum before mixing
DENOMINATOR = 5  # of listed shares
CAPPED = 6  # 1: every recipient has a cap
FATE = 7
GRADES_OF = 8  # the common denominator of the grades; 0: no grades
REFILL = 9  # 1: floors and caps hold for the bonus as well
METHOD = 10
UNIT = 11
REST_TO = 12  # counted from START; -1: nobody
REDUCED = 13  # 1: more earned than the pot is reduced in proportion
OPEN_ENDED = 14  # 1: the pot is what is earned
WIDE = 15  # how many places a row of the pot takes in tables and scratch; those after COUNT are 0
ONE_FLOOR = 16  # 1: a row of floors is one number, the same for everyone
ALONGSIDE = 17  # 1: scenarios are worked out side by side (see lanes.py)
SIZE = 18

# Each table after them: where its first row begins, and how far it is to the next scenario's row (0: the same row)
AMOUNT, COEFFICIENT, WEIGHT, BASE, FLOOR, CAP, GATE, GRADE, GIVEN, PRICE, BASELINE, CEILING, MEASURED, AT_LEAST = range(
    14
)
TABLES = 14
FIELDS = SIZE + 2 * TABLES
STEP = 32
"""Rows take a whole number of these, so that the processor goes through each with no odd ones left."""

NOWHERE = -1
"""Where a table begins that the pot does not have."""
