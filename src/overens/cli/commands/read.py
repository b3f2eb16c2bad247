"""overens read FILE… [--draft] [--html]."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from overens.cli.command import Command, unwrapped
from overens.cli.document_options import Published, SumNumber
from overens.cli.language import language, t
from overens.cli.options import Common, Form, common_params, find_agreement, read_common, sound_library, stdin_alone
from overens.cli.output import deliver, emit
from overens.cli.parameter_types import FilePath
from overens.cli.summaries import summaries
from overens.cli.terminal import say_beside, write_answer
from overens.vocabulary.problems import Fault

if TYPE_CHECKING:
    from overens.cli.show.page import Page
    from overens.usecases.library import Library
    from overens.usecases.read import Reading

STDIN = Path("-")


def build() -> click.Command:
    """Return the command."""
    return Command(
        "read",
        callback=_run,
        help=summaries()["read"],
        params=[
            click.Argument(["paths"], nargs=-1, required=True, type=FilePath(), metavar=t("FIL…", "FILE…")),
            *_forms(),
            click.Option(
                ["--published"],
                type=Published(),
                metavar=t("DATUM", "DATE"),
                help=t(
                    "När texten publicerades (annars det som filens namn säger); år som inte står ut räknas från det.",
                    "When the text was published (else what the file's name says); years that are left out count from it.",
                ),
            ),
            click.Option(
                ["--all", "whole"],
                is_flag=True,
                help=t("Visa också stycken utan belopp.", "Show paragraphs without sums too."),
            ),
            *_library_params(),
            *common_params(dated=False),
        ],
        epilog=t(
            "Text, Markdown, HTML, PDF eller Word; '-' läser standard in. Flera filer som JSON ger ett objekt per rad.",
            "Text, Markdown, HTML, PDF or Word; '-' reads standard input. Several files as JSON give one object a line.",
        )
        + "\n\n"
        + unwrapped(
            "Exempel: overens read pressmeddelande.md · overens read beslut.pdf --html --out beslut.html"
            " · overens read beslut.pdf --draft --out utkast.yaml · overens read - < brev.txt",
            "Example: overens read press-release.md · overens read decision.pdf --html --out decision.html"
            " · overens read decision.pdf --draft --out draft.yaml · overens read - < letter.txt",
        ),
    )


def _library_params() -> list[click.Parameter]:
    return [
        click.Option(
            ["--against"],
            metavar="ID",
            help=t(
                "Jämför med detta avtal i biblioteket (förvalt: det som texten säkert handlar om).",
                "Compare with this agreement of the library (default: what the text surely is about).",
            ),
        ),
        click.Option(
            ["--no-library"],
            is_flag=True,
            help=t("Jämför inte med biblioteket.", "Do not compare with the library."),
        ),
    ]


def _forms() -> list[click.Parameter]:
    return [
        click.Option(
            ["--html", "as_html"],
            is_flag=True,
            help=t(
                "Texten med allt markerat, som en enda sida (HTML).",
                "The text with everything marked, as one page (HTML).",
            ),
        ),
        click.Option(
            ["--draft", "as_draft"],
            is_flag=True,
            help=t("Ett utkast till avtalsfil att göra klart.", "A draft agreement file to finish."),
        ),
        click.Option(
            ["--total"],
            type=SumNumber(),
            metavar="N",
            help=t(
                "Vilken helhet utkastet gäller, med det nummer som beloppet visas med (förvalt: den första).",
                "Which total the draft is of, by the number that the sum is shown with (default: the first).",
            ),
        ),
    ]


def _run(paths: tuple[Path, ...], as_html: bool, as_draft: bool, **options: Any) -> int:
    common = read_common(options)
    _check(paths, common, as_html=as_html, as_draft=as_draft)
    if options["total"] is not None and not as_draft:
        raise click.UsageError(t("--total hör till --draft.", "--total goes with --draft."))
    if options["against"] is not None and options["no_library"]:
        raise click.UsageError(t("Välj en av --against och --no-library.", "Choose one of --against and --no-library."))
    failed: list[str] = []
    readings = _readings(paths, options["published"] or "", failed)
    if not (as_draft or options["no_library"] or common.form in (Form.CSV, Form.EXCEL)):
        readings = _beside_library(readings, common, options["against"])
    if as_html:
        for reading in readings:
            _notes(reading)
            deliver(common, _page(reading))
    elif as_draft:
        for reading in readings:
            _notes(reading)
            _give_draft(common, reading, options["total"])
    elif common.form is Form.JSON:
        _emit_json(common, readings, alone=len(paths) == 1)
    elif common.form is Form.PEOPLE:
        _emit_people(common, readings, whole=options["whole"])
    else:
        _emit_table(common, readings)
    return 1 if failed else 0


def _check(paths: Sequence[Path], common: Common, *, as_html: bool, as_draft: bool) -> None:
    if sum((as_html, as_draft, common.form is not Form.PEOPLE)) > 1:
        raise click.UsageError(
            t(
                "Välj en av --json, --csv, --csv-excel, --html och --draft.",
                "Choose one of --json, --csv, --csv-excel, --html and --draft.",
            )
        )
    if STDIN in paths and len(paths) > 1:
        raise click.UsageError(stdin_alone())
    if common.out is not None and any(_is_same(path, common.out) for path in paths):
        raise click.UsageError(
            t(
                "--out: {file} är dokumentet som läses; ange en annan fil.",
                "--out: {file} is the document that is read; give another file.",
                file=str(common.out),
            )
        )
    if (as_html or as_draft) and len(paths) > 1:
        raise click.UsageError(
            t(
                "{option} tar en fil i taget; här står {n}.",
                "{option} takes one file at a time; here are {n}.",
                option="--html" if as_html else "--draft",
                n=str(len(paths)),
            )
        )


def _is_same(path: Path, out: Path) -> bool:
    return path.is_file() and out.is_file() and path.samefile(out)


def _readings(paths: Sequence[Path], published: str, failed: list[str]) -> Iterator[Reading]:
    """Yield what was read of each file; one that cannot be read is said, noted, and does not stop the others."""
    from overens.usecases.read import read_bytes, read_file
    from overens.vocabulary.problems import Problem

    tells = len(paths) > 1 and sys.stderr.isatty()
    for n, path in enumerate(paths, 1):
        if tells:
            click.echo(f"\r{n}/{len(paths)} \r", nl=False, err=True)
        reading = (
            read_bytes(_standard_input(), published=published)
            if path == STDIN
            else read_file(path, published=published)
        )
        if isinstance(reading, Problem):
            failed.append(str(path))
            say_beside(reading.say(language()))
            continue
        yield reading


def _beside_library(readings: Iterator[Reading], common: Common, against: str | None) -> Iterator[Reading]:
    """Yield each reading beside the library's agreements; the library is opened once, and not if nothing was read."""
    from overens.agreement.label import EVERYTHING
    from overens.usecases.against_library import compare_with_library

    library: Library | None = None
    for reading in readings:
        library = library or sound_library(common, EVERYTHING)
        asked = find_agreement(library, against) if against is not None else None
        found = compare_with_library(reading.said, library, asked)
        yield replace(reading, against=None if isinstance(found, Fault) else found)


