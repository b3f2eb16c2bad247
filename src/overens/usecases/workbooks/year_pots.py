"""A year's pots -> a sheet of them, where what is certain and inferred is summed from the awards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from overens.allocation.allocate import known_from
from overens.allocation.model import Allocation, PotAllocation, State
from overens.export.csv_table import Cell, Table
from overens.notice.standing import Standing, standing_words
from overens.usecases.pot_sums import PARTS, PotSum, to_whom_words
from overens.usecases.tables import AGREEMENT, LEAST, MOST, POT, WHAT
from overens.usecases.workbooks.pot.of_book import OfPots, first_cell
from overens.usecases.workbooks.table_sheet import Here, Live, Plan, Written, live, quoted_words, same_as
from overens.usecases.workbooks.words import REASON, ROUGH, SURENESS, roughly
from overens.vocabulary.wording import Language, Text

CHECK = Text("Kontroll: belopp minus delar", "Check: amount minus parts")
NOT_COMPUTED = Text("ej beräknad", "not computed")
COMPUTED = Text("beräknad", "computed")
_AWARDED = {"certain_kr": Standing.CERTAIN, "inferred_kr": Standing.INFERRED}
_OPEN = ("to_earn_kr", "not_computed_kr")
UNKNOWN_SUM = Text("beloppet är inte känt", "the amount is not known")
NOTE = Text(
    "En beräknad pott har ett eget blad, som namnet leder till. Säkert och härlett summeras ur bladet med tilldelningar."
    " Delarna ska ge beloppet; kontrollen visar vad som skiljer.",
    "A computed pot has a sheet of its own, to which its name leads. Certain and inferred are summed from the sheet of awards."
    " The parts are to give the amount; the check shows what differs.",
)


def pots_sheet(table: Table, of: OfPots, awards: Live, name: str, language: Language) -> Live:
    """Return the pots, one a row, with formulas over their own sheets and over the awards."""

    def awarded(here: Here, values: Mapping[str, Cell], standing: Standing) -> str:
        words = quoted_words(standing_words(standing).say(language))
        same = (
            ("agreement", same_as(here("agreement"), str(values["agreement"]))),
            ("pot", same_as(here("pot"), str(values["pot"]))),
            ("sureness", words),
        )
        return awards.sum_where("awarded_kr", *same)

    def own(part: str) -> Written:
        def cell(_: Here, values: Mapping[str, Cell]) -> str:
            found = of.get((str(values["agreement"]), str(values["pot"])))
            return str(getattr(found, part)) if found else ""

        return cell

    formulas: dict[str, Written] = {
        **{f"{part}_kr": own(part) for part in ("amount", "lapsed", "undistributed")},
        "certain_kr": lambda here, values: awarded(here, values, Standing.CERTAIN),
        "inferred_kr": lambda here, values: awarded(here, values, Standing.INFERRED),
        **dict.fromkeys(_OPEN, lambda here, _: here("amount_kr")),
        "check_kr": lambda here, _: f"{here('amount_kr')}-SUM({here('certain_kr')}:{here('undistributed_kr')})",
    }
    summed = ("amount_kr", *(part for part, _ in PARTS), "check_kr")
    plan = Plan(
        name,
        "pots",
        (NOTE,),
        formulas,
        summed,
        inside={"name": lambda values: first_cell(of, values["agreement"], values["pot"])},
        inputs=("amount_kr",),
        widths={"reason": 60},
        frozen=3,
    )
    return live(table, plan, language)


def pots_table(allocations: Iterable[Allocation], sums: Sequence[PotSum], title: Text) -> Table:
    """Every pot with its parts; what it cannot have is empty, and why it is not computed stands last."""
    found = {(one.agreement.id, pot.id): (one, pot) for one in allocations for pot in one.pots}
    return Table(
        title,
        (
            *("agreement", "pot", "name", "to", "sureness", "state", "amount_kr", "rough", "low_kr", "high_kr"),
            *(part for part, _ in PARTS),
            *("check_kr", "known_from", "reason"),
        ),
        (
            AGREEMENT,
            POT,
            WHAT,
            Text("Till", "To"),
            SURENESS,
            Text("Läge", "State"),
            Text("Belopp", "Amount"),
            ROUGH,
            LEAST,
            MOST,
            *(heading for _, heading in PARTS),
            CHECK,
            Text("Blev känt", "Became known"),
            REASON,
        ),
        tuple(_row(one, *found.get((one.agreement, one.pot), (None, None))) for one in sums),
    )


def _row(one: PotSum, allocation: Allocation | None, pot: PotAllocation | None) -> tuple[Cell, ...]:
    computed = pot is not None and pot.state is State.COMPUTED
    known = known_from(allocation.agreement, pot.pot) if allocation and pot else None
    return (
        one.agreement,
        one.pot,
        one.name,
        to_whom_words(one.whom),
        standing_words(one.standing),
        COMPUTED if computed else NOT_COMPUTED,
        one.amount_kr,
        *roughly(pot.amount if pot else allocation.whole.amount if allocation else None),
        *(_part(one, name, computed) for name, _ in PARTS),
        None if one.amount_kr is None else 0,
        known.words if known else None,
        _reason(one, pot),
    )


def _part(one: PotSum, name: str, computed: bool) -> int | None:
    """Return a part of the pot; None for one that a pot in this state cannot have."""
    value: int = getattr(one, name)
    if one.amount_kr is None and not (computed and name in _AWARDED):
        return None
    if computed:
        return None if name in _OPEN else value
    return value if name in _OPEN and value else None


def _reason(one: PotSum, pot: PotAllocation | None) -> Text | None:
    if pot is None:
        return None
    if one.amount_kr is None and pot.reason is None:
        return UNKNOWN_SUM
    return pot.reason
