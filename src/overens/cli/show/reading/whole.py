"""A document that was read -> the terminal: the text, the tree of sums, tables, dates, names, rules, and what to do next."""

from __future__ import annotations

import shlex
from itertools import chain

from overens.cli.language import count, language, t
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.cli.show.reading.against import show_against
from overens.cli.show.reading.lists import show_dates, show_findings, show_names, show_passages, show_tables
from overens.cli.show.reading.sums import show_sums
from overens.cli.show.reading.text import show_text
from overens.drafting.sums import walk_sums
from overens.usecases.draft import draft_agreement
from overens.usecases.read import Reading
from overens.usecases.wording.reading import source_words
from overens.vocabulary.problems import Severity


def show_reading(page: Page, reading: Reading, *, whole: bool) -> None:
    """Print the document and what was read of it.

    Args:
        whole: Whether paragraphs without any value are shown too, however long the document.
    """
    page.heading(t("Läst: {file}", "Read: {file}", file=reading.file))
    page.line(say(source_words(reading)), dim=True)
    for note in reading.source.notes:
        page.line(note.say(language()), colour="yellow" if note.severity is Severity.WARNING else "red")
    show_text(page, reading, whole=whole)
    show_sums(page, reading)
    show_tables(page, reading)
    show_dates(page, reading)
    show_names(page, reading)
    show_passages(page, reading)
    show_findings(page, reading)
    show_against(page, reading)
    _next(page, reading)


def _next(page: Page, reading: Reading) -> None:
    nodes = list(walk_sums(reading.sums))
    shown = [*(node.amount for node in nodes), *chain.from_iterable(node.beside for node in nodes)]
    unsure = sum(not (amount.role.sure and amount.receiver.sure) for amount in shown)
    page.heading(t("Vad du kan göra nu", "What you can do now"))
    if unsure:
        n = count(unsure, ("belopp", "belopp"), ("sum", "sums"))
        page.item(
            "·",
            t(
                "Avgör {n} med '?': texten säger inte säkert vad beloppet är eller vem som får det.",
                "Decide on {n} with '?': the text does not say for sure what the sum is or who gets it.",
                n=n,
            ),
        )
    file = shlex.quote(reading.file) if reading.file != "-" else "-"
    if reading.said.amounts:
        draft = t("utkast.yaml", "draft.yaml")
        page.item(
            "·",
            t(
                "Ett utkast till avtalsfil, och vad som är kvar i det:",
                "A draft of an agreement file, and what is left to do in it:",
            ),
        )
        page.verbatim(f"  overens read {file} --draft --out {draft}")
        page.verbatim(f"  overens check {draft}{' --library .' if draft_agreement(reading.said).files else ''}")
    page.item("·", t("Texten med allt markerat, som en sida:", "The text with everything marked, as a page:"))
    page.verbatim(f"  overens read {file} --html --out {_page_name(reading.file)}")


def _page_name(file: str) -> str:
    """Return a name for the page beside the document's own."""
    stem = file.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or t("last", "read")
    return shlex.quote(f"{stem}.html") if file != "-" else t("last.html", "read.html")
