"""overens export, export TABLE --parquet --out FILE, export --all --parquet --out FOLDER."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from overens.agreement.label import EVERYTHING
from overens.cli.command import Command, unwrapped
from overens.cli.language import count, language, t
from overens.cli.options import Common, Form, common_params, read_common, sound_library
from overens.cli.output import emit, refuse_to_replace
from overens.cli.summaries import summaries

if TYPE_CHECKING:
    from overens.usecases.library import Library
    from overens.usecases.resources.files import Format
    from overens.usecases.resources.model import Resource
    from overens.vocabulary.problems import Fault

PROBLEMS, REFUSED = 1, 3


def build() -> click.Command:
    """Return the command."""
    return Command(
        "export",
        callback=_run,
        help=summaries()["export"],
        params=[
            click.Argument(["table"], required=False, metavar=t("[TABELL]", "[TABLE]")),
            click.Option(
                ["--all", "everything"],
                is_flag=True,
                help=t(
                    "Alla tabeller, till en mapp som är ny eller tom (--out).",
                    "All tables, to a folder that is new or empty (--out).",
                ),
            ),
            click.Option(
                ["--parquet", "as_parquet"],
                is_flag=True,
                help=t("Som Parquet, till en fil (--out).", "As Parquet, to a file (--out)."),
            ),
            *common_params(),
        ],
        epilog=unwrapped(
            "Exempel: overens export awards --parquet --out awards.parquet \\ ·   overens export --all --csv --out data",
            "Example: overens export awards --parquet --out awards.parquet \\ ·   overens export --all --csv --out data",
        ),
    )


def _run(table: str | None, everything: bool, as_parquet: bool, **options: Any) -> int:
    out: Path | None = options["out"]
    if everything:
        options["out"] = None  # a folder, which the other commands refuse
    common = read_common(options)
    form = _form(common, as_parquet)
    if everything:
        return _all(common, table, form, out)
    if table is None:
        return _list(common, as_parquet)
    chosen = _find(table)
    if form is None:
        return _describe(common, chosen)
    if as_parquet and out is None:
        raise click.UsageError(
            t(
                "Parquet skrivs till en fil; säg vilken med --out {name}.parquet.",
                "Parquet is written to a file; say which with --out {name}.parquet.",
                name=chosen.name,
            )
        )
    return _one(common, chosen, form)


def _form(common: Common, as_parquet: bool) -> Format | None:
    from overens.usecases.resources.files import Format

    if as_parquet and common.form is not Form.PEOPLE:
        raise click.UsageError(
            t(
                "Välj en av --parquet, --json, --csv och --csv-excel.",
                "Choose one of --parquet, --json, --csv and --csv-excel.",
            )
        )
    of = {Form.JSON: Format.JSON, Form.CSV: Format.CSV, Form.EXCEL: Format.EXCEL}
    return Format.PARQUET if as_parquet else of.get(common.form)


def _find(typed: str) -> Resource:
    from overens.usecases.resources.all import RESOURCES
    from overens.vocabulary.names import did_you_mean

    if typed in RESOURCES:
        return RESOURCES[typed]
    near = did_you_mean(typed, RESOURCES)
    raise click.UsageError(
        t("Tabellen '{name}' finns inte.", "There is no table '{name}'.", name=typed[:60])
        + " "
        + (t("Menade du '{near}'?", "Did you mean '{near}'?", near=near) if near else _there_are(RESOURCES))
    )


def _there_are(names: Any) -> str:
    return t("Det finns: {names}.", "There are: {names}.", names=", ".join(names))


def _one(common: Common, chosen: Resource, form: Format) -> int:
    from overens.cli.output import deliver_file
    from overens.export.does_not_fit import DoesNotFit
    from overens.usecases.resources.files import address_of, cited, write
    from overens.usecases.resources.model import taken_from

    library = _library(common)
    columns = taken_from(chosen, library, common.as_known_on)
    citation = cited(library, chosen.title, address_of(chosen, common.as_known_on), common.as_known_on)
    try:
        content = write(columns, form, citation, language())
    except DoesNotFit as large:
        return _say(large.fault, PROBLEMS)
    except ImportError as absent:
        return _no_extra(absent)
    deliver_file(common, content)
    return 0


def _all(common: Common, table: str | None, form: Format | None, out: Path | None) -> int:
    from overens.cli.terminal import say_beside
    from overens.export.does_not_fit import DoesNotFit
    from overens.export.write_file import write_new
    from overens.usecases.resources.all import RESOURCES
    from overens.usecases.resources.files import write_all

    if table is not None:
        raise click.UsageError(
            t(
                "--all tar alla tabeller; ta bort '{name}' eller --all.",
                "--all takes all tables; leave out '{name}' or --all.",
                name=table[:60],
            )
        )
    if form is None or out is None:
        raise click.UsageError(
            t(
                "--all behöver en form och en mapp: --all --parquet --out data.",
                "--all needs a form and a folder: --all --parquet --out data.",
            )
        )
    _refuse_unless_empty(out)
    library = _library(common)
    try:
        files = write_all(RESOURCES.values(), library, form, language(), common.as_known_on)
    except DoesNotFit as large:
        return _say(large.fault, PROBLEMS)
    except ImportError as absent:
        return _no_extra(absent)
    write_new([(out / name, content) for name, content in files.items()])
    n = count(len(files), ("fil", "filer"), ("file", "files"))
    say_beside(t("Skrev {n} till {folder}.", "Wrote {n} to {folder}.", n=n, folder=str(out)))
    return 0


def _refuse_unless_empty(folder: Path) -> None:
    """Stop where files would be mixed with what is there already."""
    if folder.exists() and not folder.is_dir():
        refuse_to_replace(folder)
    if folder.is_dir() and any(folder.iterdir()):
        raise click.UsageError(
            t(
                "--out: mappen {folder} är inte tom; ange en ny eller tom mapp.",
                "--out: the folder {folder} is not empty; name one that is new or empty.",
                folder=str(folder),
            )
        )


def _library(common: Common) -> Library:
    """Return the library with every file in it read; with errors in any, print them and stop with exit code 1."""
    from overens.cli.faulty import Faulty
    from overens.usecases.resources.parts import read_whole

    library = sound_library(common, EVERYTHING)
    read_whole(library)
    if library.faulty:
        raise Faulty(library.problems)
    return library


def _list(common: Common, as_parquet: bool) -> int:
    from overens.usecases.resources.all import RESOURCES
    from overens.usecases.resources.counted import count_rows, counted_document, counted_table

    if as_parquet:
        raise click.UsageError(
            t(
                "Vilken tabell? {tables} Eller alla: --all.",
                "Which table? {tables} Or all: --all.",
                tables=_there_are(RESOURCES),
            )
        )
    found = count_rows(_library(common), common.as_known_on)

    def show(page: Any) -> None:
        from overens.cli.show.export import show_list

        show_list(page, found)

    emit(common, lambda: counted_document(found, language()), lambda: counted_table(found), show)
    return 0


def _describe(common: Common, chosen: Resource) -> int:
    def show(page: Any) -> None:
        from overens.cli.show.export import show_fields

        show_fields(page, chosen)

    emit(common, dict, None, show)
    return 0


def _say(fault: Fault, code: int) -> int:
    click.echo(f"{fault.message.say(language())} {fault.remedy.say(language())}", err=True)
    return code


def _no_extra(absent: ImportError) -> int:
    from overens.usecases.resources.files import not_installed

    return _say(not_installed(absent.name or "pyarrow"), REFUSED)
