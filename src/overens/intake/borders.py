"""The shipped borders -> the shapes of the counties or the municipalities, one for each in the register."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from overens.intake.read_text import read_text
from overens.intake.register import read_register, shipped_library
from overens.vocabulary.problems import Fault, Place, Problem
from overens.vocabulary.recipients import RecipientKind, Register

LARGEST_MAP = 1_000_000
_FILES = {
    RecipientKind.REGION: "lan",
    RecipientKind.AREA: "lan",
    RecipientKind.MUNICIPALITY: "kommuner",
}


@dataclass(frozen=True)
class Borders:
    """The borders of every county or municipality (gränser), simplified; a region has its county's.

    Attributes:
        name: What the shapes are called in the topology.
        topology: TopoJSON; each shape has its `code` and `name`.
        source: Where the borders come from: title, publisher, date, address.
    """

    name: str
    topology: dict[str, Any]
    source: dict[str, str]
    licence: str
    note: str

    @property
    def shapes(self) -> list[dict[str, Any]]:
        """The shapes, in code order."""
        found: list[dict[str, Any]] = self.topology["objects"][self.name]["geometries"]
        return found


@cache
def read_borders(kind: RecipientKind) -> Borders:
    """Return the borders of the regions, the counties or the municipalities.

    Raises:
        KeyError: If such recipients have no borders.
        ValueError: If the shipped file does not fit the register; the message says where and how.
    """
    name = _FILES[kind]
    path = shipped_library() / "kartor" / f"{name}.topo.json"
    shown = f"kartor/{path.name}"
    text = read_text(path, shown=shown, largest=LARGEST_MAP)
    read = text if isinstance(text, Problem) else borders_of(text, name, kind, read_register(), shown)
    if isinstance(read, Problem):
        raise ValueError(read.say())
    return read


def borders_of(text: str, name: str, kind: RecipientKind, register: Register, shown: str) -> Borders | Problem:
    """Return the borders in the text, or why they are not just those of the register.

    Args:
        name: What the shapes are called in the topology.
        shown: The file's name to show in a problem.
    """
    try:
        read = json.loads(text)
        borders = Borders(name, read, read["källa"], read["licens"], read["anmärkning"])
        codes = [str(shape["properties"]["code"]) for shape in borders.shapes]
    except json.JSONDecodeError as error:
        return Problem(Place(shown, error.lineno, error.colno), _not_json())
    except (KeyError, TypeError) as error:
        return Problem(Place(shown), _not_borders(str(error).strip("'"), name))
    wanted = {one.code for one in register.of(kind)}
    odd = sorted({code for code in codes if code not in wanted or codes.count(code) > 1})
    if odd or wanted - set(codes):
        return Problem(Place(shown), _other_codes(sorted(wanted - set(codes)), odd))
    return borders


def _not_json() -> Fault:
    return Fault.of(
        "Filen är inte JSON härifrån.",
        "Hämta filen på nytt ur programmets paket.",
        "The file is not JSON from here on.",
        "Take the file anew from the program's package.",
    )


def _not_borders(what: str, name: str) -> Fault:
    return Fault.of(
        "Filen är ingen karta: {what} saknas eller är något annat.",
        "En karta är TopoJSON med 'objects.{name}.geometries', var och en med 'properties.code', och 'källa', 'licens', 'anmärkning'.",
        "The file is no map: {what} is missing or something else.",
        "A map is TopoJSON with 'objects.{name}.geometries', each with 'properties.code', and 'källa', 'licens', 'anmärkning'.",
        what=what,
        name=name,
    )


def _other_codes(missing: list[str], odd: list[str]) -> Fault:
    return Fault.of(
        "Kartan har inte samma koder som mottagarna: saknas {missing}; okänd eller dubbel {odd}.",
        "Varje kod i 'mottagare' ska ha en form, och bara en.",
        "The map has not the same codes as the recipients: missing {missing}; unknown or doubled {odd}.",
        "Each code in 'mottagare' must have one shape, and only one.",
        missing=", ".join(missing) or "–",
        odd=", ".join(odd) or "–",
    )
