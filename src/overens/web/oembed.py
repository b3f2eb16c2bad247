"""What a program asks about an address -> how to embed it (oEmbed 1.0), as JSON or XML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from overens.export.json_text import json_text
from overens.export.picture import Picture, Size, Theme, png_size
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.embed_code import WIDTH, Part, frame_height, picture_part, table_part
from overens.web.form import MEDIA_TYPES, Form
from overens.web.parameters import LONGEST, Values, doubled, read_language
from overens.web.parts import named_picture
from overens.web.refused import Refused, refusal_document
from overens.web.respond import Sent

LookUp = Callable[[str], tuple[Answer, Asked]]
"""A path with its query -> what its view answers, and what it was asked."""
TAKES = ("url", "format", "maxwidth", "maxheight")
FORMATS = {"json": MEDIA_TYPES[Form.JSON], "xml": "text/xml; charset=utf-8"}
LONGEST_URL = 2_048
MOST_PIXELS = 10_000
CACHE_SECONDS = 3_600
PROVIDER = "Överens"


def oembed(query: str, origin: str, look: LookUp) -> Sent:
    """Return how the address in the question is embedded.

    Args:
        query: What stands after the question mark; names that oEmbed does not have are passed over.
        origin: How this site is reached: only its own addresses are known here.

    Raises:
        Refused: 404 for an address that is not a page here, 501 for a format that is not known, 422 for the rest.
    """
    values = _read(query)
    form = values.get("format", "json")
    if form not in FORMATS:
        raise Refused(501, _no_format(form))
    most_wide, most_high = _pixels(values, "maxwidth"), _pixels(values, "maxheight")
    answer, asked = look(_own_path(values.get("url", ""), origin))
    part, picture = _part(answer, asked)
    width = min(WIDTH, most_wide)
    height = frame_height(picture, asked.language, width) if picture else part.height
    document = _document(part, asked, width, min(height, most_high))
    if picture is not None:
        document |= _thumbnail(picture, asked, most_wide, most_high)
    return Sent(_written(document, form), FORMATS[form])


def oembed_refusal(refused: Refused, values: Values) -> Sent:
    """Return what says, as JSON, why the question has no answer."""
    document = refusal_document(refused, read_language(values))
    return Sent(_written(document, "json"), FORMATS["json"], status=refused.status)


def _read(query: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name in found:
            raise Refused(422, doubled(name, found[name], value))
        if name in TAKES and value:
            found[name] = value
    if "url" not in found:
        raise Refused(422, _no_url())
    return found


def _own_path(url: str, origin: str) -> str:
    """Return the path and the query of an address of this site; what stands after # is no part of it."""
    if len(url) > LONGEST_URL or not url.isprintable():
        raise Refused(404, _not_here(url))
    try:
        parts, own = urlsplit(url), urlsplit(origin)
    except ValueError:
        raise Refused(404, _not_here(url)) from None
    if parts.scheme not in ("http", "https") or parts.netloc.lower() != own.netloc.lower():
        raise Refused(404, _not_here(url))
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _part(answer: Answer, asked: Asked) -> tuple[Part, Picture | None]:
    """Return what is embedded: the picture or table that has the address, else the page's first picture, or first table."""
    target = asked.target
    if target.form is not Form.PAGE or not (answer.pictures or answer.tables):
        raise Refused(404, _nothing_to_embed(target.path))
    name = target.picture or (answer.pictures[0].name if answer.pictures and not target.table else "")
    if name:
        return picture_part(answer, asked, name), named_picture(answer, name)
    return table_part(answer, asked, target.table), None


def _document(part: Part, asked: Asked, width: int, height: int) -> dict[str, Any]:
    return {
        "version": "1.0",
        "type": "rich",
        "title": part.title.say(asked.language),
        "provider_name": PROVIDER,
        "provider_url": f"{asked.origin}/",
        "cache_age": CACHE_SECONDS,
        "html": part.iframe(asked.language, width, height),
        "width": width,
        "height": height,
    }


def _thumbnail(picture: Picture, asked: Asked, most_wide: int, most_high: int) -> dict[str, Any]:
    """Return the picture as PNG, in the broadest size that has room; nothing if none has."""
    for size in Size:
        width, height = png_size(picture, asked.language, Theme.LIGHT, size)
        if width <= most_wide and height <= most_high:
            narrow = {"size": size.value} if size is not Size.WIDE else {}
            where = asked.apart(Form.PNG, picture.name, changed={"sort": "", **narrow})
            return {
                "thumbnail_url": asked.origin + where,
                "thumbnail_width": width,
                "thumbnail_height": height,
            }
    return {}


def _written(document: Mapping[str, Any], form: str) -> bytes:
    if form == "json":
        return json_text(document).encode()
    root = Element("oembed")
    for name, value in document.items():
        SubElement(root, name).text = str(value)
    found: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return found


def _pixels(values: Mapping[str, str], name: str) -> int:
    words = values.get(name, str(MOST_PIXELS))
    if not (words.isascii() and words.isdigit() and len(words) <= LONGEST and 1 <= int(words) <= MOST_PIXELS):
        raise Refused(422, _no_pixels(name, words))
    return int(words)


def _no_url() -> Fault:
    return Fault.of(
        "Frågan säger inte vilken adress den gäller.",
        "Skriv den som url=, kodad: /oembed?url=https%3A%2F%2F….",
        "The question does not say which address it is about.",
        "Write it as url=, encoded: /oembed?url=https%3A%2F%2F….",
    )


def _not_here(url: str) -> Fault:
    return Fault.of(
        "'{url}' är ingen sida här.",
        "Skriv en adress som börjar med http eller https och portalens eget namn.",
        "'{url}' is no page here.",
        "Write an address that begins with http or https and the portal's own name.",
        url="".join(c for c in url[:100] if c.isprintable()),
    )


def _nothing_to_embed(path: str) -> Fault:
    return Fault.of(
        "Adressen leder inte till någon bild eller tabell att bädda in.",
        "Skriv sidans egen adress, utan filändelse, där den har bilder eller tabeller: {path}.",
        "The address leads to no picture or table that can be embedded.",
        "Write the page's own address, without a file's ending, where it has pictures or tables: {path}.",
        path=path[:100],
    )


def _no_format(form: str) -> Fault:
    near = did_you_mean(form[:60], FORMATS)
    return Fault.of(
        "Svaret finns inte som '{form}'.",
        "Menade du '{near}'?" if near else "Skriv json eller xml.",
        "There is no answer as '{form}'.",
        "Did you mean '{near}'?" if near else "Write json or xml.",
        form=form[:60],
        near=near,
    )


def _no_pixels(name: str, words: str) -> Fault:
    return Fault.of(
        "'{name}' kan inte vara '{words}'.",
        "Skriv ett helt antal bildpunkter, 1–{most}.",
        "'{name}' cannot be '{words}'.",
        "Write a whole number of pixels, 1–{most}.",
        name=name,
        words=words[:60],
        most=str(MOST_PIXELS),
    )
