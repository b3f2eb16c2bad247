"""overens calendar "region jönköpings län" 2024 --ics."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from overens.agreement.label import EVERYTHING, Wanted
from overens.cli.command import Command, unwrapped
from overens.cli.language import language, t
from overens.cli.options import Common, Form, common_params, find_agreement, find_place, read_common, sound_library
from overens.cli.output import deliver, emit
from overens.cli.parameter_types import Day, Today, YearNumber
from overens.cli.summaries import summaries
from overens.export.csv_table import Table
from overens.followup.model import EventKind, find_kind, kind_words
from overens.usecases.calendar import Asked, YearCalendar, show_calendar
from overens.usecases.library import Library


class Kind(click.ParamType[EventKind]):
    """A kind of event on the command line, in Swedish or by its English name."""

    name = "slag"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> EventKind:
        """Return the kind."""
        if isinstance(value, EventKind):
            return value
        found = find_kind(str(value))
        if found is None:
            self.fail(t("skriv ett av: {kinds}.", "write one of: {kinds}.", kinds=kind_list()), param, ctx)
        return found


def kind_list() -> str:
    """Return the kinds as a person may write them."""
    names = [kind_words(kind).say(language()) for kind in EventKind]
    return ", ".join(f'"{name}"' if " " in name else name for name in names)


def build() -> click.Command:
    """Return the command."""
    return Command(
        "calendar",
        callback=_run,
        help=summaries()["calendar"],
        params=[
            click.Argument(["words"], nargs=-1, required=True, metavar=t("[NAMN] ÅR", "[NAME] YEAR")),
            *_filters(),
            *common_params(),
            click.Option(
                ["--ics", "as_ics"],
                is_flag=True,
                help=t(
                    "Som kalenderfil (.ics) till Outlook och andra.",
                    "As a calendar file (.ics) for Outlook and others.",
                ),
            ),
        ],
        epilog=unwrapped(
            'Exempel: overens calendar "region jönköpings län" 2024 · overens calendar nässjö 2024 --during'
            " · overens calendar 2024 --kind rekvisition · overens calendar håbo 2024 --ics --out håbo-2024.ics",
            'Example: overens calendar "region jönköpings län" 2024 · overens calendar nässjö 2024 --during'
            " · overens calendar 2024 --kind requisition · overens calendar håbo 2024 --ics --out håbo-2024.ics",
        ),
    )


def _filters() -> list[click.Parameter]:
    day = t("DATUM", "DATE")
    return [
        click.Option(
            ["--during"],
            is_flag=True,
            help=t(
                "Allt som infaller under året, vilket års pengar det än gäller. Annars: allt om årets pengar, också datum andra år.",
                "All that falls in the year, whatever year's money it is. Otherwise: all about the year's money, other years' dates too.",
            ),
        ),
        click.Option(
            ["--mine"], is_flag=True, help=t("Bara det platsen själv ska göra.", "Only what the place itself must do.")
        ),
        click.Option(
            ["--kind", "kinds"],
            type=Kind(),
            multiple=True,
            metavar=t("SLAG", "KIND"),
            help=t(
                "Bara detta slag: {kinds}. Kan upprepas.",
                "Only this kind: {kinds}. May be repeated.",
                kinds=kind_list(),
            ),
        ),
        click.Option(
            ["--agreement", "agreements"],
            multiple=True,
            metavar="ID",
            help=t("Bara detta avtal. Kan upprepas.", "Only this agreement. May be repeated."),
        ),
        click.Option(
            ["--from", "first"],
            type=Day(first=True),
            metavar=day,
            help=t("Bara från den dagen.", "Only from that day."),
        ),
        click.Option(
            ["--to", "last"], type=Day(), metavar=day, help=t("Bara till och med den dagen.", "Only until that day.")
        ),
        click.Option(
            ["--today"],
            type=Today(),
            metavar=day,
            help=t(
                "Visa vad som har passerat den dagen ('idag' går bra). Utan den läses ingen klocka.",
                "Show what has passed by that day ('today' will do). Without it no clock is read.",
            ),
        ),
    ]


def _run(words: tuple[str, ...], **options: Any) -> int:
    as_ics = options.pop("as_ics")
    common = read_common(options)
    if as_ics and common.form is not Form.PEOPLE:
        raise click.UsageError(
            t("Välj en av --json, --csv, --csv-excel och --ics.", "Choose one of --json, --csv, --csv-excel and --ics.")
        )
    *name, last = words
    context = click.get_current_context()
    year = YearNumber().convert(last, context.command.params[0], context)
    first_day, last_day = options.pop("first") or date.min, options.pop("last") or date.max
    _check(options["mine"], bool(name), first_day, last_day)
    library = sound_library(common, EVERYTHING if options["during"] else Wanted(year=year))
    asked = Asked(
        year,
        find_place(library, " ".join(name)) if name else None,
        first=first_day,
        last=last_day,
        as_known_on=common.as_known_on,
        during=options["during"],
        mine=options["mine"],
        kinds=options["kinds"],
        agreements=_agreements(library, options["agreements"], year),
        today=options["today"],
    )
    answer = show_calendar(library, asked)
    if as_ics:
        from overens.usecases.calendar_file import calendar_file

        deliver(common, calendar_file(answer, language()))
    else:
        _emit(common, answer)
    return 0


def _check(mine: bool, named: bool, first: date, last: date) -> None:
    if mine and not named:
        raise click.UsageError(
            t(
                "--mine behöver en plats: skriv dess namn före året.",
                "--mine needs a place: write its name before the year.",
            )
        )
    if first > last:
        raise click.UsageError(
            t(
                "--from {first} kommer efter --to {last}. Byt plats på dem.",
                "--from {first} comes after --to {last}. Change them around.",
                first=str(first),
                last=str(last),
            )
        )


def _agreements(library: Library, typed: Sequence[str], year: int) -> tuple[str, ...]:
    """Return the ids, or stop: with what may have been meant, or because the agreement is for another year."""
    for one in typed:
        if one in library.ids and one not in library.written:
            raise click.UsageError(
                t(
                    "Avtalet '{id}' gäller inte {year}. Ange dess eget år, eller --during.",
                    "The agreement '{id}' is not for {year}. Give its own year, or --during.",
                    id=one,
                    year=str(year),
                )
            )
    return tuple(find_agreement(library, one) for one in typed)


def _emit(common: Common, answer: YearCalendar) -> None:
    def document() -> dict[str, Any]:
        from overens.usecases.documents.calendar import calendar_document

        return calendar_document(answer, language())

    def table() -> Table:
        from overens.usecases.calendar_tables import calendar_table

        return calendar_table(answer)

    def show(page: Any) -> None:
        from overens.cli.show.calendar import show_calendar as show_in_terminal

        show_in_terminal(page, answer)

    emit(common, document, table, show)
