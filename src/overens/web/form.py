"""An address as it was asked for -> the page it belongs to, and the form that its answer is wanted in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Form(Enum):
    """In which form an answer is given; the value is what an address ends in."""

    PAGE = ""
    JSON = ".json"
    CSV = ".csv"
    EXCEL = ".excel.csv"
    ICS = ".ics"
    SVG = ".svg"
    PNG = ".png"
    YAML = ".yaml"
    WORKBOOK = ".xlsx"
    PDF = ".pdf"
    DOCX = ".docx"
    MARKDOWN = ".md"
    JSONSTAT = ".jsonstat.json"
    PARQUET = ".parquet"


MEDIA_TYPES = {
    Form.PAGE: "text/html; charset=utf-8",
    Form.JSON: "application/json; charset=utf-8",
    Form.CSV: "text/csv; charset=utf-8",
    Form.EXCEL: "text/csv; charset=utf-8",
    Form.ICS: "text/calendar; charset=utf-8",
    Form.SVG: "image/svg+xml",
    Form.PNG: "image/png",
    Form.YAML: "application/yaml; charset=utf-8",
    Form.WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.PDF: "application/pdf",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.MARKDOWN: "text/markdown; charset=utf-8",
    Form.JSONSTAT: "application/json; charset=utf-8",
    Form.PARQUET: "application/vnd.apache.parquet",
}
START = "/start"
"""The front page's word in addresses of its files: /start.json."""

_FORMS = sorted((form for form in Form if form.value), key=lambda form: -len(form.value))
_PICTURE = re.compile(r"^(.*)/bild/([a-z0-9-]+)$")


@dataclass(frozen=True)
class Target:
    """What an address asks for.

    Attributes:
        path: The page's own address.
        picture: The name of one of its pictures; empty for the page itself.
    """

    path: str
    form: Form = Form.PAGE
    picture: str = ""


def read_target(address: str) -> Target:
    """Return the page, the form and the picture that an address asks for.

    >>> read_target("/2024/nassjo/bild/avtal.svg")
    Target(path='/2024/nassjo', form=<Form.SVG: '.svg'>, picture='avtal')
    """
    form = next((one for one in _FORMS if address.endswith(one.value)), Form.PAGE)
    bare = address.removesuffix(form.value) if form is not Form.PAGE else address
    found = _PICTURE.match(bare)
    path, picture = (found[1], found[2]) if found else (bare, "")
    return Target("/" if path in ("", START) else path, form, picture)


def file_name_of(target: Target, part: str = "") -> str:
    """Return what the file is called that is sent for a form of a page.

    Args:
        part: Which of its tables or files.

    >>> file_name_of(Target("/2024/nassjo", Form.CSV), "agreements")
    'overens-2024-nassjo-agreements.csv'
    """
    parts = ["overens", *target.path.strip("/").split("/"), target.picture or part]
    return "-".join(one for one in parts if one) + target.form.value


def address_of(path: str, form: Form, picture: str = "") -> str:
    """Return the address of a form of a page, or of one of its pictures: the inverse of `read_target`."""
    base = START if path == "/" and (form is not Form.PAGE or picture) else path
    return f"{base}/bild/{picture}{form.value}" if picture else f"{base}{form.value}"
