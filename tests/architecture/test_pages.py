"""The generated pages are those that were committed, and say something of every kind of rule."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest

from overens.agreement.performance import Performance
from overens.agreement.rules import Bound, Condition, Fate, Key, Method
from overens.allocation.earnings import How
from pages.build import DOCS, OWN_FOLDER, generated_pages, write_pages, written
from pages.census import CENSUS
from pages.examples import MENDED, Example, compute
from pages.rule_kinds import ONE_REQUIREMENT, SECTIONS, RuleKind
from pages.rules import census_of, is_computed

KINDS = [kind for section in SECTIONS for kind in section.kinds]


def models_of(union: Any) -> list[type]:
    """Return the models of a closed set of kinds: Annotated[Annotated[Model, Tag] | …, Discriminator]."""
    return [get_args(member)[0] for member in get_args(get_args(union)[0])]


def test_the_pages_are_those_that_are_made_now() -> None:
    pages = generated_pages()
    stale = [name for name, text in pages.items() if written(DOCS / name) != text]
    old = [f"{OWN_FOLDER}/{path.name}" for path in (DOCS / OWN_FOLDER).glob("*.md")]
    gone = [name for name in old if name not in pages]
    assert stale + gone == [], "sidorna i docs är inte de som skrivs nu: kör make docs"


def test_making_them_again_changes_nothing(tmp_path: Path) -> None:
    pages = {"a.md": "A\n", f"{OWN_FOLDER}/b.md": "B\n"}
    (tmp_path / OWN_FOLDER).mkdir()
    (tmp_path / OWN_FOLDER / "old.md").write_text("old", encoding="utf-8")
    (tmp_path / "own.md").write_text("skriven för hand", encoding="utf-8")

    assert write_pages(tmp_path, pages) == (["a.md", f"{OWN_FOLDER}/b.md"], [f"{OWN_FOLDER}/old.md"])
    assert write_pages(tmp_path, pages) == ([], [])
    assert sorted(path.name for path in tmp_path.rglob("*.md")) == ["a.md", "b.md", "own.md"]


def test_every_kind_of_rule_has_a_text_and_an_example() -> None:
    """A new kind needs its text in pages/rule_kinds.py."""
    there = {kind.of for kind in KINDS}
    wanted = [model for union in (Key, Bound, Condition, Performance) for model in models_of(union)]
    missing = [str(of) for of in (*wanted, *Fate, *Method) if of not in there]
    assert len(wanted) >= 19
    assert missing == [], "skriv sortens text och exempel i pages/rule_kinds.py"
    assert all(kind.means and kind.examples for kind in KINDS)
    assert len(there) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(getattr(kind.of, "__name__", kind.of)))
def test_every_example_is_sound_and_shows_its_kind(kind: RuleKind) -> None:
    for example in kind.examples:
        pot = compute(example).pot
        shown: list[object] = [
            pot.key,
            *(pot.conditions),
            pot.performance,
            *(c for i in pot.instalments for c in i.conditions),
        ]
        shown += [pot.bounds.floor, pot.bounds.cap] if pot.bounds else []
        words = {pot.rounding.method, pot.unearned.fate if pot.unearned else None}
        assert kind.of in {*map(type, shown), *words}


def test_an_example_that_is_not_sound_stops_the_page() -> None:
    with pytest.raises(ValueError, match="finns inte"):
        compute(Example("belopp: 10 Mkr\ntill: regioner\nfördelning: {andel av: folkmangd, per: 2024-12-31}"))


def test_all_thirty_kinds_of_rule_in_real_decisions_are_said_to_be_written_somehow() -> None:
    names = Counter(kind.key for kind in KINDS)
    assert list(CENSUS) == [f"R{n}" for n in range(1, 31)]
    assert [n for n, rule in CENSUS.items() if not rule.kinds and not rule.beside] == []
    assert [name for rule in CENSUS.values() for name in rule.kinds if names[name] != 1] == []


def test_what_the_page_says_of_a_kind_comes_from_the_program() -> None:
    by_key = {(section.key, kind.key): kind for section in SECTIONS for kind in section.kinds}
    assert census_of(by_key["fördelning", "grundbelopp"]) == ("R3",)
    assert is_computed(by_key["fördelning", "lika"])
    assert not is_computed(by_key["fördelning", "ej publicerad"])


def test_the_numbers_written_in_the_text_about_performance_are_the_computed_ones() -> None:
    pot = compute(Example(f"{ONE_REQUIREMENT}bonuspott"))
    assert pot.base is not None
    assert pot.base.earnings is not None
    cells = {(cell.code, cell.period): cell for cell in pot.base.earnings.cells}
    assert list(pot.base.ceilings.values()) == [5_000_000, 3_000_000, 2_000_000]
    assert [cells[code, "2025-01"].ceiling for code in ("01", "03", "04")] == [2_500_000, 1_500_000, 1_000_000]
    january = cells["03", "2025-01"]
    assert january.value == 79
    assert january.compared == 80
    assert january.how is How.MISSED
    assert sum(award.bonus_kr for award in pot.awards) == 2_500_000
    mended = compute(Example(f"{ONE_REQUIREMENT}bonuspott".replace("utfall: besök-i-tid", f"utfall: {MENDED}")))
    assert mended.base is not None
    assert mended.base.earnings is not None
    assert mended.base.earnings.of("03")[0].value == 81
