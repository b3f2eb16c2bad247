"""A pot as written -> a scenario file with every value that can be changed, as it stands now, ready to take a '#' away."""

from __future__ import annotations

from collections.abc import Iterator

from overens.agreement.checks import pot_path
from overens.agreement.figure_checks import figures_named, outcomes_named
from overens.agreement.model import Pot
from overens.agreement.performance import Measured
from overens.agreement.read_agreement import Written
from overens.agreement.rules import BaseKey, EqualKey, MixKey, ShareKey
from overens.allocation.recipients import is_single
from overens.scenario.scenario_file import PARTS, Scenario
from overens.vocabulary.money import Amount
from overens.writing.clauses import check_tree
from overens.writing.graft import value_at
from overens.writing.tree import Path, Tree
from overens.writing.values import Missing
from overens.writing.write_clause import write_clause

_HEAD = """\
# Ett scenario för {pot}, med allt som går att ändra så som det står nu.
# Ta bort '#' framför det som ska ändras, skriv det nya värdet, och kör: overens simulate FIL
# Stryk det som inte ska ändras; två ändringar av samma värde i en fil går inte.
"""
_NO_VALUES = {"källa", "härlett", "känd från", "anmärkning", "bedöms av"}
"""Keys that say something of a rule and are no part of it."""
_CAN_BE_BOUND = (ShareKey, EqualKey, BaseKey, MixKey)
"""Keys whose shares a floor or cap can change."""


def template(written: Written, path: tuple[str, ...]) -> str:
    """Return a scenario file for the pot: its amount as it stands, and everything else as comments."""
    at, pot = pot_path(path), path[-1]
    agreement = written.agreement.id
    said = value_at(written.tree.value, at)
    leaf = dict(written.agreement.leaves())[path]
    known = isinstance(leaf.amount, Amount)
    first = {"namn": "oförändrat", "i": pot, **_part(said, "belopp" if known else "till")}
    name = f"Prövat i {agreement}/{pot}"
    lines = [
        _HEAD.format(pot=f"{agreement}/{pot}"),
        _written({"namn": name, "gäller": agreement, "ändringar": [first]}),
    ]
    lines += [] if known else ["  # Beloppet, som inte är känt:", _commented({"i": pot, "belopp": "100 Mkr"})]
    whole = [key for key in PARTS[1:] if key in said and (known or key != "till")]
    lines += ["  # Hela delar av regeln:"] * bool(whole)
    lines += [_commented({"i": pot, **_part(said, key)}) for key in whole]
    if leaf.bounds is None and isinstance(leaf.key, _CAN_BE_BOUND) and leaf.to is not None and not is_single(leaf.to):
        lines += ["  # Golv och tak, som inte finns nu:"]
        lines += [_commented({"i": pot, "gränser": {"golv": "1 Mkr", "tak": "500 Mkr"}})]
    deep = [*_values(written.tree, at)]
    for heading, unknown in (("Värden som ingen källa ger; anta dem:", True), ("Ett värde i taget:", False)):
        mine = [(where, value) for where, value in deep if (value in set(Missing)) is unknown]
        lines += [f"  # {heading}"] * bool(mine)
        lines += [_commented({"i": pot, "värde": where, "blir": value}) for where, value in mine]
    moved = [*_figures(written, at), *_outcomes(written, at, leaf)]
    lines += ["  # Underlag och utfall som potten läser:"] * bool(moved)
    lines += [_commented({**one, "ändras": "+1 procent"}) for one in moved]
    lines += ["# Håll avtalets summa; det som saknas tas från de andra potterna:", "# samma summa: ja"]
    return "\n".join(lines) + "\n"


def _part(said: dict[str, object], key: str) -> dict[str, object]:
    """Return a part of the pot without its sources, which a scenario has none of."""
    return {key: _without_sources(said[key])}


def _without_sources(value: object) -> object:
    match value:
        case dict():
            return {key: _without_sources(one) for key, one in value.items() if key not in ("källa", "känd från")}
        case list():
            return [_without_sources(one) for one in value]
        case _:
            return value


def _commented(change: dict[str, object]) -> str:
    """Return the change as an item of the list, behind '#'."""
    said = {key: value for key, value in change.items() if value is not None}
    lines = _written({"namn": "-", "ändringar": [said]}).partition("ändringar:\n")[2].splitlines()
    return "\n".join(f"  # {line[2:]}" for line in lines if line)


def _written(value: dict[str, object]) -> str:
    checked = check_tree(Scenario, Tree("", value))
    assert checked.value is not None, [problem.say() for problem in checked.problems]
    return write_clause(checked.value).rstrip("\n")


def _values(tree: Tree, at: Path) -> Iterator[tuple[str, str]]:
    """Yield every single value in the pot's rule, with the path that a change names it by."""
    rest: list[tuple[tuple[str, ...], object]] = [
        ((key,), value) for key, value in reversed(value_at(tree.value, at).items()) if key in PARTS[1:]
    ]
    while rest:
        path, value = rest.pop()
        if isinstance(value, dict):
            rest += [((*path, key), one) for key, one in reversed(value.items()) if key not in _NO_VALUES]
        elif isinstance(value, list):
            rest += [((*path, str(n)), one) for n, one in reversed([*enumerate(value, 1)])]
        elif isinstance(value, str) and len(path) > 1:  # a part of one word stands whole above
            yield "/".join(path), value


def _figures(written: Written, at: Path) -> list[dict[str, object]]:
    """Return every figure that the pot reads, with its date; one whose date is not known is not read."""
    read = (one for one in figures_named(written) if one[0][: len(at)] == at and "bilaga" not in one[0])
    named = [(name, on) for _, name, on, _ in read]
    mine = dict.fromkeys((name, on.words if on else None) for name, on in named if not isinstance(on, Missing))
    return [{"underlag": name, "för": "alla", "per": on} for name, on in mine]


def _outcomes(written: Written, at: Path, pot: Pot) -> list[dict[str, object]]:
    """Return every outcome that the pot is measured by, over the time it is measured."""
    measured = getattr(pot.performance, "measured", None)
    names = dict.fromkeys(name for where, name, _ in outcomes_named(written) if where[: len(at)] == at)
    span = f"{measured.start}/{measured.end}" if isinstance(measured, Measured) else None
    return [{"utfall": name, "för": "alla", "per": span} for name in names]
