"""The pots of a workbook -> a sheet for each that is computed, and the cells that the workbook's other sheets read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from overens.allocation.model import Allocation, PotAllocation, State
from overens.export.workbook.model import Formula, NamedRange, quoted
from overens.usecases.workbooks.cover import Check, identity
from overens.usecases.workbooks.pot.sheets import PotSheets, Who, pot_sheets
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Language, Text, join_texts, plain

PotName: TypeAlias = tuple[str, str]
"""The agreement and the pot, by their ids."""
OfPots: TypeAlias = Mapping[PotName, PotSheets]


def sheets_of_pots(
    pots: Iterable[tuple[Allocation, PotAllocation]],
    register: Register,
    language: Language,
    taken: Collection[str],
    *,
    of_many: bool = False,
) -> dict[PotName, PotSheets]:
    """Return the sheet of each pot that is computed.

    Args:
        taken: Names of sheets that the workbook already has.
        of_many: Whether the workbook is of many agreements, so that the sheets are named by both.
    """
    found: dict[PotName, PotSheets] = {}
    used = list(taken)
    for allocation, pot in pots:
        if pot.state is not State.COMPUTED:
            continue
        agreement = allocation.agreement
        named = (f"{pot.id}, {agreement.id}", f"{agreement.name}: {pot.pot.name}") if of_many else None
        suffix = f"{agreement.id}_{pot.id}" if of_many else pot.id
        one = pot_sheets(allocation, pot, register, language, used, in_one=True, suffix=suffix, named=named)
        used += [sheet.name for sheet in one.sheets]
        found[agreement.id, pot.id] = one
    return found


def award_cell(of: OfPots, agreement: object, pot: object, who: Who) -> str:
    """Return the cell with what a recipient gets of a pot; empty where it stands in no sheet of a pot."""
    found = of.get((str(agreement), str(pot)))
    return found.awards.get(who, "") if found else ""


def first_cell(of: OfPots, agreement: object, pot: object) -> str:
    """Return the first cell of a pot's sheet; empty where it has none."""
    found = of.get((str(agreement), str(pot)))
    return f"{quoted(found.sheets[0].name)}!A1" if found else ""


def names_of(of: OfPots) -> Iterator[NamedRange]:
    """Yield the names of the pots' cells."""
    for one in of.values():
        yield from one.names


def how_live(of: OfPots) -> list[Text]:
    """Return what is formula and what is value in a workbook that has the pots' own sheets."""
    if not of:
        return []
    fixed = [plain(one.sheets[0].name) for one in of.values() if not one.live]
    values = Text(
        "I dessa potter är kronorna värden; bladet säger varför: {pots}.",
        "In these pots the kronor are values; the sheet says why: {pots}.",
        {"pots": join_texts(fixed, "; ")},
    )
    return [_LIVE, *([values] if fixed else [])]


_LIVE = Text(
    "Varje beräknad pott har ett eget blad: belopp, underlag, andel, exakt andel, avrundning, summa, med formler. Ändra ett gult"
    " tal där och alla blad följer. Värden är tak, belopp i potter som inte är beräknade, utbetalningar, tryckta tabeller,"
    " andra platsers kronor, invånare och datum.",
    "Each computed pot has a sheet of its own: amount, figure, share, exact share, rounding, total, by formulas. Change a yellow"
    " number there and all sheets follow. Values are ceilings, amounts of pots that are not computed, payments, printed"
    " tables, other places' kronor, inhabitants and dates.",
)


def pots_checks(of: OfPots) -> list[Check]:
    """Return what the checks of the pots' own sheets show, which is to be 0; nothing where there are none."""
    cells = [one.laid.fact("check") for one in of.values() if "check" in one.laid.facts]
    if not cells:
        return []
    words = Text("Kontroll: pottbladens egna kontroller, ska vara 0", "Check: the pot sheets' own checks, to be 0")
    wrong = Text("en potts delar ger inte pottens belopp", "the parts of a pot do not give its amount")
    return [Check(words, Formula(f"={'+'.join(f'ABS({cell})' for cell in cells)}", 0), wrong=wrong)]


_PARTS = (Text("Tilldelat", "Awarded"), Text("Förfallet", "Lapsed"), Text("Ej fördelat", "Undistributed"))


def adds_up(whole: Text, cells: Sequence[tuple[str, int]]) -> list[Check]:
    """Return the identity of a pot or an agreement: awarded + lapsed + undistributed is the whole.

    Args:
        cells: The whole, and those three: each a cell, and what it holds.
    """
    first, *parts = (Formula(f"={cell}", value) for cell, value in cells)
    return identity(Check(whole, first), [Check(words, one) for words, one in zip(_PARTS, parts, strict=True)])
