"""Outcomes of one indicator -> the text of a figure file: the first, or a correction of what is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.figures.counted import Counted
from overens.figures.header import FigureHead, Recipients, SeriesHead
from overens.figures.model import Series
from overens.figures.outcomes.head import IndicatorHead, OutcomeHead
from overens.figures.outcomes.periods import runs
from overens.figures.outcomes.values import Outcome
from overens.figures.read_rows import NO_VALUE
from overens.vocabulary.recipients import RecipientKind, Register
from overens.vocabulary.wording import exact_decimal
from overens.writing.write_clause import write_clause


@dataclass(frozen=True)
class Value:
    """What one region has in one period; a value of None is not published."""

    value: Fraction | None
    counted: Counted | None = None


Values = Mapping[str, Mapping[str, Value]]
"""Period -> code -> value."""


def changes(outcomes: Iterable[Outcome], known: Sequence[Series], register: Register) -> Values:
    """Return what the outcomes say that is not known already; a period that is new is given for every region.

    Args:
        known: The series of the figure, each as it is known last.
    """
    before = {one.key.measured_on: one for one in known}
    found: dict[str, dict[str, Value]] = {}
    for one in outcomes:
        value, earlier = Value(one.value, one.counted), before.get(one.period)
        if earlier is None or one.code not in earlier.values or value != _of(earlier, one.code):
            found.setdefault(one.period, {})[one.code] = value
    codes = [one.code for one in register.of(RecipientKind.REGION)]
    whole = {
        period: {**dict.fromkeys(codes, Value(None)), **of} for period, of in found.items() if period not in before
    }
    return {period: whole.get(period, of) for period, of in sorted(found.items())}


def _of(series: Series, code: str) -> Value:
    return Value(series.values[code], series.counted.get(code))


def write_figure(indicator: str, about: IndicatorHead, head: OutcomeHead, values: Values, register: Register) -> str:
    """Return the figure file of the values, each series known from the day that the head says."""
    return written_figure(figure_head(indicator, about, head, list(values)), values, register)


def figure_head(indicator: str, about: IndicatorHead, head: OutcomeHead, periods: Sequence[str]) -> FigureHead:
    """Return the head of a figure file with a series for each run of months, or for each year."""
    series = SeriesHead.model_validate(
        {
            "slag": head.kind,
            "källa": head.source,
            "känd från": head.known_from.words,
            **({"anmärkning": head.remark} if head.remark else {}),
        }
    )
    return FigureHead.model_validate(
        {
            "id": indicator,
            "namn": about.name,
            "enhet": about.measure.unit,
            "mottagare": Recipients.REGIONS,
            "licens": head.licence,
            **({} if about.lower_is_better is None else {"lägre är bättre": "ja" if about.lower_is_better else "nej"}),
            "brott": about.breaks,
            "serier": dict.fromkeys(_spans(periods), series),
        }
    )


def _spans(periods: Sequence[str]) -> list[str]:
    months = [period for period in periods if len(period) > 4]
    return [
        *(period for period in sorted(periods) if len(period) == 4),
        *(first if first == last else f"{first}/{last}" for first, last in runs(months)),
    ]


def written_figure(head: FigureHead, values: Values, register: Register) -> str:
    """Return a figure file's text: the head as lines that begin with '# ', then a row for each value."""
    comments = "".join(f"# {line}".rstrip() + "\n" for line in write_clause(head).splitlines())
    every = [(period, code, value) for period, of in values.items() for code, value in sorted(of.items())]
    counts = any(value.counted for _, _, value in every)
    alone = not counts or any(value.counted is None and value.value is not None for _, _, value in every)
    names = {one.code: one.short_name for one in register.of(head.recipients.kind)}
    columns = ["per", "kod", "namn", *(["värde"] if alone else []), *(["täljare", "nämnare"] if counts else [])]
    rows = [
        [
            period,
            code,
            names[code],
            *([_number(value.value)] if alone else []),
            *(map(_number, value.counted or (None, None)) if counts else []),
        ]
        for period, code, value in every
    ]
    return comments + "".join(",".join(row) + "\n" for row in [columns, *rows])


def _number(value: Fraction | None) -> str:
    return NO_VALUE if value is None else exact_decimal(value)
