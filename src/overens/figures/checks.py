"""What must hold in a figure file: every recipient once, known codes, plausible values, known totals."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from overens.figures.header import FigureHead
from overens.figures.model import Series
from overens.figures.read_rows import Cell
from overens.figures.spans import dates_of, is_span
from overens.vocabulary.names import name_of_another, owners_of_names
from overens.vocabulary.periods import parse_when
from overens.vocabulary.problems import Fault, Problem
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import decimal_number

PER_CENT = "procent"
"""The unit of a share; of it alone numerator and denominator may be written."""

_UNITS: dict[str, tuple[int | None, int | None, bool]] = {
    "invånare": (1, 20_000_000, True),
    "vägda invånare": (0, 100_000_000, True),
    "kr": (0, None, True),
    PER_CENT: (0, 100, False),
    "antal": (0, None, False),
}
"""Unit -> least value, greatest value, whole numbers only."""


def possible(value: Fraction, unit: str) -> bool:
    """Tell whether a value of the unit can be: a share lies between 0 and 100 per cent, nobody has fewer than 0 kr.

    >>> possible(Fraction(101), "procent"), possible(Fraction(99), "procent")
    (False, True)
    """
    low, high, _ = _UNITS.get(unit, (None, None, False))
    return (low is None or value >= low) and (high is None or value <= high)


def in_whole_units(value: Fraction, unit: str) -> Fraction:
    """Return the value in whole units, halves up, where the unit counts persons or kronor; else as it is."""
    whole = _UNITS.get(unit, (None, None, False))[2]
    return Fraction(int(value + Fraction(1, 2))) if whole else value


def check_figure(
    head: FigureHead,
    series: list[Series],
    cells: list[Cell],
    register: Register,
    *,
    correction: bool = False,
) -> list[Problem]:
    """Return every problem in the values of a figure file.

    Args:
        correction: Whether the file corrects others; then it names only those whose values are new.
    """
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
    if not correction:
        problems += [problem for one in series if one.values and (problem := lacking(one, register))]
    problems += [problem for cell in known if (problem := _implausible(head, cell))]
    problems += _check_counted(head, known)
    return problems + _check_totals(head, series)


def lacking(series: Series, register: Register) -> Problem | None:
    """Return a problem if some recipients have no row in a series that should have one for each."""
    absent = [one.short_name for one in register.of(series.key.kind) if one.code not in series.values]
    return Problem(series.place, _absent(series, absent)) if absent else None


def _check_counted(head: FigureHead, cells: list[Cell]) -> list[Problem]:
    first = next((cell for cell in cells if cell.counted is not None), None)
    if first is None or head.unit == PER_CENT:
        return []
    fault = Fault.of(
        "Täljare och nämnare ger en andel i procent, men enheten är '{unit}'.",
        "Skriv 'enhet: procent', eller bara värdet.",
        "Numerator and denominator make a share in per cent, but the unit is '{unit}'.",
        "Write 'enhet: procent', or only the value.",
        unit=head.unit,
    )
    return [Problem(first.place, fault)]


def _check_dates(head: FigureHead, series: list[Series], cells: list[Cell]) -> list[Problem]:
    places = {one.key.measured_on: one.place for one in series}
    dates = dates_of(head)
    single = [date for date, written in dates.items() if not is_span(written)]
    problems = [Problem(places[date.strip()], when) for date in single if isinstance(when := parse_when(date), Fault)]
    stray = {c.measured_on: c for c in reversed(cells) if c.measured_on not in dates}
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
    for date in single:
        if date not in written:
            fault = Fault.of(
                "Serien '{date}' har inga värden.",
                "Lägg till raderna, eller ta bort serien.",
                "The series '{date}' has no values.",
                "Add the rows, or remove the series.",
                date=date,
            )
            problems.append(Problem(places[date.strip()], fault))
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
    written = dates_of(head)
    for one in series:
        about = head.series.get(written.get(one.key.measured_on, ""))
        if about is not None and about.total is not None and one.total != about.total:
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
