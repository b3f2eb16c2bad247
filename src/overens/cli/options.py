"""The options that every command shares, and the library they open."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import click

from overens.agreement.label import Wanted
from overens.allocation.model import Allocation, PotAllocation
from overens.cli.faulty import Faulty
from overens.cli.language import language, t
from overens.cli.parameter_types import Day, FilePath
from overens.usecases.library import Library, open_library
from overens.vocabulary.names import did_you_mean, find_recipients, fold, matching, nearest_recipients
from overens.vocabulary.recipients import Recipient


class Form(Enum):
    """In which form an answer is given."""

    PEOPLE = "people"
    JSON = "json"
    CSV = "csv"
    EXCEL = "csv-excel"
    WORKBOOK = "xlsx"


@dataclass(frozen=True)
class Common:
    """The values of the shared options."""

    form: Form
    libraries: tuple[Path, ...]
    as_known_on: date | None
    out: Path | None


def lang_option() -> click.Option:
    """Return --lang; it is read before all else, by choose_language."""
    return click.Option(["--lang"], type=click.Choice(["sv", "en"]), expose_value=False, help=t("Språk.", "Language."))


def library_option(words: str = "") -> click.Option:
    """Return --library.

    Args:
        words: Its help, where there is more to say than elsewhere.
    """
    usual = t(
        "Lägg till egna avtal och underlag. Kan upprepas.", "Add agreements and figures of your own. May be repeated."
    )
    return click.Option(["--library"], type=FilePath(), multiple=True, metavar=t("MAPP", "DIR"), help=words or usual)


def as_known_on_option() -> click.Option:
    """Return --as-known-on."""
    return click.Option(
        ["--as-known-on"],
        type=Day(),
        metavar=t("DATUM", "DATE"),
        help=t("Bara det som var känt den dagen.", "Only what was known on that day."),
    )


def common_params(*, dated: bool = True, table: bool = True, workbook: bool = False) -> list[click.Parameter]:
    """Return the shared options; without --as-known-on or the CSV forms where they mean nothing.

    Args:
        workbook: Whether the answer can be had as an Excel workbook.
    """
    params: list[click.Parameter] = [
        click.Option(
            ["--json", "as_json"], is_flag=True, help=t("Som JSON (docs/json.md).", "As JSON (docs/json.md).")
        ),
    ]
    if table:
        params += _table_params()
    if workbook:
        params.append(_workbook_param())
    params += [
        library_option(),
        click.Option(
            ["--out"],
            type=FilePath(),
            metavar="FIL" if language() == "sv" else "FILE",
            help=t(
                "Skriv till en fil i stället; hel eller inte alls.", "Write to a file instead; whole or not at all."
            ),
        ),
        lang_option(),
    ]
    if dated:
        params.append(as_known_on_option())
    return params


def _table_params() -> list[click.Parameter]:
    return [
        click.Option(
            ["--csv", "as_csv"],
            is_flag=True,
            help=t("Som CSV: komma, decimalpunkt.", "As CSV: comma, decimal point."),
        ),
        click.Option(
            ["--csv-excel", "as_excel"],
            is_flag=True,
            help=t(
                "Som CSV för svenskt Excel: semikolon, decimalkomma.",
                "As CSV for Swedish Excel: semicolon, decimal comma.",
            ),
        ),
    ]


def _workbook_param() -> click.Option:
    return click.Option(
        ["--xlsx", "as_xlsx"],
        is_flag=True,
        help=t("Som Excel med formler; kräver --out.", "As Excel with formulas; needs --out."),
    )


def read_common(options: dict[str, Any]) -> Common:
    """Take the shared options out of what click read."""
    workbook = "as_xlsx" in options
    chosen = [form for name, form in _FORMS if options.pop(name, False)]
    if len(chosen) > 1:
        raise click.UsageError(_choose_one(workbook=workbook))
    out = options.get("out")
    if Form.WORKBOOK in chosen:
        _check_workbook_out(out)
    if out is not None and out.is_dir():
        raise click.UsageError(
            t("--out: {path} är en mapp; ange en fil.", "--out: {path} is a folder; name a file.", path=str(out))
        )
    return Common(
        chosen[0] if chosen else Form.PEOPLE,
        tuple(options.pop("library", ())),
        options.pop("as_known_on", None),
        options.pop("out", None),
    )


_FORMS = (("as_json", Form.JSON), ("as_csv", Form.CSV), ("as_excel", Form.EXCEL), ("as_xlsx", Form.WORKBOOK))


def _choose_one(*, workbook: bool) -> str:
    if workbook:
        return t(
            "Välj en av --json, --csv, --csv-excel och --xlsx.", "Choose one of --json, --csv, --csv-excel and --xlsx."
        )
    return t("Välj en av --json, --csv och --csv-excel.", "Choose one of --json, --csv and --csv-excel.")


def _check_workbook_out(out: Path | None) -> None:
    """Stop where a workbook has no file to go to, or would be shown in a terminal."""
    if out is None:
        raise click.UsageError(
            t(
                "--xlsx ger en fil, inte text. Ange vilken med --out, till exempel --out bidrag.xlsx.",
                "--xlsx gives a file, not text. Name it with --out, for instance --out grants.xlsx.",
            )
        )
    if _is_terminal(out):
        raise click.UsageError(
            t(
                "--out: {path} är en terminal; en arbetsbok kan inte visas där. Ange en fil.",
                "--out: {path} is a terminal; a workbook cannot be shown there. Name a file.",
                path=str(out),
            )
        )


def _is_terminal(path: Path) -> bool:
    if not path.is_char_device():
        return False
    with suppress(OSError), path.open("rb", buffering=0) as opened:
        return opened.isatty()
    return False


def stdin_alone() -> str:
    """Return why '-' cannot stand with files."""
    return t("'-' (standard in) står för sig, utan andra filer.", "'-' (standard input) stands alone, without files.")


def sound_library(common: Common, wanted: Wanted) -> Library:
    """Open what is wanted of the library; with errors in it, print them and stop with exit code 1."""
    library = open_library(common.libraries, wanted)
    if library.faulty:
        raise Faulty(library.problems)
    return library


def find_agreement(library: Library, typed: str) -> str:
    """Return the id of the agreement, for an amendment of the one it changes, or stop with what may have been meant."""
    typed = library.amends.get(typed, typed)
    if typed in library.readings:
        return typed
    near = did_you_mean(typed, library.ids)
    meant = t(" Menade du '{near}'?", " Did you mean '{near}'?", near=near) if near else ""
    known = "" if near else _agreements_like(sorted(library.ids), typed)
    raise click.UsageError(t("Avtalet '{id}' finns inte.", "There is no agreement '{id}'.", id=typed) + meant + known)


MOST_NAMED = 20
"""How many agreements are named to someone who asks for one that does not exist."""


def _agreements_like(ids: list[str], typed: str) -> str:
    """Return which agreements there are: those whose ids hold the word, or all if they are few, or how to list them."""
    named = [one for one in ids if fold(typed) and fold(typed) in fold(one)] or ids
    if len(named) > MOST_NAMED:
        return t(" Se vilka som finns: overens coverage ÅR.", " See which there are: overens coverage YEAR.")
    return t(" Det finns: {ids}.", " There are: {ids}.", ids=", ".join(named))


def find_pot(allocation: Allocation, typed: str) -> PotAllocation:
    """Return the pot of the agreement, or stop with what may have been meant."""
    found = allocation.pot(typed)
    if found is not None:
        return found
    names = [pot.id for pot in allocation.pots]
    if not typed:
        example = f"{allocation.agreement.id}/{names[0]}"
        raise click.UsageError(
            t(
                "Vilken pott? Skriv till exempel '{example}'; där finns: {names}.",
                "Which pot? Write for instance '{example}'; there are: {names}.",
                example=example,
                names=", ".join(names),
            )
        )
    near = did_you_mean(typed, names)
    meant = t(" Menade du '{near}'?", " Did you mean '{near}'?", near=near) if near else ""
    raise click.UsageError(
        t(
            "Potten '{pot}' finns inte i {id}; där finns: {names}.",
            "There is no pot '{pot}' in {id}; there are: {names}.",
            pot=typed,
            id=allocation.agreement.id,
            names=", ".join(names),
        )
        + meant
    )


def find_place(library: Library, typed: str, prefer: Sequence[Recipient] = ()) -> Recipient:
    """Return the one recipient the words mean, or stop with the candidates.

    Args:
        prefer: Where several have the name and just one of these is among them, it is the one.
    """
    mine = {(p.kind, p.code) for p in prefer}
    other = [p for p in prefer if not library.register.of(p.kind)]  # SKR, an agency: not in the register
    for one in other:
        if fold(typed) in (fold(one.name), fold(one.code)):
            return one
    wanted = [r for r in matching(typed, library.register) if (r.kind, r.code) in mine]
    if len(wanted) == 1:
        return wanted[0]
    found = find_recipients(typed, library.register)
    if len(found) == 1:
        return found[0]
    if found:
        raise click.UsageError(
            t(
                "'{typed}' kan vara flera: {names}.",
                "'{typed}' may be several: {names}.",
                typed=typed,
                names=_named(found),
            )
        )
    near = nearest_recipients(typed, library.register)
    meant = t(" Menade du {names}?", " Did you mean {names}?", names=_named(near)) if near else ""
    raise click.UsageError(t("Platsen '{typed}' finns inte.", "There is no place '{typed}'.", typed=typed) + meant)


def _named(recipients: tuple[Recipient, ...]) -> str:
    return ", ".join(f"'{r.name}'" for r in recipients)
