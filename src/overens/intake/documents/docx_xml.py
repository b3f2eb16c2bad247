"""A part of a DOCX -> its elements one by one as they open and close, without a tree and without a DTD."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from overens.intake.documents.answer import Refusal, Refused

Attributes = dict[str, str]
_STEP = 1 << 16


def walk_xml(
    source: bytes,
    enter: Callable[[str, Attributes], None],
    leave: Callable[[str], None],
    say: Callable[[str], None] | None = None,
) -> None:
    """Call the functions with each element, by names without namespace, and with text.

    Raises:
        Refused: If the part is not XML, or has a document type: no Word file needs one, and entities live there.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def on_start(name: str, attributes: Attributes) -> None:
        enter(_bare(name), {_bare(key): value for key, value in attributes.items()})

    def on_doctype(*_: object) -> None:
        raise Refused(Refusal.DOCTYPE)

    parser.StartElementHandler = on_start
    parser.EndElementHandler = lambda name: leave(_bare(name))
    parser.StartDoctypeDeclHandler = on_doctype
    if say is not None:
        parser.CharacterDataHandler = say
    try:
        for at in range(0, len(source), _STEP):
            parser.Parse(source[at : at + _STEP], False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refused(Refusal.DAMAGED) from error


def _bare(name: str) -> str:
    return name.rpartition(" ")[2]
