"""Figures -> the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from overens.cli.language import language, t
from overens.cli.show.page import Page
from overens.cli.show.parts import cell, say
from overens.figures.model import Series, figure_kind_words
from overens.usecases.figures import FigureSummary
from overens.vocabulary.recipients import kind_words
from overens.vocabulary.wording import decimal_number


def show_list(page: Page, figures: list[FigureSummary]) -> None:
    """Print every figure with its dates."""
    rows = [
        (
            one.id,
            say(kind_words(one.kind)),
            one.name,
            one.unit,
            f"{one.series[0].key.measured_on} … {one.series[-1].key.measured_on} ({len(one.series)})"
            if len(one.series) > 2
            else ", ".join(s.key.measured_on for s in one.series),
        )
        for one in figures
    ]
    page.table(("Id", t("För", "For"), t("Namn", "Name"), t("Enhet", "Unit"), t("Per", "On")), rows, whole=(0,))
    page.line(
        t(
            "{n} underlag. Ett av dem: overens figures show ID",
            "{n} figures. One of them: overens figures show ID",
            n=str(len(figures)),
        ),
    )


def show_one(page: Page, figures: list[FigureSummary], names: dict[tuple[str, str], str]) -> None:
    """Print a figure's values, one column for each date, and where each date comes from."""
    for one in figures:
        if not one.series:
            continue
        page.heading(f"{one.name} ({one.unit}), {say(kind_words(one.kind))}")
        shown = one.series[-5:]
        codes = sorted({code for s in shown for code in s.values})
        rows = [
            (code, names.get((one.kind.value, code), ""), *(cell(_number(s.values.get(code))) for s in shown))
            for code in codes
        ]
        headings = (t("Kod", "Code"), t("Namn", "Name"), *(s.key.measured_on for s in shown))
        page.table(headings, rows, right=range(2, len(headings)))
        for dates, about in _sources(one.series):
            page.line(f"{dates}: {about}", dim=True)
        for broken in one.series[-1].breaks:
            page.line(
                t(
                    "Brott: från {since} går värdena inte att jämföra med dem före. {why}",
                    "Break: from {since} on values are not comparable with those before. {why}",
                    since=broken.since.words,
                    why=broken.remark,
                ).rstrip(),
            )
        if len(one.series) > len(shown):
            page.line(
                t(
                    "De {n} senaste visas; alla med --csv.",
                    "The latest {n} are shown; all with --csv.",
                    n=str(len(shown)),
                ),
            )


def _sources(series: Sequence[Series]) -> list[tuple[str, str]]:
    """Return what is said of the series' origin, each with the dates that it is said of."""
    said: dict[str, list[str]] = {}
    for one in series:
        inferred = t(", datumet härlett", ", the date inferred") if one.date_inferred else ""
        remark = f" ({one.remark})" if one.remark else ""
        where = " · ".join(filter(None, (one.publisher, one.address)))
        about = f"{say(figure_kind_words(one.kind))}{inferred}. {one.source}. {where}{remark}"
        said.setdefault(about, []).append(one.key.measured_on)
    return [
        (", ".join(dates) if len(dates) < 4 else f"{dates[0]} … {dates[-1]}", about) for about, dates in said.items()
    ]


def _number(value: Fraction | None) -> int | str | None:
    """Return the value to be shown: with all its decimals where they end, else with four."""
    if value is None or value.denominator == 1:
        return None if value is None else int(value)
    ends = 10**12 % value.denominator == 0
    return decimal_number(value, 12 if ends else 4, language())
