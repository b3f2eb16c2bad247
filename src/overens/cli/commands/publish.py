"""overens publish: the whole portal as files in a folder, for any web server."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from overens.cli.command import Command
from overens.cli.extras import REFUSED, refuse_without
from overens.cli.faulty import Faulty
from overens.cli.language import count, language, t
from overens.cli.options import as_known_on_option, find_place, lang_option, library_option
from overens.cli.parameter_types import FilePath, Today, YearNumber
from overens.cli.processes import cores, processes_option
from overens.cli.summaries import summaries
from overens.cli.terminal import say_beside
from overens.cli.web_address import WebAddress
from overens.vocabulary.wording import Text, whole_number

if TYPE_CHECKING:
    from overens.usecases.library import Library
    from overens.web.publishing.publish import Published

WRONG_USE, INTERRUPTED = 2, 130
_PAGES_PER_PLACE = 20
"""About how many pages a place has in a year, in both languages: what progress is told against before all are known."""
_PAGES_OF_NO_PLACE = 150


def build() -> click.Command:
    """Return the command."""
    return Command(
        "publish",
        callback=_run,
        help=summaries()["publish"],
        params=[
            click.Argument(["folder"], type=FilePath(), metavar=t("MAPP", "DIR")),
            click.Argument(["years"], type=YearNumber(), nargs=-1, metavar=t("[ÅR …]", "[YEAR …]")),
            click.Option(
                ["--address"],
                type=WebAddress(),
                metavar=t("ADRESS", "ADDRESS"),
                help=t(
                    "Var utgåvan ska stå, för källhänvisningar: https://bidrag.example.se.",
                    "Where the edition will stand, for citations: https://grants.example.com.",
                ),
            ),
            click.Option(
                ["--place"],
                multiple=True,
                metavar=t("PLATS", "PLACE"),
                help=t("Bara den här platsens sidor. Kan upprepas.", "Only this place's pages. May be repeated."),
            ),
            *_dated(),
            library_option(),
            processes_option(),
            click.Option(
                ["--replace"],
                is_flag=True,
                help=t(
                    "Ta först bort filerna i den utgåva som mappen har.",
                    "First remove the files of the edition that the folder has.",
                ),
            ),
            lang_option(),
        ],
        epilog=t("Alla år om inget anges. Mer: docs/utgavan.md", "All years if none is given. More: docs/utgavan.md"),
    )


def _dated() -> list[click.Parameter]:
    return [
        as_known_on_option(),
        click.Option(
            ["--today"],
            type=Today(),
            metavar=t("DATUM", "DATE"),
            help=t(
                "Dagen den ses från, eller 'idag' (förvalt: den sista som biblioteket vet något om).",
                "The day it is seen from, or 'today' (default: the last that the library knows of).",
            ),
        ),
    ]


def _run(
    folder: Path,
    years: tuple[int, ...],
    address: str | None,
    place: tuple[str, ...],
    as_known_on: date | None,
    today: date | None,
    library: tuple[Path, ...],
    processes: int | None,
    replace: bool,
) -> int:
    try:
        from overens.web.publishing.publish import Wanted, publish
        from overens.web.shelf import read_shelved
    except ModuleNotFoundError as absent:
        return refuse_without(Text("Utgåvan", "The edition"), absent, "web")
    shelved = read_shelved(library)
    if shelved.problems:
        raise Faulty(list(shelved.problems))
    _check_years(shelved.library, years)
    wanted = Wanted(years or None, _words(shelved.library, place), today, as_known_on, address or "")
    guess = (len(years) or len(shelved.library.years)) * (_PAGES_PER_PLACE * (len(place) or 330) + _PAGES_OF_NO_PLACE)

    def write(tell: Callable[[int, int], None]) -> Published:
        return publish(
            shelved, wanted, folder, library, processes=processes or cores(), replace_other=replace, tell=tell
        )

    return _written(folder, guess, write)


def _written(folder: Path, guess: int, write: Callable[[Callable[[int, int], None]], Published]) -> int:
    """Write the edition, telling how far it has come; say how it ended and return the exit code.

    Args:
        guess: About how many pages there are.
    """
    from overens.export.folder.unfit import CannotLock, Unfit

    try:
        with _progress(guess) as tell:
            published = write(tell)
    except Unfit as unfit:
        say_beside(f"{unfit.fault.message.say(language())} {unfit.fault.remedy.say(language())}")
        return REFUSED if isinstance(unfit, CannotLock) else WRONG_USE
    except ChildProcessError:
        say_beside(
            t(
                "En av processerna som skriver dog, kanske av brist på minne. Samma kommando fortsätter; prova --processes 1.",
                "One of the processes that write died, perhaps for lack of memory. The same command goes on; try --processes 1.",
            )
        )
        return REFUSED
    except KeyboardInterrupt:
        say_beside(
            t(
                "Avbrutet. Det som är skrivet är kvar i {folder}; samma kommando fortsätter.",
                "Interrupted. What is written is left in {folder}; the same command goes on.",
                folder=str(folder),
            )
        )
        return INTERRUPTED
    _say_done(folder, published)
    return 0


def _check_years(library: Library, years: Sequence[int]) -> None:
    """Stop at a year that the library has nothing of."""
    for year in years:
        if year not in library.years:
            raise click.UsageError(
                t(
                    "Biblioteket har inga avtal för {year}. Det har: {years}.",
                    "The library has no agreements for {year}. It has: {years}.",
                    year=year,
                    years=", ".join(map(str, sorted(library.years))),
                )
            )


def _words(library: Library, places: Sequence[str]) -> frozenset[str]:
    """Return the places' words in addresses."""
    from overens.web.addresses import address_book

    book = address_book(library.register)
    return frozenset(book.word(find_place(library, typed)) for typed in places)


