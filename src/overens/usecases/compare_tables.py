"""A comparison -> tables: by pot and recipient, by pot, and by recipient; before, after, and what each cause gives or takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from overens.export.csv_table import Cell, Table
from overens.scenario.attribute import Cause, Who
from overens.scenario.compare import PotChange
from overens.usecases.compare import Changes, recipients_of
from overens.usecases.tables import CODE, KIND, NAME, POT
from overens.usecases.wording.compare import causes_of
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Text, join_texts

_CAUSES = {
    Cause.ENVELOPE: Text("beloppet", "the amount"),
    Cause.FIGURE: Text("underlaget", "the figures"),
    Cause.RULE: Text("regeln", "the rule"),
    Cause.PERFORMANCE: Text("villkor och prestation", "conditions and performance"),
    Cause.POT: Text("ny eller upphörd pott", "pot new or ended"),
}


def cause_words(cause: Cause) -> Text:
    """Return a cause as words."""
    return _CAUSES[cause]


def changes_table(changes: Changes, register: Register) -> Table:
    """Every recipient of every pot that could be compared, in kronor; the causes sum to the difference."""
    return Table(
        _title(changes),
        ("pot", "kind", "code", "name", *_NAMES),
        (POT, KIND, CODE, NAME, *_headings()),
        tuple(row for change in changes.comparison.changes for row in _rows(changes, change, register)),
    )


def pots_table(changes: Changes) -> Table:
    """Every pot that could be compared, in kronor, and why it differs; the causes sum to the difference."""
    return Table(
        _title(changes),
        ("pot", *_NAMES, "why"),
        (POT, *_headings(), Text("Varför", "Why")),
        tuple(
            (
                line.pair.name,
                line.before_kr,
                line.after_kr,
                line.difference_kr,
                *(line.causes.get(cause, 0) for cause in Cause),
                join_texts(causes_of(line), "; "),
            )
            for line in changes.lines
        ),
    )


def gains_table(changes: Changes, register: Register) -> Table:
    """Everyone's kronor of all that could be compared, who gains most first; the causes sum to the difference."""
    sums: dict[Who, list[int]] = {}
    for change in changes.comparison.changes:
        for who in change.recipients:
            row = sums.setdefault(who, [0] * len(_NAMES))
            for n, kr in enumerate(_numbers(change, who)):
                row[n] += kr
    place = (changes.place.kind, changes.place.code) if changes.place else None
    names = {(who.kind, who.code): who.name for who in recipients_of(changes.before, changes.after)}
    order = sorted(sums, key=lambda who: (-sums[who][2], who[0].value, who[1]))
    return Table(
        _title(changes),
        ("kind", "code", "name", *_NAMES),
        (KIND, CODE, NAME, *_headings()),
        tuple(
            (kind.name.lower(), code, _name(register, names, (kind, code)), *sums[kind, code])
            for kind, code in order
            if place in (None, (kind, code))
        ),
    )


_NAMES = ("before_kr", "after_kr", "difference_kr", *(f"{cause.name.lower()}_kr" for cause in Cause))


def _headings() -> tuple[Text, ...]:
    numbers = (Text("Före", "Before"), Text("Efter", "After"), Text("Skillnad", "Difference"))
    return (*numbers, *(cause_words(cause) for cause in Cause))


def _title(changes: Changes) -> Text:
    return Text("{a} → {b}, kronor", "{a} → {b}, kronor", {"a": changes.before.name, "b": changes.after.name})


def _name(register: Register, names: Mapping[Who, str], who: Who) -> str:
    known = register.get(*who)
    return known.name if known else names.get(who, who[1])


def _rows(changes: Changes, change: PotChange, register: Register) -> Iterator[tuple[Cell, ...]]:
    place = (changes.place.kind, changes.place.code) if changes.place else None
    for who in sorted(change.recipients, key=lambda one: (one[0].value, one[1])):
        if place in (None, who):
            yield _row(change, who, register)


def _row(change: PotChange, who: Who, register: Register) -> tuple[Cell, ...]:
    kind, code = who
    return (change.pair.name, kind.name.lower(), code, _name(register, {}, who), *_numbers(change, who))


def _numbers(change: PotChange, who: Who) -> tuple[int, ...]:
    """Return the numbers of the columns in `_NAMES`."""
    before, after = change.before_kr(who), change.after_kr(who)
    effects = {effect.cause: effect.kr.get(who, 0) for effect in change.effects}
    return (before, after, after - before, *(effects.get(cause, 0) for cause in Cause))
