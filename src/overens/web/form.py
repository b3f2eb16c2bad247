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
_PART = re.compile(r"^(.*)/(bild|tabell)/([^/]+)$")


@dataclass(frozen=True)
class Target:
    """What an address asks for.

    Attributes:
        path: The page's own address.
        picture: The name of one of its pictures; empty for the page itself.
        table: The name of one of its tables, asked for by itself.
    """

    path: str
    form: Form = Form.PAGE
    picture: str = ""
    table: str = ""

    @property
    def embedded(self) -> bool:
        """Whether it is a page with one picture or one table alone, for other sites to show (inbäddad)."""
        return self.form is Form.PAGE and bool(self.picture or self.table)

    def moved(self, path: str) -> str:
        """Return the address of the same form and part of another page."""
        return address_of(path, self.form, self.picture, self.table)


def read_target(address: str) -> Target:
    """Return the page, the form, and the picture or the table that an address asks for.

    >>> read_target("/2024/nassjo/bild/avtal.svg")
    Target(path='/2024/nassjo', form=<Form.SVG: '.svg'>, picture='avtal', table='')
    >>> read_target("/2024/nassjo/tabell/pots").embedded
    True
    """
    form = next((one for one in _FORMS if address.endswith(one.value)), Form.PAGE)
    bare = address.removesuffix(form.value) if form is not Form.PAGE else address
    found = _PART.match(bare)
    path, kind, name = found.groups() if found else (bare, "", "")
    picture, table = ("", name) if kind == "tabell" else (name, "")
    return Target("/" if path in ("", START) else path, form, picture, table)


def file_name_of(target: Target, part: str = "") -> str:
    """Return what the file is called that is sent for a form of a page.

    Args:
        part: Which of its tables or files.

    >>> file_name_of(Target("/2024/nassjo", Form.CSV), "agreements")
    'overens-2024-nassjo-agreements.csv'
    """
    parts = ["overens", *target.path.strip("/").split("/"), target.picture or target.table or part]
    return "-".join(one for one in parts if one) + target.form.value


def address_of(path: str, form: Form, picture: str = "", table: str = "") -> str:
    """Return the address of a form of a page, or of one of its pictures or tables: the inverse of `read_target`."""
    base = START if path == "/" and (form is not Form.PAGE or picture or table) else path
    part = f"/bild/{picture}" if picture else f"/tabell/{table}" if table else ""
    return f"{base}{part}{form.value}"
