"""A DOCX -> the Markdown of its body, with tables in their place and notes last."""

from __future__ import annotations

from zipfile import ZipFile

from overens.intake.documents.answer import Reading, Refusal, Refused, Remark, Values
from overens.intake.documents.docx_blocks import BodyWriter
from overens.intake.documents.docx_package import open_package, part
from overens.intake.documents.docx_styles import read_styles
from overens.intake.documents.docx_xml import Attributes, walk_xml
from overens.intake.documents.marks import join_blocks

_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def read_docx(raw: bytes) -> Reading:
    """Return the Markdown of a Word document; what was deleted with changes tracked is left out, what was inserted is in.

    Raises:
        Refused: If the package is not a Word document within limits, or holds no text.
    """
    package = open_package(raw)
    writer = BodyWriter(read_styles(part(package, "word/styles.xml")))
    body = part(package, "word/document.xml")
    walk_xml(body or b"", writer.enter, writer.leave, writer.say)
    for name in _NOTES:
        notes = part(package, name)
        if notes:
            writer.begin_notes()
            walk_xml(notes, writer.enter, writer.leave, writer.say)
    blocks = writer.finish()
    if not blocks:
        raise Refused(Refusal.EMPTY)
    return Reading(join_blocks(blocks), None, _remarks(package))


def _remarks(package: ZipFile) -> tuple[tuple[Remark, Values], ...]:
    """Return a remark if the document refers to pictures or templates elsewhere; links for a reader are common."""
    outside: list[str] = []

    def enter(tag: str, attributes: Attributes) -> None:
        kind = attributes.get("Type", "")
        if tag == "Relationship" and attributes.get("TargetMode") == "External" and not kind.endswith("/hyperlink"):
            outside.append(attributes.get("Target", ""))

    for name in package.namelist():
        if name.startswith("word/_rels/") and name.endswith(".rels"):
            walk_xml(part(package, name) or b"", enter, lambda _: None)
    return ((Remark.OUTSIDE, {"n": len(outside), "sample": outside[0][:100]}),) if outside else ()
