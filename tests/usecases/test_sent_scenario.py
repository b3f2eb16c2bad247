"""A scenario that is sent, as text or as an object, is the same scenario; what is wrong is told where it stands."""

from __future__ import annotations

from typing import Any

import pytest

from overens.usecases.sent_scenario import read_sent

TEXT = "namn: golv\ngäller: a-2024\nändringar:\n  - i: b\n    gränser: {golv: 20 Mkr}\nsamma summa: ja\n"
OBJECT: dict[str, Any] = {
    "namn": "golv",
    "gäller": "a-2024",
    "ändringar": [{"i": "b", "gränser": {"golv": "20 Mkr"}}],
    "samma summa": True,
}


def test_text_and_object_are_the_same_scenario() -> None:
    text, written = read_sent(TEXT, 9), read_sent(OBJECT, 9)
    assert text.written is not None
    assert written.written is not None
    assert text.written.scenario == written.written.scenario
    assert (text.pointers, text.problems, written.problems) == (None, (), ())


@pytest.mark.parametrize(
    ("changed", "pointer"),
    [
        ({"gäler": "a-2024"}, "/scenario/gäler"),
        ({"ändringar": [{"i": "b", "gränser": {"golv": "20 Nkr"}}]}, "/scenario/ändringar/0/gränser/golv"),
        ({"ändringar": [{"i": "b", "a/b~c": "1"}]}, "/scenario/ändringar/0/a~1b~0c"),
        ({"ändringar": [{"i": "b", "gränser": {"golv": "1 kr"}}] * 3}, "/scenario/ändringar"),
        ({"osäkert": "x"}, "/scenario/osäkert"),
    ],
)
def test_what_is_wrong_is_pointed_at(changed: dict[str, Any], pointer: str) -> None:
    found = read_sent({**OBJECT, **changed}, 2)
    assert found.written is None
    assert found.pointers is not None
    assert pointer in {found.pointers.get(one.place) for one in found.problems}
