"""What hypothesis draws: weights, totals and the files they stand in."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from overens.figures.model import Series
from tests.builders import series

TEST = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
"""The same examples every time, so that a red build is red for everyone."""

CODES = [
    "01",
    "03",
    "04",
    "05",
    "06",
    "07",
    "08",
    "09",
    "10",
    "12",
    "13",
    "14",
    "17",
    "18",
    "19",
    "20",
    "21",
    "22",
    "23",
    "24",
    "25",
]

totals = st.one_of(
    st.integers(0, 50),
    st.integers(0, 10**10),
    st.sampled_from([0, 1, 20, 21, 22, 10**15, 10**15 + 1, 10**30, 10**30 - 1]),
)


@st.composite
def weights(draw: st.DrawFn, most: int = 21, least: int = 1) -> dict[str, int]:
    """Return whole weights, not all zero, for some of the codes, in any order."""
    n = draw(st.integers(least, most))
    codes = draw(st.permutations(CODES[:n]))
    one = st.one_of(st.integers(0, 9), st.integers(0, 10**8))
    drawn = {code: draw(one) for code in codes}
    if not any(drawn.values()):
        drawn[codes[0]] = 1
    return drawn


def figure(values: dict[str, int]) -> Series:
    """Return the weights as the figure 'w'."""
    return series("w", dict(values))
