"""What the child that reads a document says back: the text or why not, as one line of JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Refusal(StrEnum):
    """Why a document gives no text."""

    EMPTY = "empty"
    SCANNED = "scanned"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    BOMB = "bomb"
    NAMES = "names"
    DOCTYPE = "doctype"
    DEEP = "deep"
    PACKAGE = "package"
    SPREADSHEET = "spreadsheet"
    TOO_MUCH = "too_much"
    MEMORY = "memory"
    NO_PARSER = "no_parser"
    MACROS = "macros"
    LINKS = "links"
    FAR = "far"
    MANY_CELLS = "many_cells"
    MANY_SHEETS = "many_sheets"


class Remark(StrEnum):
    """What to be careful with in a text that was read."""

    PAGES_CUT = "pages_cut"
    PAGES_WITHOUT_TEXT = "pages_without_text"
    CUT_OFF = "cut_off"
    OUTSIDE = "outside"


Values = dict[str, str | int]


class Refused(Exception):
    """A document gives no text; for use inside the child only."""

    def __init__(self, why: Refusal, **values: str | int) -> None:
        """Say why, with the values that the sentence needs."""
        super().__init__(why)
        self.why = why
        self.values: Values = values


@dataclass(frozen=True)
class Reading:
    """The text of a document, as Markdown, with remarks."""

    text: str
    pages: int | None = None
    remarks: tuple[tuple[Remark, Values], ...] = ()


def pack(answer: Reading | Refused) -> bytes:
    """Return the answer as bytes; letters that are half of one are replaced."""
    if isinstance(answer, Refused):
        said: dict[str, Any] = {"why": answer.why, "values": answer.values}
    else:
        text = answer.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        said = {"text": text, "pages": answer.pages, "remarks": answer.remarks}
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")


def unpack(raw: bytes) -> Reading | Refused | None:
    """Return the answer in the bytes, or None if they are none.

    >>> unpack(pack(Reading("369 miljoner", 2, ((Remark.CUT_OFF, {}),))))
    Reading(text='369 miljoner', pages=2, remarks=((<Remark.CUT_OFF: 'cut_off'>, {}),))
    >>> unpack(b"Segmentation fault") is None
    True
    """
    try:
        said = json.loads(raw)
        if "why" in said:
            return Refused(Refusal(said["why"]), **_values(said["values"]))
        text, pages = said["text"], said["pages"]
        remarks = tuple((Remark(what), _values(values)) for what, values in said["remarks"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not isinstance(text, str) or not (pages is None or isinstance(pages, int)):
        return None
    return Reading(text, pages, remarks)


def _values(said: dict[str, Any]) -> Values:
    return {str(name): value if isinstance(value, int) else str(value)[:200] for name, value in said.items()}
