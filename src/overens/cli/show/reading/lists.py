"""The tables, dates, names and passages of a document -> the terminal, each with its line and sentence."""

from __future__ import annotations

from fractions import Fraction

from overens.cli.language import language, t
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.drafting.findings.model import Certainty
from overens.drafting.model import ReadDate, ReadTable, Span
from overens.drafting.wording import judged_words
from overens.usecases.read import Reading
from overens.usecases.wording.reading import (
    CODE,
    NAME,
    NO_FINDINGS,
    VALUE,
    date_day,
    dates_in_order,
    finding_words,
    lines_words,
    passage_kind,
    table_title,
    table_under,
    table_words,
    total_words,
)
from overens.vocabulary.wording import decimal_number


def show_tables(page: Page, reading: Reading) -> None:
    """Print every table: what it is headed, its unit, its rows, its total, and whether they sum to it."""
    if not reading.said.tables:
        return
    page.heading(t("Tabeller", "Tables"))
    for n, table in enumerate(reading.said.tables, 1):
        if n > 1:
            page.blank()
        _table(page, reading, n, table)


def _table(page: Page, reading: Reading, n: int, table: ReadTable) -> None:
    page.line(say(table_title(reading, n, table)))
    under = table_under(table)
    if under is not None:
        page.line(say(under), dim=True)
    rows = [
        (row.code or "–", row.name, _number(row.value) if row.value is not None else row.printed) for row in table.rows
    ]
    total = ("", say(total_words(table)), _number(table.total)) if table.total is not None else None
    page.table((say(CODE), say(NAME), say(VALUE)), rows, right=(2,), total=total)
    page.line(say(table_words(table)), colour="yellow" if table.sums is False else None)


def _number(value: Fraction) -> str:
    return decimal_number(value, 4, language())


def show_dates(page: Page, reading: Reading) -> None:
    """Print the dates: what must be done first, each with the sentence that says it."""
    if not reading.said.dates:
        return
    page.heading(t("Datum", "Dates"))
    for date in dates_in_order(reading.said.dates):
        _date(page, reading, date)


def _date(page: Page, reading: Reading, date: ReadDate) -> None:
    words = t(
        "{role}: {day} · rad {line}: {sentence}",
        "{role}: {day} · line {line}: {sentence}",
        role=say(judged_words(date.role)),
        day=say(date_day(date)),
        line=str(reading.places.line(date.span.start)),
        sentence=_quoted(reading, date.span),
    )
    page.tree(0, "·", words, colour="yellow" if date.impossible else None)


def show_names(page: Page, reading: Reading) -> None:
    """Print the agreements that the text names."""
    if not reading.said.names:
        return
    page.heading(t("Avtal som nämns", "Agreements that are named"))
    for name in reading.said.names:
        line = str(reading.places.line(name.span.start))
        page.tree(0, "·", t("{name} · rad {line}", "{name} · line {line}", name=name.text, line=line))


def show_passages(page: Page, reading: Reading) -> None:
    """Print the sentences that speak of a rule, each with which kind it may be."""
    if not reading.said.passages:
        return
    page.heading(t("Vilka regler texten talar om (förslag)", "Which rules the text speaks of (proposals)"))
    for passage in reading.said.passages:
        words = t(
            "{kind} · rad {line}: {sentence}",
            "{kind} · line {line}: {sentence}",
            kind=say(passage_kind(passage)),
            line=str(reading.places.line(passage.span.start)),
            sentence=f"”{' '.join(passage.text.split())}”",
        )
        page.tree(0, "·", words)


def show_findings(page: Page, reading: Reading) -> None:
    """Print what does not agree in the document, how sure that is, and what to do."""
    page.heading(t("Att se över", "To look over"))
    if not reading.findings:
        page.line(say(NO_FINDINGS))
    for finding in reading.findings:
        words = f"{say(lines_words(reading, finding.where))}: {say(finding_words(finding))}"
        page.tree(0, "!", words, colour=None if finding.sure is Certainty.POSSIBLE else "yellow")


def _quoted(reading: Reading, span: Span) -> str:
    return f"”{reading.places.sentence_words(span)}”"
