"""Why a recipient gets what it gets -> a workbook: the pot's steps with live formulas, read for the one who is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from overens.allocation.model import State
from overens.export.workbook.model import (
    Cell,
    Choice,
    Column,
    Fact,
    Formula,
    Look,
    Sheet,
    Styled,
    Tone,
    Workbook,
)
from overens.usecases.why import Why
from overens.usecases.workbooks.cover import COVER, BookIdentity, Check, workbook
from overens.usecases.workbooks.pot.of_book import adds_up
from overens.usecases.workbooks.pot.sheets import PotSheets, pot_sheets
from overens.usecases.workbooks.pot.steps import PotField, PotStep
from overens.usecases.workbooks.sources import SOURCES, sources_sheet
from overens.usecases.workbooks.table_sheet import Live, named_sheets
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Language, Text

_WHY = Text("Varför", "Why")


def why_workbook(why: Why, register: Register, about: BookIdentity) -> Workbook:
    """Return the workbook of a why page: cover, the one who is chosen, a sheet for each step, sources."""
    pot, language = why.pot, about.language
    names = named_sheets({"cover": COVER, "why": _WHY, "sources": SOURCES}, language)
    found = pot_sheets(why.allocation, pot, register, language, [*names.values()])
    reads = _why_sheet(why, found, names["why"], language)
    sources = sources_sheet([why.allocation], names["sources"], language, pot)
    computed = pot.state is State.COMPUTED
    notes = [_LIVE if found.live else _VALUES] if computed else []
    sheets: tuple[Live | Sheet, ...] = (*([reads] if reads else []), *found.sheets, sources)
    return workbook(about, sheets, _checks(why, found), notes, found.names)


_CHOOSE = Text(
    "Välj mottagare i den gula rutan; bladet visar då dess tal ur alla steg",
    "Choose a recipient in the yellow cell; the sheet then shows its numbers from all steps",
)
_LIVE = Text(
    "Kronorna är formler, steg för steg: ändra ett gult tal och alla blad följer. Utfall och publicerade tabeller är värden.",
    "The kronor are formulas, step by step: change a yellow number and all sheets follow. Outcomes and published tables are"
    " values.",
)
_VALUES = Text(
    "Pottens kronor är värden här, inte formler: bladet Potten säger varför.",
    "The pot's kronor are values here, not formulas: the sheet of the pot says why.",
)


def _checks(why: Why, found: PotSheets) -> list[Check]:
    """Return the pot's identity; nothing where nothing is computed."""
    pot = why.pot
    if not found.awards or pot.amount is None:
        return []
    cells = (found.amount, found.awarded, found.lapsed, found.undistributed)
    values = (pot.amount.kr, pot.awarded_kr, pot.lapsed_kr, pot.undistributed_kr)
    return adds_up(Text("Potten", "The pot"), list(zip(cells, values, strict=True)))


# --- the one who is chosen ----------------------------------------------------------


def _why_sheet(why: Why, found: PotSheets, name: str, language: Language) -> Sheet | None:
    """Return the sheet that reads one recipient's numbers by its name; None where there are none to read."""
    laid = found.laid
    if laid.names is None or not any(step.fields for step in found.steps):
        return None
    at = _asked(why, found)
    names = laid.names.elsewhere(0)
    # the place is found by EXACT, since MATCH takes * and ? in a name for wildcards
    place = Formula(f"=SUMPRODUCT(EXACT({names},$B$4)*(ROW({names})-{laid.names.first - 1}))", at + 1)
    facts = (
        Fact(
            Text("Mottagare, välj i listan", "Recipient, choose in the list").say(language),
            Styled(laid.labels[at], Look.TEXT, Tone.INPUT),
        ),
        Fact(Text("Rad i bladen", "Row in the sheets").say(language), Styled(place, Look.COUNT)),
    )
    columns = (
        Column(Text("Vad", "What").say(language), width=48),
        Column(Text("Mottagaren", "The recipient").say(language), Look.KRONOR, 34),
        Column(Text("Alla", "All").say(language), Look.KRONOR, 18),
        Column(Text("Steg", "Step").say(language), width=36),
    )
    rows = list(chain.from_iterable(_rows(found, step, at, language) for step in found.steps))
    assert len(_NOTES) == 1  # the chosen one stands in B4
    return Sheet(
        name,
        why.pot.pot.name,
        columns,
        rows,
        tuple(note.say(language) for note in _NOTES),
        facts=facts,
        choices=(Choice("B4", names),),
    )


_NOTES = (_CHOOSE,)


def _asked(why: Why, found: PotSheets) -> int:
    """Return the place of the one asked about, of the county that gets its money, or of the first."""
    area = why.pot.area_of(why.who)
    order = list(found.awards) or [(one.kind, one.code) for one in sorted(why.pot.recipients, key=lambda who: who.code)]
    wanted = [(one.kind, one.code) for one in (why.who, area) if one is not None]
    return next((order.index(one) for one in wanted if one in order), 0)


def _rows(found: PotSheets, step: PotStep, at: int, language: Language) -> Iterator[tuple[Cell, ...]]:
    heading = step.heading.say(language)
    for field in step.fields:
        yield field.heading.say(language), _of_the_chosen(found, field, at, language), _of_all(found, field), heading


def _of_the_chosen(found: PotSheets, field: PotField, at: int, language: Language) -> Cell:
    cell = f"INDEX({found.laid.everyone(field.name)},$B$5)"
    read = f'IF({cell}="","",{cell})' if any(value is None for value in field.values) else cell
    tone = Tone.RESULT if field.tone is Tone.RESULT else Tone.PLAIN
    value = field.values[at]
    shown = value.say(language) if isinstance(value, Text) else value
    return Styled(Formula(f'=IF($B$5=0,"",{read})', shown), field.look, tone)


def _of_all(found: PotSheets, field: PotField) -> Cell:
    if not field.summed:
        return None
    return Styled(Formula(f"=SUM({found.laid.everyone(field.name)})", field.total), field.look)
