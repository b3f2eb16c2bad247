"""A person's answers -> a new agreement file, or the beginning of an amendment; what is not known says so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from overens.agreement.amendment import Amendment
from overens.agreement.file_kind import FileKind
from overens.agreement.label import id_of
from overens.agreement.model import Agreement, Pot, walk
from overens.agreement.rules import Group
from overens.export.write_file import write_whole
from overens.intake.library_folder import list_library
from overens.intake.read_text import read_text
from overens.intake.register import shipped_library
from overens.scenario.read_as import read_as
from overens.usecases.questions import OF_A_POT, Answers, KeyWord, has_key
from overens.vocabulary.names import slug
from overens.vocabulary.problems import Problem
from overens.writing.clauses import Clause
from overens.writing.tree import LARGEST_FILE
from overens.writing.values import Missing
from overens.writing.write_clause import write_clause


@dataclass(frozen=True)
class NewFile:
    """A file that has just been begun, and what `overens check` will say of it."""

    kind: FileKind
    id: str
    text: str
    problems: tuple[Problem, ...]


def new_file(answers: Answers, amends: Agreement | None = None, *, file: str = "-") -> NewFile:
    """Return the file that the answers give: an agreement, or the beginning of an amendment of one.

    Args:
        answers: Each found sound by its question; those that are required are there.
        amends: The agreement that is amended, for an amendment.
        file: The name to show in problems.
    """
    kind = FileKind.AGREEMENT if amends is None else FileKind.AMENDMENT
    text = write_clause(_clause(answers, amends))
    return NewFile(kind, answers["id"], text, tuple(read_as(kind, text, file=file)[1]))


def _clause(answers: Answers, amends: Agreement | None) -> Clause:
    source = slug(answers.get("source_publisher", "")) or "kalla"
    head = {
        "id": answers["id"],
        "namn": answers["name"],
        "slag": answers["kind"],
        "beslutad": answers.get("decided", Missing.NOT_FOUND.value),
        "status": answers["status"],
        "källa": source,
        "källor": {
            source: _given(
                titel=answers["source_title"],
                utgivare=answers.get("source_publisher"),
                adress=answers.get("source_address"),
                datum=answers.get("source_date", Missing.NOT_FOUND.value),
            )
        },
    }
    if amends is None:
        total = answers.get("total", Missing.NOT_FOUND.value)
        more = _given(avser=answers["year"], utbetalare=answers.get("paid_by"), belopp=total)
        return Agreement.model_validate({**head, **more, "potter": _pots(answers, source)})
    pots = _changed_pots(answers, source, amends) if any(name in answers for name in OF_A_POT) else None
    return Amendment.model_validate({**head, "ändrar": amends.id, **_given(belopp=answers.get("total"), potter=pots)})


def _given(**values: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}


def _pots(answers: Answers, source: str) -> dict[str, Any]:
    name = answers.get("pot_name", "Hela beloppet")
    to = {"grupp": answers.get("to", Group.NOT_STATED.value), **_given(namn=answers.get("to_name"))}
    amount = answers.get("pot_amount", Missing.NOT_FOUND.value)
    key = _key(answers) if has_key(answers) else None
    pot = {"namn": name, "belopp": amount, "källa": source, "till": to, **_given(fördelning=key)}
    return {answers.get("pot") or slug(name) or "pott": pot}


_PARTS = {"pot_name": "name", "pot_amount": "amount", "to": "to", "key": "key"}
"""The name of a question -> the part of a pot that it is about."""


def _changed_pots(answers: Answers, source: str, amends: Agreement) -> dict[str, Any]:
    """Return the pot as it stands in the agreement, with what is answered put in its place; else a new one."""
    ((name, raw),) = _pots(answers, source).items()
    before = next((pot for path, pot in walk(amends.pots) if path[-1] == name), None)
    if before is None:
        return {name: raw}
    answered = Pot.model_validate(raw)
    parts = {part: getattr(answered, part) for question, part in _PARTS.items() if question in answers}
    return {name: before.model_copy(update={"source": (source,), **parts})}


def _key(answers: Answers) -> object:
    match answers.get("key"):
        case KeyWord.POPULATION:
            return {"andel av": "befolkning", "per": answers.get("per", Missing.NOT_FOUND.value)}
        case KeyWord.LIST:
            per = answers.get("per")
            return {"lista": answers["table"], **_given(per=None if per in set(Missing) else per)}
        case None:
            return "ej funnen"
        case word:
            return word


def place_for(out: Path, year: int, name: str) -> Path:
    """Return where a library in the folder keeps the file: avtal/2024/ID.yaml."""
    return out / "avtal" / str(year) / f"{name}.yaml"


def write_new(path: Path, text: str) -> bool:
    """Write the file, and the folders it stands in, and return True; one that is there already is left as it is."""
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text)
    return True


def files_with_id(name: str, own: list[Path]) -> list[str]:
    """Return the files, in the shipped library and one's own, that have the id already."""
    folders = [(shipped_library(), ""), *((folder, str(folder)) for folder in own if folder.is_dir())]
    texts = [
        (file.shown, read_text(file.path, shown="", largest=LARGEST_FILE)) for file in list_library(folders).agreements
    ]
    return [shown for shown, text in texts if isinstance(text, str) and id_of(text) == name]