def _standard_input() -> bytes:
    from overens.intake.documents.limits import MOST_BYTES

    return sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin else b""


def _emit_json(common: Common, readings: Iterator[Reading], *, alone: bool) -> None:
    """Give one object for one file, else one object a line, each as soon as it is read."""
    from overens.usecases.documents.reading import read_file_document

    indent = 2 if alone else None
    lines = (
        json.dumps(read_file_document(reading, language()), ensure_ascii=False, indent=indent) + "\n"
        for reading in readings
    )
    if common.out is not None:
        text = "".join(lines)
        if text:
            deliver(common, text)
        return
    for line in lines:
        write_answer(line)


def _notes(reading: Reading) -> None:
    """Say what is to be careful with in the file, where the answer itself has no room for it."""
    for note in reading.source.notes:
        say_beside(note.say(language()))


def _emit_table(common: Common, readings: Iterator[Reading]) -> None:
    from overens.usecases.read_tables import amounts_table

    first = next(readings, None)
    if first is not None:
        emit(common, dict, lambda: amounts_table(_noted(chain([first], readings))), lambda _: None)


def _noted(readings: Iterable[Reading]) -> Iterator[Reading]:
    for reading in readings:
        _notes(reading)
        yield reading


def _emit_people(common: Common, readings: Iterator[Reading], *, whole: bool) -> None:
    """Show each document as soon as it is read; in a file, all of them."""
    for first in readings:
        group = [first] if common.out is None else chain([first], readings)
        emit(common, dict, None, partial(_show_all, group, whole))


def _show_all(readings: Iterable[Reading], whole: bool, page: Page) -> None:
    from overens.cli.show.reading.whole import show_reading

    for reading in readings:
        show_reading(page, reading, whole=whole)


def _page(reading: Reading) -> str:
    from overens.usecases.annotated.page import annotated_page

    return annotated_page(reading, language())


def _give_draft(common: Common, reading: Reading, total: int | None) -> None:
    from overens.cli.drafted import give_draft

    give_draft(common, reading, total)
