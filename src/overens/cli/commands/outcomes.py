"""overens outcomes template, check FILE, import FILE --to FOLDER."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from overens.cli.command import Command, Group, unwrapped
from overens.cli.language import language, t
from overens.cli.options import common_params, lang_option, read_common
from overens.cli.output import emit, refuse_to_replace
from overens.cli.parameter_types import FilePath, Today
from overens.cli.summaries import summaries

if TYPE_CHECKING:
    from overens.usecases.outcomes.template import OutcomeTemplate


class _Required(click.Option):
    """An option that must be given, which the help says in the language of the run."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and what it does."""
        record = super().get_help_record(ctx)
        return record and (record[0], record[1].replace("[required]", t("[krävs]", "[required]")))


def build() -> click.Command:
    """Return the group of commands."""
    return Group(
        "outcomes",
        help=summaries()["outcomes"],
        params=[lang_option()],
        no_args_is_help=True,
        commands=[_template_command(), _check_command(), _import_command()],
    )


def _template_command() -> click.Command:
    return Command(
        "template",
        callback=_template,
        help=t("En mall att fylla i, som Excelfil eller CSV.", "A template to fill in, as an Excel file or CSV."),
        params=[
            _Required(
                ["--indicator", "indicators"],
                multiple=True,
                required=True,
                metavar="ID",
                help=t("Nyckeltalets id. Kan upprepas.", "The indicator's id. May be repeated."),
            ),
            _Required(
                ["--from", "first"],
                required=True,
                metavar=t("MÅNAD", "MONTH"),
                help=t("Första månaden (2024-01) eller året.", "The first month (2024-01) or year."),
            ),
            _Required(
                ["--to", "last"],
                required=True,
                metavar=t("MÅNAD", "MONTH"),
                help=t("Sista månaden eller året.", "The last month or year."),
            ),
            click.Option(
                ["--kind"],
                type=click.Choice(["volym", "andel"]),
                help=t(
                    "Antal, eller andel med täljare och nämnare (förvalt).",
                    "Counts, or shares with numerator and denominator (default).",
                ),
            ),
            _Required(
                ["-o", "--out"],
                type=FilePath(),
                required=True,
                metavar=t("FIL", "FILE"),
                help=t(
                    "Mallen: .xlsx eller .csv. Inget skrivs över.", "The template: .xlsx or .csv. Never written over."
                ),
            ),
            _library_option(),
            lang_option(),
        ],
        epilog=unwrapped(
            "Exempel: overens outcomes template --indicator bup-besok \\ ·   --from 2024-01 --to 2024-12 -o mall.xlsx",
            "Example: overens outcomes template --indicator bup-visits \\ ·   --from 2024-01 --to 2024-12 -o mall.xlsx",
        ),
    )


def _check_command() -> click.Command:
    return Command(
        "check",
        callback=_check,
        help=t(
            "Granska en ifylld mall eller CSV; inget skrivs.", "Check a filled template or CSV; nothing is written."
        ),
        params=[_file_argument(), _today_option(), _json_option(), lang_option()],
        epilog=_exit_code(),
    )


def _import_command() -> click.Command:
    return Command(
        "import",
        callback=_import,
        help=t(
            "Lägg in utfall som underlag; en rättelse blir en ny version.",
            "Take outcomes in as figures; a correction becomes a new version.",
        ),
        params=[
            _file_argument(),
            _Required(
                ["--to", "folder"],
                type=FilePath(),
                required=True,
                metavar=t("MAPP", "DIR"),
                help=t(
                    "Mappen för underlagen. Inget skrivs över.", "The folder for the figures. Nothing is written over."
                ),
            ),
            _library_option(),
            _today_option(),
            _json_option(),
            lang_option(),
        ],
        epilog=_exit_code(),
    )


def _file_argument() -> click.Argument:
    return click.Argument(["file"], type=FilePath(), metavar=t("FIL", "FILE"))


def _library_option() -> click.Parameter:
    return next(param for param in common_params() if param.name == "library")


def _json_option() -> click.Parameter:
    return next(param for param in common_params() if param.name == "as_json")


def _today_option() -> click.Option:
    return click.Option(
        ["--today"],
        type=Today(),
        default="idag",
        metavar=t("DATUM", "DATE"),
        help=t(
            "Dagen efter vilken inget kan vara känt (förvalt: i dag).",
            "The day after which nothing can be known (default: today).",
        ),
    )


def _exit_code() -> str:
    return t(
        "Slutkod 1 om det finns fel; då skrivs inget. Luckor är varningar.",
        "Exit code 1 if there are errors; then nothing is written. Gaps are warnings.",
    )


def _template(
    indicators: tuple[str, ...], first: str, last: str, kind: str | None, out: Path, library: tuple[Path, ...]
) -> int:
    from overens.cli.terminal import say_beside
    from overens.export.write_file import write_whole
    from overens.figures.outcomes.head import Measure
    from overens.usecases.outcomes.template import make_template
    from overens.vocabulary.problems import Fault

    if out.suffix.lower() not in (".xlsx", ".csv"):
        raise click.UsageError(
            t(
                "--out: '{file}' ska sluta på .xlsx eller .csv.",
                "--out: '{file}' should end in .xlsx or .csv.",
                file=str(out),
            )
        )
    refuse_to_replace(out)
    template = make_template(indicators, first, last, Measure(kind) if kind else None, library)
    content = template if isinstance(template, Fault) else _content(template, out)
    if isinstance(content, Fault):
        raise click.UsageError(f"{content.message.say(language())} {content.remedy.say(language())}")
    write_whole(out, content)
    say_beside(
        t(
            "Skrev {file}. Fyll i den, och sedan: overens outcomes check {file}",
            "Wrote {file}. Fill it in, and then: overens outcomes check {file}",
            file=str(out),
        )
    )
    return 0


def _content(template: OutcomeTemplate, out: Path) -> Any:
    from overens.usecases.outcomes.template_file import csv_file, workbook

    return workbook(template) if out.suffix.lower() == ".xlsx" else csv_file(template)


def _check(file: Path, today: date, **options: Any) -> int:
    from overens.intake.register import read_register
    from overens.usecases.documents.outcomes import outcomes_document
    from overens.usecases.outcomes.read import read_outcomes

    answer = read_outcomes(file, read_register(), today)

    def show(page: Any) -> None:
        from overens.cli.show.outcomes import show_read

        show_read(page, answer, answer.problems)

    emit(read_common(options), lambda: outcomes_document(answer, answer.problems, language()), None, show)
    return 1 if answer.faulty else 0


def _import(file: Path, folder: Path, library: tuple[Path, ...], today: date, **options: Any) -> int:
    from overens.usecases.documents.outcomes import import_document
    from overens.usecases.outcomes.into_folder import plan_import, write_import

    if folder.exists() and not folder.is_dir():
        raise click.UsageError(
            t("--to: {path} är en fil; ange en mapp.", "--to: {path} is a file; name a folder.", path=str(folder))
        )
    planned = plan_import(file, folder, library, today)
    if not planned.faulty:
        write_import(planned)

    def show(page: Any) -> None:
        from overens.cli.show.outcomes import show_import

        show_import(page, planned)

    emit(read_common(options), lambda: import_document(planned, language()), None, show)
    return 1 if planned.faulty else 0
