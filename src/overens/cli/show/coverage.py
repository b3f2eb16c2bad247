"""Which grants there are for which years -> the terminal: a matrix, or one grant year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from overens.agreement.model import Agreement
from overens.cli.language import count, t
from overens.cli.show.page import GAP, Page
from overens.cli.show.parts import say
from overens.usecases.coverage import Coverage, CoveredSeries, CoveredYear, alike, coverage_words
from overens.usecases.wording.amounts import amount_said
from overens.vocabulary.money import Amount
from overens.vocabulary.periods import year_spans

SIGNS = {
    Coverage.IN_LIBRARY: "●",
    Coverage.MISSING: "○",
    Coverage.DID_NOT_EXIST: "–",
    Coverage.UNKNOWN: "?",
    Coverage.NOT_SAID: "·",
}
ROOM_FOR_NAMES = 40
"""How many characters the names have before the years are written with two digits."""


def show_matrix(page: Page, every: Sequence[CoveredSeries]) -> None:
    """Print each grant in each year with a sign, and what the signs mean."""
    page.heading(_title(every))
    years = [year.year for year in every[0].years] if every else []
    short = page.width - len(years) * (4 + len(GAP)) < ROOM_FOR_NAMES
    headings = (t("Bidrag", "Grant"), *(f"{year % 100:02}" if short else str(year) for year in years))
    rows = [(one.name, *(SIGNS[year.state] for year in one.years)) for one in every]
    page.table(headings, rows, right=range(1, len(headings)))
    page.blank()
    counted = Counter(year.state for one in every for year in one.years)
    there = [state for state in Coverage if counted[state]]
    page.line(", ".join(f"{SIGNS[state]} {say(coverage_words(state))} ({counted[state]})" for state in there) + ".")
    page.line(
        t(
            "Varför ett år saknas: overens coverage ÅR, eller --series NAMN.",
            "Why a year is missing: overens coverage YEAR, or --series NAME.",
        )
    )


def show_year(page: Page, every: Sequence[CoveredSeries]) -> None:
    """Print the grants of one year: those that are here, those that are missing and why, and the others."""
    page.heading(_title(every))
    told = [(one.name, one.years[0]) for one in every]
    here = [(name, _amount(year), _what(year)) for name, year in told if year.agreements]
    page.line(f"{_counted(Coverage.IN_LIBRARY, len(here))}:")
    if here:
        headings = (t("Bidrag", "Grant"), t("Belopp", "Amount"), t("Avtal", "Agreement"))
        page.table(headings, here, right=(1,))
    lacking = [(name, year) for name, year in told if year.state is Coverage.MISSING]
    if lacking:
        page.heading(_counted(Coverage.MISSING, len(lacking)))
        page.notes(f"{name}{_known(year)}: {year.reason}" for name, year in lacking)
    for state in (Coverage.UNKNOWN, Coverage.DID_NOT_EXIST, Coverage.NOT_SAID):
        _names(page, say(coverage_words(state)).capitalize(), [name for name, year in told if year.state is state])


def _counted(state: Coverage, n: int) -> str:
    return f"{say(coverage_words(state)).capitalize()} ({n})"


def _known(year: CoveredYear) -> str:
    return f" ({amount_said(year.amount)})" if year.amount is not None else ""


def _names(page: Page, heading: str, names: Sequence[str]) -> None:
    if names:
        page.heading(f"{heading} ({len(names)})")
        page.line("; ".join(names) + ".")


def _title(every: Sequence[CoveredSeries]) -> str:
    grants = count(len(every), ("bidrag", "bidrag"), ("grant", "grants"))
    years = year_spans(year.year for one in every for year in one.years)
    return t("{grants}, {years}", "{grants}, {years}", grants=grants, years=years)


def show_series(page: Page, one: CoveredSeries) -> None:
    """Print one grant year by year: its agreements with their amounts, or why there are none."""
    page.heading(f"{one.name} ({one.id})")
    rows = [
        (year_spans(year.year for year in years), SIGNS[years[0].state], _amount(years[0]), _what(years[0]))
        for years in alike(one.years)
    ]
    headings = (t("År", "Year"), "", t("Belopp", "Amount"), t("Avtal, eller varför inget", "Agreement, or why none"))
    page.table(headings, rows, right=(1, 2))
    if one.remark:
        page.blank()
        page.line(one.remark)


def _amount(year: CoveredYear) -> str:
    if not year.agreements:
        return amount_said(year.amount)
    return amount_said(_total(year.agreements[0])) if len(year.agreements) == 1 else ""


def _total(agreement: Agreement) -> Amount | None:
    return agreement.total if isinstance(agreement.total, Amount) else None


def _what(year: CoveredYear) -> str:
    """Return the agreements, each with its amount where they are several; or the state and the reason."""
    if len(year.agreements) == 1:
        return _named(year, year.agreements[0])
    if year.agreements:
        return "; ".join(f"{_named(year, one)}: {amount_said(_total(one))}" for one in year.agreements)
    why = f": {year.reason}" if year.reason else ""
    return f"{say(coverage_words(year.state))}{why}"


def _named(year: CoveredYear, agreement: Agreement) -> str:
    if agreement.years == (year.year,):
        return agreement.id
    return t("{id}, för {years}", "{id}, for {years}", id=agreement.id, years=year_spans(agreement.years))
