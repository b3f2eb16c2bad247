"""How far a pot has come -> a line for each requirement of a place, or a map of what share of its ceiling each has earned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from overens.export.charts.by_month import Point, draw_by_month
from overens.export.charts.canvas import words
from overens.export.charts.look import Look, Unit, unit_for
from overens.export.charts.spans import Span, draw_spans
from overens.export.csv_table import Table
from overens.export.picture import Picture, Size, Spec, Theme
from overens.scenario.progress import PeriodMark
from overens.usecases.performance import PotPerformance
from overens.usecases.performance_page_tables import cells_of
from overens.usecases.pictures.compose import NAME, map_picture, picture, said
from overens.usecases.requirement_lines import RequirementLine
from overens.usecases.to_earn import MADE_UP
from overens.usecases.wording.outcome_periods import short_period
from overens.usecases.wording.performance import SIGNS, legend, mark_words
from overens.vocabulary.recipients import Recipient, Register
from overens.vocabulary.wording import Language, Text, percent, plain

_MET = (PeriodMark.MET, PeriodMark.PARTLY)
_STAMP = 24
"""Room above a picture for what is said of made-up outcomes."""
PER_CENT = Unit(plain("%"), 1, 1)


def performance_pictures(pot: PotPerformance, who: Recipient | None, register: Register) -> tuple[Picture, ...]:
    """Return a line for each requirement of the place that has outcomes; for all, the ranges and a map of the share earned."""
    if who is not None:
        return tuple(one for line in pot.requirements for one in _line(pot, line, who))
    return (*_spans(pot), *_map(pot, register))


def made_up(pot: PotPerformance) -> Text | None:
    """Return what is said in a picture of outcomes that are made up; None where none is."""
    return Text("Påhittade utfall", "Made-up outcomes") if pot.synthetic else None


def _line(pot: PotPerformance, one: RequirementLine, who: Recipient) -> Iterator[Picture]:
    cells = cells_of(pot, one, who)
    if not any(cell.value is not None for cell in cells):
        return
    met = sum(cell.mark in _MET for cell in cells)
    number = str(one.number + 1)
    values: dict[str, object] = {"k": number, "what": one.name, "n": str(met), "of": str(len(cells)), "who": who.name}
    title = Text("Krav {k}, {what}: uppfyllt {n} av {of}", "Requirement {k}, {what}: met {n} of {of}", values)
    if all(cell.mark in (PeriodMark.OPEN, PeriodMark.NO_DATA) for cell in cells):
        title = Text("Krav {k}, {what}, period för period", "Requirement {k}, {what}, period by period", values)
    about = Text(
        "Linje för {who}: {what}, period för period, med jämförelsen streckad och ett tecken för varje period som uppfyllde kravet.",
        "Line for {who}: {what}, period by period, with the comparison dashed and a sign for each period that met it.",
        values,
    )
    points = [
        Point(short_period(c.period), c.value, c.compared, SIGNS[c.mark], c.mark not in (PeriodMark.MISSED,))
        for c in cells
    ]
    table = Table(
        title,
        ("period", "value", "compared", "mark", "made_up"),
        (
            Text("Period", "Period"),
            Text("Värde", "Value"),
            Text("Jämfört med", "Compared with"),
            Text("Läge", "State"),
            MADE_UP,
        ),
        tuple((c.period, c.value, c.compared, mark_words(c.mark), MADE_UP if pot.synthetic else None) for c in cells),
    )
    unit = PER_CENT if one.is_share else Unit(plain(one.unit), 1, 0)
    signs, stamp = legend(c.mark for c in cells), made_up(pot)
    yield picture(
        f"krav-{one.number + 1}", title, about, table, lambda look: draw_by_month(points, signs, look, unit, stamp)
    )


def _map(pot: PotPerformance, register: Register) -> Iterator[Picture]:
    shares = {
        line.who.code: Fraction(100 * line.earned_kr, line.ceiling_kr)
        for line in pot.lines
        if line.earned_kr is not None and line.ceiling_kr
    }
    kinds = {line.who.kind for line in pot.lines}
    if len(shares) < 2 or len(kinds) != 1:
        return
    names = {line.who.code: line.who.short_name for line in pot.lines}
    first, last = max(shares, key=lambda c: (shares[c], c)), min(shares, key=lambda c: (shares[c], c))
    values: dict[str, object] = {
        "first": names[first],
        "last": names[last],
        "high": percent(shares[first] / 100, 0),
        "low": percent(shares[last] / 100, 0),
    }
    title = Text(
        "Från {low} intjänat av det högsta ({last}) till {high} ({first})",
        "From {low} earned of the most ({last}) to {high} ({first})",
        values,
    )
    about = Text(
        "Karta över hur stor del av sitt tak var och en har tjänat in, i procent; ju mörkare desto mer.",
        "Map of what part of its ceiling each has earned, in per cent; the darker the more.",
    )
    everyone = register.of(next(iter(kinds)))
    outside = [one.code for one in everyone if one.code not in names]
    column = ("earned_percent", Text("Intjänat, procent av taket", "Earned, per cent of the ceiling"))
    yield _stamped(map_picture("karta", title, about, everyone, shares, column, PER_CENT, outside), made_up(pot))


def _spans(pot: PotPerformance) -> Iterator[Picture]:
    spans = [
        Span(line.who.short_name, line.low_kr, line.high_kr)
        for line in pot.lines
        if line.low_kr is not None and line.high_kr is not None
    ]
    if len(spans) < 2 or not any(one.high for one in spans):
        return
    low, high = sum(one.low for one in spans), sum(one.high for one in spans)
    unit = unit_for(one.high for one in spans)
    values: dict[str, object] = {"low": said(unit, low), "high": said(unit, high)}
    title = Text("Spann, inget belopp: från {low} till {high}", "A range, no amount: from {low} to {high}", values)
    about = Text(
        "En streckad stapel för var och en, från det lägsta till det högsta med rimliga trösklar.",
        "A hatched bar for each, from the least to the most by plausible thresholds.",
    )
    table = Table(
        title,
        ("name", "range_low_kr", "range_high_kr"),
        (NAME, Text("Spann, lägst", "Range, least"), Text("Spann, högst", "Range, most")),
        tuple((one.name, one.low, one.high) for one in spans),
    )
    yield _stamped(picture("spann", title, about, table, lambda look: draw_spans(spans, look, unit)), made_up(pot))


def _stamped(one: Picture, stamp: Text | None) -> Picture:
    """Return the picture with words above what is drawn, and a column of its table that says the same."""
    if stamp is None:
        return one
    narrow = one.draw_narrow or one.draw

    def wide(language: Language, theme: Theme) -> Spec:
        return _with_stamp(one.draw(language, theme), stamp, Look(language, theme, Size.WIDE))

    def slim(language: Language, theme: Theme) -> Spec:
        return _with_stamp(narrow(language, theme), stamp, Look(language, theme, Size.NARROW))

    table = one.table
    marked = replace(
        table,
        names=(*table.names, "made_up"),
        headings=(*table.headings, MADE_UP),
        rows=tuple((*row, MADE_UP) for row in table.rows),
    )
    return replace(one, table=marked, draw=wide, draw_narrow=slim)


def _with_stamp(spec: Spec, stamp: Text, look: Look) -> Spec:
    top = spec["padding"]["top"]
    row = {"x": -spec["padding"]["left"] + 12, "y": -top - 6, "words": look.say(stamp), "fill": look.palette.warning}
    said = words([row], look, bold=True)
    return {**spec, "layer": [*spec["layer"], said], "padding": {**spec["padding"], "top": top + _STAMP}}
