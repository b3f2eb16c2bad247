"""A comparison -> a table: each pot and recipient, before, after, and what each cause gives or takes."""

from __future__ import annotations

from collections.abc import Iterator

from overens.export.csv_table import Cell, Table
from overens.scenario.attribute import Cause, Who
from overens.scenario.compare import PotChange
from overens.usecases.compare import Changes
from overens.usecases.tables import CODE, KIND, NAME, POT
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Text

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
        Text("{a} → {b}, kronor", "{a} → {b}, kronor", {"a": changes.before.name, "b": changes.after.name}),
        (
            "pot",
            "kind",
            "code",
            "name",
            "before_kr",
            "after_kr",
            "difference_kr",
            *(f"{cause.name.lower()}_kr" for cause in Cause),
        ),
        (
            POT,
            KIND,
            CODE,
            NAME,
            Text("Före", "Before"),
            Text("Efter", "After"),
            Text("Skillnad", "Difference"),
            *(cause_words(cause) for cause in Cause),
        ),
        tuple(row for change in changes.comparison.changes for row in _rows(changes, change, register)),
    )


def _rows(changes: Changes, change: PotChange, register: Register) -> Iterator[tuple[Cell, ...]]:
    place = (changes.place.kind, changes.place.code) if changes.place else None
    for who in sorted(change.recipients, key=lambda one: (one[0].value, one[1])):
        if place in (None, who):
            yield _row(change, who, register)


def _row(change: PotChange, who: Who, register: Register) -> tuple[Cell, ...]:
    kind, code = who
    known = register.get(kind, code)
    before, after = change.before_kr(who), change.after_kr(who)
    effects = {effect.cause: effect.kr.get(who, 0) for effect in change.effects}
    return (
        change.pair.name,
        kind.name.lower(),
        code,
        known.name if known else code,
        before,
        after,
        after - before,
        *(effects.get(cause, 0) for cause in Cause),
    )
