"""--pdf of notice: one letter to a file or a pipe, or one for every place to a folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import click

from overens.cli.extras import refuse_without
from overens.cli.language import language, t
from overens.cli.options import Common
from overens.cli.output import deliver_file
from overens.cli.progress import progress
from overens.cli.terminal import say_beside
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Language, plain, whole_number

if TYPE_CHECKING:
    from overens.usecases.library import Library
    from overens.usecases.printed.folder import Filled, NoticeFile

INTERRUPTED = 130
_KINDS = {
    RecipientKind.REGION: ("regioner", "regions"),
    RecipientKind.MUNICIPALITY: ("kommuner", "municipalities"),
    RecipientKind.AREA: ("län", "counties"),
}


class ManyPlaces(click.ParamType[RecipientKind]):
    """A kind of places on the command line, in Swedish or in English."""

    name = "slag"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> RecipientKind:
        """Return the kind."""
        if isinstance(value, RecipientKind):
            return value
        found = next((kind for kind, names in _KINDS.items() if str(value).strip().lower() in names), None)
        if found is None:
            self.fail(t("skriv ett av: {kinds}.", "write one of: {kinds}.", kinds=kind_list()), param, ctx)
        return found


def kind_list() -> str:
    """Return the kinds of places as a person may write them."""
    return ", ".join(t(sv, en) for sv, en in _KINDS.values())


@dataclass(frozen=True)
class Letters:
    """How letters are to be made (utskick).

    Attributes:
        kinds: Only places of these kinds; empty for all.
        both: Whether each place gets a letter in each language.
        address: Where the portal is reached; empty where that is not said.
        seen_from: The day from which to tell what has passed; None where that is not said.
    """

    year: int
    kinds: tuple[RecipientKind, ...] = ()
    both: bool = False
    address: str = ""
    seen_from: date | None = None


def write_letter(common: Common, library: Library, who: Recipient, letters: Letters) -> int:
    """Write one place's letter to the file asked for, else to what stdout leads to."""
    from overens.usecases.printed.write import notice_pdf, print_notice

    if common.out is None and sys.stdout.isatty():
        raise click.UsageError(
            t("En PDF visas inte i en terminal: ange --out FIL.", "A PDF is not shown in a terminal: give --out FILE.")
        )
    address = _page_address(common, library, who, letters, language())
    try:
        notice = print_notice(library, who, letters.year, common.as_known_on, address, letters.seen_from)
        made = notice_pdf(notice, language())
    except ModuleNotFoundError as absent:
        return refuse_without(plain("PDF"), absent, "pdf")
    deliver_file(common, made)
    if not address:
        say_beside(_no_address())
    return 0


def write_letters(common: Common, library: Library, letters: Letters) -> int:
    """Write a letter for every place to the folder asked for; stopped, say how many there are."""
    from overens.usecases.printed.folder import fill_folder, others

    if common.out is None:
        raise click.UsageError(t("--all behöver en mapp: --out MAPP.", "--all needs a folder: --out FOLDER."))
    try:
        import segno  # noqa: F401 - asked for before the folder is made
        import typst  # noqa: F401 - asked for before the folder is made
    except ModuleNotFoundError as absent:
        return refuse_without(plain("PDF"), absent, "pdf")
    folder = _folder(common.out)
    files = _files(common, library, letters, folder)
    clashes = others(files)
    if clashes:
        raise click.UsageError(_clash(clashes))
    with progress(t("Besked", "Notices"), len(files)) as done:
        filled = fill_folder(library, files, letters.year, common.as_known_on, done, letters.seen_from)
    _say_filled(filled, folder)
    if not letters.address:
        say_beside(_no_address())
    if filled.error is not None:
        raise filled.error
    return INTERRUPTED if filled.stopped else 0


def _folder(folder: Path) -> Path:
    """Return the folder, made if it is not there."""
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(
            t("--out: {path} är en fil; ange en mapp.", "--out: {path} is a file; name a folder.", path=str(folder))
        )
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _files(common: Common, library: Library, letters: Letters, folder: Path) -> list[NoticeFile]:
    from overens.usecases.printed.folder import NoticeFile
    from overens.web.addresses import address_book

    book = address_book(library.register)
    languages = tuple(Language) if letters.both else (language(),)
    return [
        NoticeFile(
            who, one, _page_address(common, library, who, letters, one), folder / f"{book.word(who)}{_ends(one)}"
        )
        for who in library.register.everyone
        if not letters.kinds or who.kind in letters.kinds
        for one in languages
    ]


def _ends(one: Language) -> str:
    return ".pdf" if one is Language.SWEDISH else f".{one.value}.pdf"


def _page_address(common: Common, library: Library, who: Recipient, letters: Letters, one: Language) -> str:
    """Return where the place's page is read in the language, as known on the day; empty where no portal is said."""
    from overens.web.addresses import addresses_of

    if not letters.address:
        return ""
    asked = {
        "lang": "" if one is Language.SWEDISH else one.value,
        "as-known-on": common.as_known_on.isoformat() if common.as_known_on else "",
    }
    query = urlencode({name: value for name, value in asked.items() if value})
    word = addresses_of(library.register).word(who)
    return f"{letters.address}/{letters.year}/{word}" + (f"?{query}" if query else "")


def _clash(clashes: Sequence[Path]) -> str:
    named = ", ".join(str(path) for path in clashes[:3]) + (", …" if len(clashes) > 3 else "")
    return t(
        "{n} filer är inte skrivna här, eller är ändrade sedan dess, och skrivs inte över: {names}. Flytta dem, eller ange en annan mapp.",
        "{n} files were not written here, or were changed since, and are not written over: {names}. Move them, or name another folder.",
        n=str(len(clashes)),
        names=named,
    )


def _say_filled(filled: Filled, folder: Path) -> None:
    counts = {
        "n": whole_number(filled.written),
        "same": whole_number(filled.same),
        "wanted": whole_number(filled.wanted),
        "folder": str(folder),
    }
    if filled.stopped or filled.error is not None:
        words = t(
            "Stoppat: {n} av {wanted} besked skrivna i {folder}, {same} fanns redan lika. Samma kommando fortsätter.",
            "Stopped: {n} of {wanted} notices written in {folder}, {same} were there already. The same command goes on.",
            **counts,
        )
    else:
        words = t(
            "{n} av {wanted} besked skrivna i {folder}; {same} fanns redan lika.",
            "{n} of {wanted} notices written in {folder}; {same} were there already.",
            **counts,
        )
    say_beside(words)


def _no_address() -> str:
    return t(
        "Utan adress och QR-kod: ange portalens adress med --address URL för att få dem.",
        "Without address and QR code: give the portal's address with --address URL to have them.",
    )
