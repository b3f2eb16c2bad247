"""What moves between two sides -> where the money comes from and goes to, and who gets a pot on one side only, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from overens.scenario.moved import Balance, Qualification
from overens.usecases.wording.compare import signed
from overens.vocabulary.wording import Text, join_texts, kronor


def from_and_to(moved: Balance) -> list[Text]:
    """Return where the money that moves comes from, and where it goes; both sums are the same. Nothing if none moves."""
    sources = (
        (moved.lost_kr, Text("de som får mindre", "those who get less")),
        (moved.pots_kr, Text("staten, som lägger till", "the state, which adds")),
        (-moved.lapsed_kr, Text("det som annars förfaller", "what else lapses")),
        (-moved.undistributed_kr, Text("det som annars inte fördelas", "what else is undistributed")),
    )
    ends = (
        (moved.gained_kr, Text("de som får mer", "those who get more")),
        (-moved.pots_kr, Text("staten, som behåller", "the state, which keeps")),
        (moved.lapsed_kr, Text("förfaller", "lapses")),
        (moved.undistributed_kr, Text("fördelas inte", "is undistributed")),
    )
    assert sum(kr for kr, _ in sources if kr > 0) == sum(kr for kr, _ in ends if kr > 0)
    if not any(kr for kr, _ in (*sources, *ends)):
        return []
    return [
        _parts(Text("Pengarna kommer från: {parts}.", "The money comes from: {parts}."), sources),
        _parts(Text("Pengarna går till: {parts}.", "The money goes to: {parts}."), ends),
    ]


def _parts(words: Text, parts: Sequence[tuple[int, Text]]) -> Text:
    said = [Text("{who} {kr}", "{who} {kr}", {"who": who, "kr": kronor(kr)}) for kr, who in parts if kr > 0]
    return Text(words.sv, words.en, {"parts": join_texts(said, "; ")})


def qualified_words(newly: Sequence[Qualification], no_longer: Sequence[Qualification]) -> Iterator[Text]:
    """Yield who newly qualifies for which pot, and who no longer does."""
    for those, words in (
        (newly, Text("Får nu del av {pot}: {who}.", "Newly qualified for {pot}: {who}.")),
        (no_longer, Text("Får inte längre del av {pot}: {who}.", "No longer qualified for {pot}: {who}.")),
    ):
        for pot, some in groupby(those, lambda one: one.pot):
            who = ", ".join(f"{one.who.name} ({signed(one.after_kr - one.before_kr)})" for one in some)
            yield Text(words.sv, words.en, {"pot": pot, "who": who})
