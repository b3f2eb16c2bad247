"""A library -> the tables of figures: each measurement with its source, and the value of each recipient."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from overens.export.columns import Field, Row, closed
from overens.figures.model import FigureKind, Series
from overens.usecases.documents.parts import word
from overens.usecases.figures import FigureSummary, list_figures
from overens.usecases.library import Library
from overens.usecases.resources.model import make
from overens.usecases.resources.parts import COUNT, KINDS, KNOWN, TEXT, TRUTH, VALUE, known
from overens.vocabulary.money import Mark
from overens.vocabulary.wording import Text


def _measured(library: Library, day: date | None) -> Iterator[tuple[FigureSummary, Series]]:
    return ((one, series) for one in list_figures(library, day) for series in one.series)


def _figures(library: Library, day: date | None) -> Iterator[Row]:
    return (_figure(one, series) for one, series in _measured(library, day))


def _figure(one: FigureSummary, series: Series) -> Row:
    return (
        one.id,
        word(one.kind),
        series.key.measured_on,
        one.name,
        series.unit,
        word(series.kind),
        word(series.mark),
        series.date_inferred,
        series.rounded_to,
        len(series.values),
        sum(value is not None for value in series.values.values()),
        *known(series.known_from),
        series.source,
        series.publisher or None,
        series.address or None,
        series.licence or None,
    )


def _values(library: Library, day: date | None) -> Iterator[Row]:
    names = {(one.kind, one.code): one.name for one in library.register.everyone}
    for one, series in _measured(library, day):
        for code, value in series.values.items():
            yield (
                one.id,
                word(one.kind),
                series.key.measured_on,
                code,
                names.get((one.kind, code)),
                value,
                series.unit,
                word(series.kind),
                *known(series.known_from),
            )


_WHICH = (
    Field("figure", TEXT, Text("underlagets id", "id of the figure")),
    Field("recipients", TEXT, Text("för vilka", "for whom"), KINDS),
    Field("measured_on", TEXT, Text("dag eller period det gäller", "day or period it is of")),
)
_UNIT = Field("unit", TEXT, Text("enhet", "unit"))
_KIND = Field("kind", TEXT, Text("slag av underlag", "kind of figure"), closed(FigureKind))

FIGURES = make(
    "figures",
    Text("Underlag", "Figures"),
    Text(
        "Varje underlag per dag eller period, med enhet, källa och licens. Värdena står i 'values'.",
        "Each figure by day or period, with unit, source and licence. The values stand in 'values'.",
    ),
    ("figure", "recipients", "measured_on"),
    (
        *_WHICH,
        Field("name", TEXT, Text("namn", "name")),
        _UNIT,
        _KIND,
        Field("mark", TEXT, Text("hur värdena är kända", "how the values are known"), closed(Mark)),
        Field("date_inferred", TRUTH, Text("om dagen är härledd", "whether the day is inferred")),
        Field("rounded_to", COUNT, Text("tryckt till närmaste; 0 är exakt", "printed to the nearest; 0 is exact")),
        Field("recipients_listed", COUNT, Text("mottagare i tabellen", "recipients in the table")),
        Field("values_known", COUNT, Text("kända värden", "known values")),
        *KNOWN,
        Field("source", TEXT, Text("källa", "source")),
        Field("publisher", TEXT, Text("utgivare", "publisher"), nullable=True),
        Field("address", TEXT, Text("adress, som den är skriven", "address, as it is written"), nullable=True),
        Field("licence", TEXT, Text("licens", "licence"), nullable=True),
    ),
    _figures,
)
VALUES = make(
    "values",
    Text("Underlagens värden", "Values of the figures"),
    Text(
        "Ett värde per underlag, period och mottagare; exakt, och okänt där inget är publicerat.",
        "One value for each figure, period and recipient; exact, and unknown where none is published.",
    ),
    ("figure", "recipients", "measured_on", "code"),
    (
        *_WHICH,
        Field("code", TEXT, Text("mottagarens kod", "code of the recipient")),
        Field("name", TEXT, Text("mottagarens namn", "name of the recipient"), nullable=True),
        Field("value", VALUE, Text("värde, exakt", "value, exact"), nullable=True),
        _UNIT,
        _KIND,
        *KNOWN,
    ),
    _values,
)
