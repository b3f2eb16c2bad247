"""What must hold in a figure file: every recipient once, known codes, plausible values, known totals."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from overens.figures.header import FigureHead
from overens.figures.model import Series
from overens.figures.read_figure import Cell
from overens.vocabulary.names import name_of_another, owners_of_names
from overens.vocabulary.periods import parse_when
from overens.vocabulary.problems import Fault, Problem
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import decimal_number

_UNITS: dict[str, tuple[int | None, int | None, bool]] = {
    "invånare": (1, 20_000_000, True),
    "vägda invånare": (0, 100_000_000, True),
    "kr": (0, None, True),
    "procent": (0, 100, False),
    "antal": (0, None, False),
}
"""Unit -> least value, greatest value, whole numbers only."""


def check_figure(head: FigureHead, series: list[Series], cells: list[Cell], register: Register) -> list[Problem]:
    """Return every problem in the values of a figure file."""
    problems = _check_dates(head, series, cells)
    codes = {r.code: r for r in register.of(head.recipients.kind)}
    known = [cell for cell in cells if cell.code in codes]
    problems += [Problem(c.place, _unknown_code(c.code, head)) for c in cells if c.code not in codes]
    owners = owners_of_names(register, head.recipients.kind)
    problems += [
        Problem(c.place, name_of_another(codes[c.code], c.name))
        for c in known
        if owners.get(c.name.casefold(), codes[c.code]) != codes[c.code]
    ]
    for (date, code), n in Counter((c.measured_on, c.code) for c in known).items():
        if n > 1:
            again = [c for c in known if (c.measured_on, c.code) == (date, code)][1]
            problems.append(Problem(again.place, _doubled(code, date)))
    for one in series:
        absent = sorted(set(codes) - set(one.values))
        if one.values and absent:
            problems.append(Problem(one.place, _absent(one, [codes[code].short_name for code in absent])))
    problems += [problem for cell in known if (problem := _implausible(head, cell))]
    return problems + _check_totals(head, series)


def _check_dates(head: FigureHead, series: list[Series], cells: list[Cell]) -> list[Problem]:
    places = {date: one.place for date, one in zip(head.series, series, strict=True)}
    problems = [Problem(places[date], when) for date in head.series if isinstance(when := parse_when(date), Fault)]
    stray = {c.measured_on: c for c in reversed(cells) if c.measured_on not in head.series}
    for date, cell in stray.items():
        fault = Fault.of(
            "Datumet '{date}' står inte under 'serier'.",
            "Lägg till '{date}: {{slag: …, källa: …}}' i huvudet.",
            "The date '{date}' is not under 'serier'.",
            "Add '{date}: {{slag: …, källa: …}}' to the head.",
            date=date,
        )
        problems.append(Problem(cell.place, fault))
    written = {c.measured_on for c in cells}
    for date in head.series:
        if date not in written:
            fault = Fault.of(
                "Serien '{date}' har inga värden.",
                "Lägg till raderna, eller ta bort serien.",
                "The series '{date}' has no values.",
                "Add the rows, or remove the series.",
                date=date,
            )
            problems.append(Problem(places[date], fault))
    return problems


def _implausible(head: FigureHead, cell: Cell) -> Problem | None:
    if cell.value is None:
        return None
    low, high, whole = _UNITS.get(head.unit, (None, None, False))
    least = head.plausible.least if head.plausible.least is not None else low
    greatest = head.plausible.greatest if head.plausible.greatest is not None else high
    outside = (least is not None and cell.value < least) or (greatest is not None and cell.value > greatest)
    if not outside and not (whole and cell.value.denominator != 1):
        return None
    fault = Fault.of(
        "Värdet {value} {unit} för {code} är inte rimligt.",
        "Rätta värdet; det ska vara {whole}mellan {least} och {greatest}. Skriv '..' om det inte är publicerat.",
        "The value {value} {unit} for {code} is not plausible.",
        "Mend the value; it should be {whole_en}between {least} and {greatest}. Write '..' if it is not published.",
        value=cell.value,
        unit=head.unit,
        code=cell.code,
        whole="ett heltal " if whole else "",
        whole_en="a whole number " if whole else "",
        least="−∞" if least is None else decimal_number(Fraction(least)),
        greatest="∞" if greatest is None else decimal_number(Fraction(greatest)),
    )
    return Problem(cell.place, fault)


def _check_totals(head: FigureHead, series: list[Series]) -> list[Problem]:
    problems = []
    for one, about in zip(series, head.series.values(), strict=True):
        if about.total is not None and one.total != about.total:
            fault = Fault.of(
                "Värdena för {date} summerar till {sum}, men den kända summan är {total}.",
                "Rätta raderna, eller 'summa' i huvudet.",
                "The values for {date} sum to {sum}, but the known total is {total}.",
                "Mend the rows, or 'summa' in the head.",
                date=one.key.measured_on,
                sum=one.total,
                total=about.total,
            )
            problems.append(Problem(one.place, fault))
    return problems


def _unknown_code(code: str, head: FigureHead) -> Fault:
    return Fault.of(
        "Koden '{code}' finns inte bland {group}.",
        "Skriv koden som text med inledande nolla, till exempel '06' eller '0680'.",
        "The code '{code}' is not among {group}.",
        "Write the code as text with its leading zero, for instance '06' or '0680'.",
        code=code,
        group=head.recipients.value,
    )


def _doubled(code: str, date: str) -> Fault:
    return Fault.of(
        "Koden {code} står två gånger för {date}.",
        "Ta bort den ena raden.",
        "The code {code} stands twice for {date}.",
        "Remove one of the rows.",
        code=code,
        date=date,
    )


def _absent(series: Series, names: list[str]) -> Fault:
    return Fault.of(
        "{n} mottagare saknas för {date}: {names}.",
        "Lägg till en rad för var och en; skriv '..' om värdet inte är publicerat.",
        "{n} {are} missing for {date}: {names}.",
        "Add a row for each; write '..' if the value is not published.",
        n=str(len(names)),
        are="recipient is" if len(names) == 1 else "recipients are",
        date=series.key.measured_on,
        names=", ".join(names[:5]) + (" …" if len(names) > 5 else ""),
    )