@contextmanager
def _progress(guess: int) -> Iterator[Callable[[int, int], None]]:
    """Show how far it has come: a bar on a terminal, elsewhere a line for each tenth."""
    label = t("Sidor", "Pages")
    if not sys.stderr.isatty():
        yield _each_tenth(guess, label)
        return
    with click.progressbar(length=guess, label=label, file=sys.stderr, show_pos=True, show_eta=True) as bar:

        def tell(done: int, known: int) -> None:
            bar.length = max(known, bar.length or 0)
            bar.update(done - bar.pos)

        yield tell


def _each_tenth(guess: int, label: str) -> Callable[[int, int], None]:
    told = 0

    def tell(done: int, known: int) -> None:
        nonlocal told
        tenths = 10 * done // max(known, guess, 1)
        if tenths > told:
            told = tenths
            say_beside(f"{label}: {tenths * 10} % ({whole_number(done)})")

    return tell


def _say_done(folder: Path, published: Published) -> None:
    files = count(published.files, ("fil", "filer"), ("file", "files"))
    size = whole_number(max(1, round(published.size / 1_000_000)))
    key, day = published.edition.key, published.edition.as_known_on or published.edition.today
    if published.before:
        click.echo(
            t(
                "{folder} har redan utgåvan {key}, hel: {files}, {size} MB. Inget är ändrat.",
                "{folder} has the edition {key} already, whole: {files}, {size} MB. Nothing is changed.",
                folder=str(folder),
                key=key,
                files=files,
                size=size,
            )
        )
        return
    click.echo(
        t(
            "Utgåvan {key} är skriven i {folder}: {files}, {size} MB, sedd från {day}.",
            "The edition {key} is written in {folder}: {files}, {size} MB, seen from {day}.",
            folder=str(folder),
            key=key,
            files=files,
            size=size,
            day=day.isoformat(),
        )
    )
    click.echo(t("Titta på den: {command}", "Look at it: {command}", command=f"python3 -m http.server -d {folder}"))
    for file in published.refused[:5]:
        say_beside(
            t(
                "{file} säger bara att det inte finns något svar.",
                "{file} only says that there is no answer.",
                file=file,
            )
        )
