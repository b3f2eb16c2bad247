"""Tables of the library -> the terminal: what there is to take along, and what the fields of one hold."""

from __future__ import annotations

from collections.abc import Iterable

from overens.cli.language import t
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.usecases.resources.counted import Counted
from overens.usecases.resources.model import Resource
from overens.vocabulary.wording import whole_number


def show_list(page: Page, found: Iterable[Counted]) -> None:
    """Print every table with its number of rows."""
    rows = [
        (one.resource.name, whole_number(one.rows), f"{say(one.resource.title)}. {say(one.resource.about)}")
        for one in found
    ]
    page.table((t("Namn", "Name"), t("Rader", "Rows"), t("Vad", "What")), rows, right=(1,), whole=(0,))
    page.line(
        t(
            "Fälten i en av dem: overens export awards. Alla som filer: overens export --all --parquet --out data",
            "The fields of one: overens export awards. All as files: overens export --all --parquet --out data",
        )
    )


def show_fields(page: Page, resource: Resource) -> None:
    """Print what the fields of a table hold."""
    page.heading(say(resource.title))
    page.line(say(resource.about))
    page.blank()
    rows = [
        (
            one.name,
            one.kind.name.lower(),
            t("nyckel", "key")
            if one.name in resource.key
            else t("kan saknas", "may be unknown")
            if one.nullable
            else "",
            say(one.about) + (f": {', '.join(one.values)}" if one.values else ""),
        )
        for one in resource.fields
    ]
    page.table((t("Fält", "Field"), t("Slag", "Kind"), "", t("Vad", "What")), rows, whole=(0, 1))
