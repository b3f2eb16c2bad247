"""How far a pot has come -> the parts of its page: kronor, requirement by month, recipients, what was missed, the commands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from overens.export.csv_table import Table
from overens.scenario.counterfactual import Counterfactual
from overens.scenario.plausible import Range
from overens.scenario.progress import Marked, PeriodMark
from overens.usecases.performance import PlaceLine, PotPerformance
from overens.usecases.performance_form import Filled
from overens.usecases.performance_page_tables import cells_of, triggered, ways_of
from overens.usecases.requirement_lines import RequirementLine
from overens.usecases.wording.counterfactual import bonus_words, cheapest_words, exact_kr, gap_words
from overens.usecases.wording.outcome_periods import short_period
from overens.usecases.wording.performance import (
    SIGNS,
    headline,
    identity_words,
    legend,
    mark_words,
    range_words,
    state_words,
)
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, decimal_number, join_texts, kronor, percent, plain
from overens.web.asked import Asked
from overens.web.command import command_line
from overens.web.example import wants_example
from overens.web.grid import CellView, Column, Grid, SumOf, grid, money, place_name, words
from overens.web.ordering import ordered
from overens.web.table_grid import Row, Shown, table_grid

MOST_ROWS = 12
"""How many missed periods stand on the page before the rest are folded."""


@dataclass(frozen=True)
class MarkView:
    """What became of a requirement in a period: a sign or a number, and the same in words."""

    sign: str
    said: Text


@dataclass(frozen=True)
class RequirementView:
    """One row of requirement × period."""

    line: RequirementLine
    share: Text
    latest: Text | None
    marks: tuple[MarkView, ...]
    met: Text | None
    kr: CellView | None
    picture: str


def parts_of(asked: Asked, filled: Filled, who: Recipient | None, tables: Mapping[str, Table]) -> dict[str, Any]:
    """Return what the template shows of the pot."""
    pot = filled.pot
    line = pot.line_of(who) if who else None
    found = pot.counterfactual
    return {
        "lead": headline(filled.shown) if pot.earned_kr is not None else _not_known(who, line),
        "state": state_words(pot),
        "range_words": range_words(pot) if isinstance(pot.range, Range) else None,
        "sums": _place_sums(pot, line) if line else _sums(pot),
        "has_outcomes": has_outcomes(pot),
        "requirements": [_requirement(pot, one, who) for one in pot.requirements],
        "periods": [(period, short_period(period)) for period in (pot.progress.periods if pot.progress else ())],
        "span": _span(pot),
        "shares": any(one.share is not None for one in pot.requirements),
        "gave": any(triggered(pot, cells_of(pot, one, who)) is not None for one in pot.requirements),
        "legend": legend(c.mark for c in pot.progress.cells if who is None or c.code == who.code)
        if pot.progress
        else None,
        "many": str(len(pot.lines)),
        "recipients": _recipients(asked, filled, tables["recipients"]) if who is None and len(pot.lines) > 1 else None,
        "missed": _missed(found) if found and found.requirements and ways_of(found) else None,
        "more_missed": max(0, len(ways_of(found)) - MOST_ROWS) if found else 0,
        "cheapest": cheapest_words(found.cheapest) if found else None,
        "bonus": bonus_words(found, {one.code: one.short_name for one in pot.pot.recipients}) if found else [],
        "identity": identity_words(pot) if pot.is_computed else None,
        "commands": list(_commands(asked, filled, who)),
    }


def _not_known(who: Recipient | None, line: PlaceLine | None) -> Text:
    """Return the first sentence where nothing is known of what was earned."""
    values: dict[str, object] = {"who": who.name if who else Text("alla tillsammans", "all together")}
    said = Text(
        "Hur mycket {who} har tjänat in går inte att räkna med det som är publicerat.",
        "How much {who} has earned cannot be computed from what is published."
        if who
        else "How much {who} have earned cannot be computed from what is published.",
        values,
    )
    if line is None or line.ceiling_kr is None:
        return said
    most = Text("Det kan som mest bli {kr}.", "It can be {kr} at most.", {"kr": kronor(line.ceiling_kr)})
    return join_texts([said, most])


def has_outcomes(pot: PotPerformance) -> bool:
    """Return whether there is any outcome of the pot, or what was earned is known as a sum."""
    cells = pot.progress.cells if pot.progress else ()
    return any(cell.value is not None for cell in cells) or pot.earned_kr is not None


def _span(pot: PotPerformance) -> str:
    periods = pot.progress.periods if pot.progress else ()
    return f"{periods[0]}–{periods[-1]}" if len(periods) > 1 else periods[0] if periods else ""


# --- kronor -------------------------------------------------------------------------

Sum = tuple[str, Text, CellView, Text]
_SO_FAR = Text("hittills, i de perioder som alla har utfall för", "so far, in the periods that all have outcomes for")


def _place_sums(pot: PotPerformance, line: PlaceLine) -> list[Sum]:
    so_far = pot.is_so_far
    most = _CEILING if pot.requirements else _MOST
    gets = Text("Får tillsammans", "Gets together")
    found = [
        ("", Text("Har tjänat in", "Has earned"), line.earned_kr, "earned_kr", _SO_FAR if so_far else _share(line)),
        ("to-earn", Text("Kan tjäna in som mest", "Can earn at most"), line.ceiling_kr, "ceiling_kr", most),
        ("", Text("Missade", "Missed"), line.missed_kr, "missed_kr", _SO_FAR if so_far else _missed_note(pot)),
        ("", Text("Ur bonuspotten", "Of the bonus pot"), line.bonus_kr or None, "bonus_kr", _BONUS),
        ("", gets, line.awarded_kr if line.bonus_kr else None, "awarded_kr", _GETS),
    ]
    known = _known(found, "recipients", rough=not pot.is_exact)
    return [*known, *_range(line.low_kr, line.high_kr, "recipients")]


_CEILING = Text("taket för egna resultat", "the ceiling of own results")
_MOST = Text("om allt tjänas in", "if all is earned")
_MISSED = Text("kunde ha tjänats in", "could have been earned")
_BONUS = Text("av det som inte tjänades in", "of what was not earned")
_GETS = Text("intjänat och bonus", "earned and bonus")


def _missed_note(pot: PotPerformance) -> Text:
    if pot.lapsed_kr is None:
        return _MISSED
    return Text("kunde ha tjänats in, och förfaller", "could have been earned, and lapses")


def _share(line: PlaceLine) -> Text:
    if not line.ceiling_kr or line.earned_kr is None:
        return plain("")
    return Text("{p} av det högsta", "{p} of the most", {"p": percent(Fraction(line.earned_kr, line.ceiling_kr), 1)})


def _sums(pot: PotPerformance) -> list[Sum]:
    note = _SO_FAR if pot.is_so_far else Text("av alla tillsammans", "by all together")
    found = [
        ("to-earn", Text("Potten", "The pot"), pot.pot.amount.kr if pot.pot.amount else None, "amount_kr", _PRINTED),
        ("", Text("Har tjänats in", "Has been earned"), pot.earned_kr, "earned_kr", note),
        ("", Text("Missades", "Was missed"), pot.missed_kr, "missed_kr", note),
        ("", Text("Bonuspotten", "The bonus pot"), pot.bonus_kr, "bonus_kr", note),
        ("", Text("Förfaller", "Lapses"), pot.lapsed_kr, "lapsed_kr", note),
        ("", Text("Når ingen", "Reaches nobody"), _left(pot), "undistributed_kr", _LEFT),
    ]
    low, high = pot.range.awarded if isinstance(pot.range, Range) else (None, None)
    return [*_known(found, "pots", rough=not pot.is_exact), *_range(low, high, "pots")]


def _left(pot: PotPerformance) -> int | None:
    return pot.pot.undistributed_kr or None if pot.is_computed else None


_LEFT = Text("vad som blir av det är inte funnet", "what becomes of it is not found")
_PRINTED = Text("enligt avtalet", "by the agreement")


def _known(found: Sequence[tuple[str, Text, int | None, str, Text]], table: str, *, rough: bool) -> Iterator[Sum]:
    for kind, name, kr, column, note in found:
        if kr is not None:
            yield kind, name, money(kr, SumOf(column, table=table), rough=rough), note


def _range(low: int | None, high: int | None, table: str) -> Iterator[Sum]:
    if low is not None and high is not None:
        note = Text("med rimliga trösklar: ett spann, inget belopp", "by plausible thresholds: a range, no amount")
        yield "range", Text("Spann, lägst", "Range, least"), money(low, SumOf("range_low_kr", table=table)), note
        yield "range", Text("Spann, högst", "Range, most"), money(high, SumOf("range_high_kr", table=table)), note


# --- requirement × period -----------------------------------------------------------


def _requirement(pot: PotPerformance, one: RequirementLine, who: Recipient | None) -> RequirementView:
    cells = cells_of(pot, one, who)
    kr = triggered(pot, cells)
    with_value = [cell for cell in cells if cell.value is not None]
    return RequirementView(
        one,
        plain("–") if one.share is None else percent(one.share),
        _value(with_value[-1], one) if who and with_value else None,
        tuple(_marks(pot, one, cells) if who is None else (_mark(cell, one) for cell in cells)),
        _times(cells) if who and with_value else None,
        money(int(kr + Fraction(1, 2))) if kr is not None else None,
        f"krav-{one.number + 1}" if who and with_value else "",
    )


def _mark(cell: Marked, one: RequirementLine) -> MarkView:
    said = mark_words(cell.mark)
    if cell.value is not None:
        said = Text("{mark}: {value}", "{mark}: {value}", {"mark": said, "value": _value(cell, one)})
    return MarkView(SIGNS[cell.mark], said)


def _value(cell: Marked, one: RequirementLine) -> Text:
    unit = "\u00a0%" if one.is_share else ""
    values: dict[str, object] = {"value": _number(cell.value, unit), "compared": _number(cell.compared, unit)}
    if cell.compared is None:
        return Text("{value}", "{value}", values)
    return Text("{value} mot {compared}", "{value} against {compared}", values)


def _number(value: Fraction | None, unit: str) -> Text:
    rounded = (
        Fraction(decimal_number(value, 1).replace("\u00a0", "").replace(",", ".").replace("−", "-")) if value else value
    )
    return Text(f"{{n}}{unit}", f"{{n}}{unit}", {"n": rounded if rounded is not None else "–"})


def _times(cells: Sequence[Marked]) -> Text:
    met = sum(cell.mark in (PeriodMark.MET, PeriodMark.PARTLY) for cell in cells)
    return Text("{n} av {of}", "{n} of {of}", {"n": str(met), "of": str(len(cells))})


def _marks(pot: PotPerformance, one: RequirementLine, cells: Sequence[Marked]) -> Iterator[MarkView]:
    for period in pot.progress.periods if pot.progress else ():
        mine = [cell for cell in cells if cell.period == period]
        met = sum(cell.mark in (PeriodMark.MET, PeriodMark.PARTLY) for cell in mine)
        none = all(cell.mark is PeriodMark.NO_DATA for cell in mine)
        still_open = any(cell.mark is PeriodMark.OPEN for cell in mine)
        sign = SIGNS[PeriodMark.NO_DATA] if none else SIGNS[PeriodMark.OPEN] if still_open and not met else str(met)
        values: dict[str, object] = {"n": str(met), "of": str(len(mine)), "what": one.name}
        said = mark_words(PeriodMark.NO_DATA) if none else Text("{n} av {of}", "{n} of {of}", values)
        yield MarkView(sign, said)


# --- recipients ---------------------------------------------------------------------

_COLUMNS = ("ceiling_kr", "earned_kr", "missed_kr", "bonus_kr", "awarded_kr", "range_low_kr", "range_high_kr")


def _recipients(asked: Asked, filled: Filled, table: Table) -> Grid:
    pot = filled.pot
    by_code = {(one.kind.name.lower(), one.code): one for one in pot.pot.recipients}
    known = [name for name in _COLUMNS if any(row[table.names.index(name)] for row in table.rows)]

    def name(row: Row) -> CellView:
        who = by_code[str(row["kind"]), str(row["code"])]
        if (who.kind, who.code) not in asked.addresses.words:
            return words(place_name(who))
        own = f"{asked.target.path}/{asked.addresses.word(who)}"
        kept = {one: value for one, value in asked.values.items() if one not in ("sort", "table", "place")}
        return words(place_name(who), asked.moved_with(own, kept))

    def amount(kr: int | None, of: SumOf | None) -> CellView:
        return money(kr, of, rough=bool(kr) and not pot.is_exact)

    columns = (Shown("name", name), *(Shown(one, total=True, amount=amount) for one in known))
    made_up = Text("Påhittade utfall. ", "Made-up outcomes. ") if pot.synthetic else plain("")
    caption = Text(
        "{made_up}Var och en, kronor{so_far}; namnet leder till månaderna.",
        "{made_up}Each, kronor{so_far}; the name leads to the months.",
        {"made_up": made_up, "so_far": Text(" hittills", " so far") if pot.is_so_far else plain("")},
    )
    return table_grid(
        ordered(table, asked.sort, asked.language), columns, caption, "recipients", Text("Summa", "Total")
    )


# --- what was missed ----------------------------------------------------------------


def _missed(found: Counterfactual) -> tuple[Grid, Grid | None]:
    """Return the missed periods that are worth most for the least distance, and the rest."""
    rows = [
        [
            words(f"{one.number + 1} {one.name}"),
            words(short_period(missed.cell.period)),
            words(_number(missed.cell.value, "\u00a0%" if one.unit == "procent" else "")),
            words(gap_words(missed, one.unit)),
            words(exact_kr(missed.route.worth if missed.route else missed.worth)),
            words(exact_kr(missed.route.per_unit if missed.route else None)),
        ]
        for one, missed in ways_of(found)
    ]
    columns = (
        Column(Text("Krav", "Requirement")),
        Column(Text("Period", "Period")),
        Column(Text("Utfall", "Outcome"), number=True),
        Column(Text("Det fattades", "Short by")),
        Column(Text("Värt", "Worth"), number=True),
        Column(Text("Per enhet", "Per unit"), number=True),
    )
    caption = Text("Missade perioder, den lättaste kronan först", "Missed periods, the easiest krona first")
    rest = Text("De övriga missade perioderna", "The other missed periods")
    return grid(caption, columns, rows[:MOST_ROWS]), grid(rest, columns, rows[MOST_ROWS:]) if rows[MOST_ROWS:] else None


# --- the same on the command line -----------------------------------------------------


def _commands(asked: Asked, filled: Filled, who: Recipient | None) -> Iterator[str]:
    place = ("--place", who.name) if who else ()
    example = ("--example",) if wants_example(asked) else ()
    given = [word for one in filled.given for word in ("--given", f"{one.path}={one.value}")]
    spread = ("--range",) if filled.pot.pot.missing else ()
    yield command_line(asked, "performance", filled.pot.name, *place, *example, *given, *spread)
