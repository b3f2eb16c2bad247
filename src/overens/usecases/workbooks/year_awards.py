"""Allocations -> the table of every award and ceiling of a year, the rows that the year's sums count from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from overens.allocation.model import Allocation, Award, PotAllocation, State
from overens.export.csv_table import Cell, Table
from overens.notice.standing import Standing, standing_words
from overens.usecases.tables import AGREEMENT, CODE, KIND, LEAST, MOST, NAME, POT
from overens.usecases.workbooks.pot.of_book import OfPots, award_cell, first_cell
from overens.usecases.workbooks.table_sheet import Here, Live, Plan, live
from overens.usecases.workbooks.words import REASON, ROUGH, SURENESS, roughly
from overens.vocabulary.money import SURE, Amount
from overens.vocabulary.recipients import Recipient, RecipientKind, kind_words
from overens.vocabulary.wording import NO, YES, Language, Text

_KINDS = {kind_words(kind).say(): kind for kind in RecipientKind}
NOTE = Text(
    "Tilldelat är formler till pottens blad; taken är värden.",
    "Awarded are formulas that lead to the pot's sheet; the ceilings are values.",
)


def awards_sheet(table: Table, of: OfPots, name: str, language: Language) -> Live:
    """Return the awards, read from the pots' sheets."""

    def awarded(_: Here, values: Mapping[str, Cell]) -> str:
        kind = values["kind"]
        assert isinstance(kind, Text)
        return award_cell(of, values["agreement"], values["pot"], (_KINDS[kind.say()], str(values["code"])))

    plan = Plan(
        name,
        "awards",
        (NOTE,),
        {"awarded_kr": awarded},
        ("awarded_kr",),
        inside={"pot": lambda values: first_cell(of, values["agreement"], values["pot"])},
        inputs=("ceiling_kr",),
        widths={"reason": 60},
        frozen=5,
        filtered=True,
    )
    return live(table, plan, language)


def awards_table(allocations: Iterable[Allocation], held: frozenset[str] | None, year: int) -> Table:
    """Every award, and every ceiling of pots that are not computed, in kronor.

    Args:
        held: The pots in the year's printed table; None where none was printed, so that all count as if in it.
    """
    return Table(
        Text("Tilldelningar och tak {year}", "Awards and ceilings {year}", {"year": str(year)}),
        (
            *("agreement", "pot", "kind", "code", "name"),
            *("awarded_kr", "rough", "low_kr", "high_kr", "ceiling_kr", "sureness", "in_table", "reason"),
        ),
        (
            AGREEMENT,
            POT,
            KIND,
            CODE,
            NAME,
            Text("Tilldelat", "Awarded"),
            ROUGH,
            LEAST,
            MOST,
            Text("Ej beräknat, tak", "Not computed, ceiling"),
            SURENESS,
            Text("I den tryckta tabellen", "In the printed table"),
            REASON,
        ),
        tuple(row for one in allocations for pot in one.pots for row in _rows(one.agreement.id, pot, held)),
    )


def _rows(agreement: str, pot: PotAllocation, held: frozenset[str] | None) -> Iterator[tuple[Cell, ...]]:
    if pot.state is State.NOT_YET_KNOWN:
        return
    inside = YES if held is None or f"{agreement}/{pot.id}" in held else NO
    for award in pot.awards:
        yield (agreement, pot.id, *_who(award.recipient), *_kronor(award.amount), None, _sureness(award), inside, None)
    for who in pot.recipients:
        ceiling = pot.ceilings.get(who.code)
        if ceiling is not None and pot.award_to(who) is None:
            how = standing_words(Standing.NOT_COMPUTED)
            empty = (None, None, None, None)
            yield (agreement, pot.id, *_who(who), *empty, ceiling, how, inside, pot.reason)


def _who(who: Recipient) -> tuple[Cell, ...]:
    return kind_words(who.kind), who.code, who.short_name


def _kronor(amount: Amount) -> tuple[Cell, ...]:
    return (amount.kr, *roughly(amount))


def _sureness(award: Award) -> Text:
    return standing_words(Standing.CERTAIN if award.amount.mark in SURE else Standing.INFERRED)
