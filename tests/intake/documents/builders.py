"""Small documents made by the tests: DOCX from XML, PDF from lines and where they stand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen"/><w:basedOn w:val="Rubrik2"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
</w:styles>"""


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of the parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return held.getvalue()


def docx(body: str, parts: Mapping[str, str | bytes] | None = None, *, prolog: str = "") -> bytes:
    """Return a Word document with the body, in WordprocessingML."""
    document = f'{prolog}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return package({"word/document.xml": document, "word/styles.xml": _STYLES, **(parts or {})})


def p(text: str, style: str = "") -> str:
    """Return a paragraph."""
    wanted = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{wanted}<w:r><w:t>{text}</w:t></w:r></w:p>"


def tbl(*rows: Iterable[str]) -> str:
    """Return a table of cells that are paragraphs."""
    return "".join(
        ["<w:tbl>", *(f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows), "</w:tbl>"]
    )


def at(left: int, up: int, text: str, size: int = 11, font: str = "F1") -> str:
    """Return the drawing of a text, in points from the lower left."""
    said = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {left} {up} Td ({said}) Tj ET"


def ruled(left: int, right: int, up: int) -> str:
    """Return the drawing of a lying line."""
    return f"{left} {up} m {right} {up} l S"


def pdf(*pages: Iterable[str], rotate: int = 0, trailer: str = "", raw_page: bytes = b"") -> bytes:
    """Return a PDF whose pages are drawn so, or whose only page is packed so; F1 is upright, F2 bold."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
        for name in ("Helvetica", "Helvetica-Bold")
    ]
    kids = []
    packed = b"/Filter /FlateDecode" if raw_page else b""
    for drawn in [raw_page] if raw_page else ["\n".join(page).encode("cp1252") for page in pages]:
        objects.append(b"<< /Length %d %s >> stream\n%s\nendstream" % (len(drawn), packed, drawn))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /Rotate {rotate} /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects, trailer)


def locked_pdf() -> bytes:
    """Return a PDF that cannot be opened without its password."""
    nothing = "00" * 32
    lock = f"<< /Filter /Standard /V 1 /R 2 /O <{nothing}> /U <{nothing}> /P -4 >>"
    return pdf([at(70, 700, "369 miljoner")], trailer=f"/Encrypt {lock} /ID [<{nothing[:32]}> <{nothing[:32]}>]")


def _file(objects: list[bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for n, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, content)
    begins = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{begins}\n%%EOF\n".encode()
    return bytes(out)
