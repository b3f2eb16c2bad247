"""What is worked out beforehand for a draw gives what the pot gives when it is divided anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.scenario.drawn import draw_pot
from overens.scenario.variables import CERTAIN
from tests.scenario.uncertain_outcomes import drawn

ROWS = (
    "  - {utfall: x, per: 2024-02, fördelning: {lägst: 55, p50: 60, högst: 90}}\n"
    "  - {utfall: y, för: ['03'], per: 2024-01/2024-02, fördelning: {lägst: 15, högst: 25}}\n"
)
STEPS = "steg: [{från: 1, andel: 25 %}, {från: 5, andel: 100 %}], eller minst: 85,"
FATES = ("förfaller", "bonuspott", "ej funnet", "delas av dem som uppfyller villkoren")


@pytest.mark.parametrize("x", ["", "eller minst: 80,", STEPS])
@pytest.mark.parametrize("fate", FATES)
@given(data=st.data())
def test_worked_out_beforehand_is_divided_anew(fate: str, x: str, data: st.DataObject) -> None:
    pot, variables = drawn(ROWS, fate, x)
    values = [one.value(data.draw(st.integers(0, CERTAIN - 1))) for one in variables]
    one, anew = draw_pot(pot, values), draw_pot(replace(pot, graded=None), values)
    assert one == anew
    assert one.awarded_kr + one.lapsed_kr + one.undistributed_kr == 1_000_000


def test_only_a_fate_that_needs_each_requirement_is_divided_anew() -> None:
    assert [drawn(ROWS, fate)[0].graded is None for fate in FATES] == [False, False, False, True]


def test_a_month_that_another_is_compared_with_is_divided_anew() -> None:
    rows = "".join(
        f"  - {{utfall: x, per: {year}-02, fördelning: {{lägst: 55, högst: 65}}}}\n" for year in (2023, 2024)
    )
    pot, variables = drawn(rows)
    assert pot.graded is None
    high, low = [65_000] * 3 + [60_000] * 3, [55_000] * 3 + [60_000] * 3
    assert draw_pot(pot, high).kr != draw_pot(pot, low).kr
    assert len(variables) == 6
