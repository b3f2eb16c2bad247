"""Indicators and periods -> a template of outcomes to fill in, as a workbook or as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from overens.figures.checks import PER_CENT
from overens.figures.header import FigureHead
from overens.figures.outcomes.head import IndicatorHead, Measure
from overens.figures.outcomes.periods import Part, heading, parts_of_share
from overens.intake.library_folder import list_library
from overens.intake.register import read_register, shipped_library
from overens.usecases.library import Library
from overens.usecases.outcomes.read import LONGEST_SHEET_NAME
from overens.vocabulary.periods import When, months_through, parse_when
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.writing.clauses import fault_in
from overens.writing.faults import TO_FILL_IN

MOST_INDICATORS = 50
MOST_PERIODS = 240


@dataclass(frozen=True)
class Indicator:
    """An indicator of a template: its id, what is known of it, and its sheet."""

    id: str
    name: str
    measure: Measure
    lower_is_better: bool | None
    breaks: str
    sheet: str

    @property
    def parts(self) -> tuple[Part, ...]:
        """The columns for each period."""
        return parts_of_share() if self.measure is Measure.SHARE else (Part.VALUE,)


@dataclass(frozen=True)
class OutcomeTemplate:
    """What is to be filled in: for each indicator a value for every region and period."""

    indicators: tuple[Indicator, ...]
    periods: tuple[str, ...]
    regions: tuple[Recipient, ...]

    def headings(self, indicator: Indicator) -> list[str]:
        """Return the headings of the indicator's columns, in order."""
        return [heading(period, part) for period in self.periods for part in indicator.parts]


def make_template(
    names: Sequence[str], first: str, last: str, measure: Measure | None, libraries: Sequence[Path]
) -> OutcomeTemplate | Fault:
    """Return the template for the indicators, or what is wrong with what was asked for.

    Args:
        names: Ids of the indicators; those that are figures already are described as there.
        first: The first month or year.
        last: The last one.
        measure: How new indicators are measured; None for as shares.
        libraries: Folders with figures of one's own.
    """
    periods = periods_through(first, last)
    if isinstance(periods, Fault):
        return periods
    asked = list(dict.fromkeys(names))
    if len(asked) > MOST_INDICATORS:
        return _too_many(len(asked))
    own = [(one, str(one)) for one in libraries]
    library = Library(read_register(), list_library([(shipped_library(), ""), *own]))
    indicators: list[Indicator] = []
    for name in asked:
        made = _indicator(name, measure, library, [one.sheet for one in indicators])
        if isinstance(made, Fault):
            return made
        indicators.append(made)
    return OutcomeTemplate(tuple(indicators), periods, library.register.regions)


def periods_through(first: str, last: str) -> tuple[str, ...] | Fault:
    """Return the months, or the years, from the first to the last."""
    start, end = parse_when(first), parse_when(last)
    for one in (start, end):
        if isinstance(one, Fault):
            return one
    assert isinstance(start, When)
    assert isinstance(end, When)
    if len(start.words) != len(end.words) or len(start.words) > len("2024-01") or end < start:
        return _not_in_a_row(first, last)
    if len(start.words) == len("2024"):
        years = range(start.first.year, end.first.year + 1)
        return tuple(map(str, years))
    months = months_through(start.first, end.first)
    return months if len(months) <= MOST_PERIODS else _too_long(len(months))


def _indicator(name: str, measure: Measure | None, library: Library, sheets: Sequence[str]) -> Indicator | Fault:
    fault = fault_in(FigureHead, "id", name)
    if fault is not None:
        return fault
    reads = library.read_figures((name, RecipientKind.REGION))
    head = next((read.head for read in reads if read.head is not None), None)
    sheet = _sheet_name(name, sheets)
    if head is None:
        return Indicator(name, f"{TO_FILL_IN} (nyckeltalets namn)", measure or Measure.SHARE, None, "", sheet)
    of_figure = Measure.SHARE if head.unit == PER_CENT else Measure.VOLUME
    if measure is not None and measure is not of_figure:
        return _other_measure(name, head.unit, of_figure)
    breaks = ", ".join(one.since.words for one in head.breaks)
    return Indicator(name, head.name, of_figure, head.lower_is_better, breaks, sheet)


def _sheet_name(name: str, taken: Sequence[str]) -> str:
    """Return the id as far as a sheet's name may be long, told apart from those that begin alike."""
    short = name[:LONGEST_SHEET_NAME]
    number = 2
    while short.casefold() in [one.casefold() for one in taken]:
        tail = f"~{number}"
        short, number = name[: LONGEST_SHEET_NAME - len(tail)] + tail, number + 1
    return short


def cover_rows() -> list[tuple[str, str, str]]:
    """Return what the cover sheet asks for: the label, what stands there, and a hint."""
    fill = TO_FILL_IN
    return [
        ("källa", fill, "Vad värdena kommer ur: rapportens eller statistikens namn."),
        ("utgivare", "", "Vem som har gett ut dem, till exempel SKR eller Socialstyrelsen."),
        ("adress", "", "Webbadress eller diarienummer."),
        ("känd från", fill, "Dagen då värdena blev kända: 2024-03-15. En rättelse har en senare dag."),
        ("slag", fill, "officiell, härledd eller syntetisk (påhittade värden är alltid syntetiska)."),
        ("licens", "ej angiven", "Vad som gäller för att använda värdena."),
        ("anmärkning", "", "Fri text som följer med värdena."),
    ]


def about(indicator: Indicator) -> tuple[str, ...]:
    """Return the row of an indicator on the cover: id, name, measure, which way is better, breaks, sheet."""
    better = {None: "", True: "ja", False: "nej"}[indicator.lower_is_better]
    return indicator.id, indicator.name, indicator.measure.value, better, indicator.breaks, indicator.sheet


def about_titles() -> tuple[str, ...]:
    """Return the titles of the list of indicators, as files have them."""
    fields = IndicatorHead.model_fields
    return ("nyckeltal", *(field.alias or name for name, field in fields.items()))


def _not_in_a_row(first: str, last: str) -> Fault:
    return Fault.of(
        "Från {first} till {last} är varken månader eller år i följd.",
        "Skriv två månader (2024-01 och 2024-12) eller två år (2023 och 2024).",
        "From {first} to {last} are neither months nor years in a row.",
        "Write two months (2024-01 and 2024-12) or two years (2023 and 2024).",
        first=first,
        last=last,
    )


def _too_long(n: int) -> Fault:
    return Fault.of(
        "Det är {n} månader; en mall har högst {most}.",
        "Dela upp tiden på flera mallar.",
        "That is {n} months; a template has at most {most}.",
        "Split the time over several templates.",
        n=str(n),
        most=str(MOST_PERIODS),
    )


def _too_many(n: int) -> Fault:
    return Fault.of(
        "Det är {n} nyckeltal; en mall har högst {most}.",
        "Dela upp dem på flera mallar.",
        "Those are {n} indicators; a template has at most {most}.",
        "Split them over several templates.",
        n=str(n),
        most=str(MOST_INDICATORS),
    )


def _other_measure(name: str, unit: str, measure: Measure) -> Fault:
    return Fault.of(
        "Underlaget '{name}' finns redan och är i {unit}.",
        "Ange --kind {measure}, eller ett annat id.",
        "The figure '{name}' exists already and is in {unit}.",
        "Give --kind {measure}, or another id.",
        name=name,
        unit=unit,
        measure=measure.value,
    )
