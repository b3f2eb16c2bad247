"""A template of outcomes -> the file to fill in: a workbook, or CSV with a head."""

from __future__ import annotations

import csv
import io

from overens.export.outcome_workbook import CoverSheet, IndicatorSheet, write_workbook
from overens.figures.model import FigureKind
from overens.figures.outcomes.cover import COVER, LABELS
from overens.figures.outcomes.head import Measure
from overens.figures.outcomes.periods import Part
from overens.intake.outcomes.faults import not_installed
from overens.usecases.outcomes.template import Indicator, OutcomeTemplate, about, about_titles, cover_rows
from overens.vocabulary.problems import Fault
from overens.writing.write_tree import Keyed, Scalar, other_than_text, write_tree
from overens.writing.write_tree import Part as Written

_STEPS = (
    "1. Fyll i de gula rutorna här. Listan längst ned säger vad varje blad handlar om.",
    "2. Fyll i ett blad per nyckeltal: en rad per region, en kolumn per period (för andelar täljare och nämnare).",
    "3. Lämna cellen tom om värdet inte är känt; skriv .. om källan säger att det inte publiceras. Lägg inte till riket.",
    "4. Granska: overens outcomes check FIL. Lägg in: overens outcomes import FIL --to MAPP.",
)
_SHARE_HINT = "Antal i täljare och nämnare, inte procent. Rött: täljaren är större än nämnaren."
_VOLUME_HINT = "Antal, hela tal."
_NOT_A_COUNT = "Skriv ett heltal, lämna tomt, eller skriv .. om värdet inte publiceras."


def workbook(template: OutcomeTemplate) -> bytes | Fault:
    """Return the template as a workbook, or that what writes it is not installed."""
    cover = CoverSheet(
        COVER,
        "Utfall att fylla i",
        _STEPS,
        cover_rows(),
        {
            "slag": [kind.value for kind in FigureKind if kind is not FigureKind.IMPLIED],
            "mått": [one.value for one in Measure],
            "lägre är bättre": ["ja", "nej"],
        },
        about_titles(),
        [about(one) for one in template.indicators],
    )
    try:
        return write_workbook(cover, [_sheet(template, one) for one in template.indicators])
    except ImportError as absent:
        return not_installed(absent.name or "xlsxwriter")


def _sheet(template: OutcomeTemplate, indicator: Indicator) -> IndicatorSheet:
    share = indicator.measure is Measure.SHARE
    return IndicatorSheet(
        indicator.sheet,
        f"{indicator.id}",
        _SHARE_HINT if share else _VOLUME_HINT,
        template.headings(indicator),
        [(one.code, one.short_name) for one in template.regions],
        share,
        _NOT_A_COUNT,
    )


def csv_file(template: OutcomeTemplate) -> str:
    """Return the template as CSV that Swedish spreadsheets open: a head of '# ' lines, a row for every value."""
    head = "".join(f"# {line}".rstrip() + "\r\n" for line in write_tree(_head(template)).splitlines())
    share = any(one.measure is Measure.SHARE for one in template.indicators)
    volume = any(one.measure is Measure.VOLUME for one in template.indicators)
    values = [part.value for part, shown in zip(Part, (volume, share, share), strict=True) if shown]
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(["nyckeltal", "per", "kod", "namn", *values])
    for indicator in template.indicators:
        for period in template.periods:
            for region in template.regions:
                rows.writerow([indicator.id, period, region.code, region.short_name, *([""] * len(values))])
    return "\ufeff" + head + out.getvalue()


def _head(template: OutcomeTemplate) -> Keyed:
    entries: dict[str, Written] = {}
    for label, value, _ in cover_rows():
        group, *key = LABELS[label]
        if not key:
            entries |= {label: _words(value)} if value else {}
        elif value:
            entries[str(group)] = Keyed({str(key[0]): _words(value)})
    titles = about_titles()[1:4]
    entries["nyckeltal"] = Keyed(
        {
            one.id: Keyed({title: _words(words) for title, words in zip(titles, about(one)[1:4], strict=True) if words})
            for one in template.indicators
        },
        is_block=True,
    )
    return Keyed(entries)


def _words(words: str) -> Scalar:
    return Scalar(words, other_than_text(words))
