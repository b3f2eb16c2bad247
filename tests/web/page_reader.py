"""The HTML of a page -> what a test asks of it: numbers, links, headings, tables, pictures, ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Number:
    """A number that a page shows, and which column of which download it sums, where it is a sum."""

    value: int
    text: str = ""
    column: str = ""
    table: str = ""
    where: dict[str, str] = field(default_factory=dict)
    is_sum: bool = False


@dataclass
class TableSeen:
    caption: str = ""
    columns: int = 0
    rows: int = 0
    row_headings: int = 0


@dataclass
class Page:
    """What stands on a page.

    Attributes:
        files: What the page fetches or sends to, beside its pictures.
        drawn: The addresses of its pictures, in every form that the page itself uses.
        unnamed: Images without a text instead.
        big: What the figures at the top say, and how many marked numbers stand in each.
        whole: Whether it ends as a page does.
    """

    language: str = ""
    title: str = ""
    h1: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    tables: list[TableSeen] = field(default_factory=list)
    big: list[tuple[str, int]] = field(default_factory=list)
    labelled_by: list[str] = field(default_factory=list)
    whole: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._open: list[tuple[str, str]] = []
        self._collect: dict[str, list[str]] = {}
        self._before_big = 0
        self._foot = False
        self._body = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        page = self.page
        if "id" in given:
            page.ids.append(given["id"])
        page.labelled_by.extend(given.get("aria-labelledby", "").split())
        self._open_element(tag, given)
        if tag in ("table", "tfoot", "tbody", "tr", "th"):
            self._open_table(tag, given)
        else:
            _note_address(page, tag, given)

    def _open_element(self, tag: str, given: dict[str, str]) -> None:
        match tag:
            case "html":
                self.page.language = given.get("lang", "")
            case "title" | "h1" | "caption":
                self._collect[tag] = []
            case "data":
                self._number(given)
            case "span":
                big = "big" in given.get("class", "").split()
                self._open.append((tag, "big" if big else ""))
                if big:
                    self._collect["big"], self._before_big = [], len(self.page.numbers)

    def _open_table(self, tag: str, given: dict[str, str]) -> None:
        tables, scope = self.page.tables, given.get("scope", "")
        match tag:
            case "table":
                tables.append(TableSeen())
            case "tfoot":
                self._foot = True
            case "tbody":
                self._body = True
            case "tr":
                tables[-1].rows += self._body
            case _:
                tables[-1].columns += scope == "col"
                tables[-1].row_headings += self._body and scope in ("row", "rowgroup")

    def _number(self, given: dict[str, str]) -> None:
        self._collect["data"] = []
        self.page.numbers.append(
            Number(
                int(given["value"]),
                column=given.get("data-sum", ""),
                table=given.get("data-table", ""),
                where={n.removeprefix("data-where-"): v for n, v in given.items() if n.startswith("data-where-")},
                is_sum=self._foot or "big" in self._collect,
            )
        )

    def handle_endtag(self, tag: str) -> None:
        page = self.page
        match tag:
            case "title":
                page.title = self._said("title")
            case "h1":
                page.h1.append(self._said("h1"))
            case "caption":
                page.tables[-1].caption = self._said("caption")
            case "data":
                page.numbers[-1].text = self._said("data")
            case "tfoot":
                self._foot = False
            case "tbody":
                self._body = False
            case "span":
                if self._open and self._open.pop()[1] == "big":
                    page.big.append((self._said("big"), len(page.numbers) - self._before_big))
            case "html":
                page.whole = True

    def handle_data(self, data: str) -> None:
        for found in self._collect.values():
            found.append(data)

    def _said(self, name: str) -> str:
        return "".join(self._collect.pop(name, [])).strip()


def _note_address(page: Page, tag: str, given: dict[str, str]) -> None:
    match tag:
        case "a":
            page.links.append(given.get("href", ""))
        case "form":
            page.files.append(given.get("action", ""))
        case "link" | "script":
            page.files.append(given.get("href") or given.get("src", ""))
        case "source":
            page.drawn.append(given.get("srcset", ""))
        case "img":
            (page.files if given.get("src", "").startswith("/static/") else page.drawn).append(given.get("src", ""))
            if "alt" not in given:
                page.unnamed.append(given.get("src", ""))
        case "figure" if "data-spec" in given:
            page.drawn.append(given["data-spec"])


def read_page(html: str) -> Page:
    """Return what stands on the page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page
