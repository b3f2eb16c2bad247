"""A request -> what is asked: the view's words, its parameters, the library and the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote, urlencode

from overens.export.picture import Size, Theme
from overens.usecases.library import Library
from overens.vocabulary.problems import Problem
from overens.vocabulary.wording import Language
from overens.web.addresses import Addresses
from overens.web.edition import Edition
from overens.web.form import Form, Target, address_of
from overens.web.parameters import Values, choice, one, read_day, read_language

KEPT = ("lang", "as-known-on")
"""Parameters that a link to another page keeps."""
NO_CHANGES: Mapping[str, str] = {}
LOOKS = ("table", "theme", "size")
"""Parameters that say nothing of a part with an address of its own: which it is stands in the address, the reader has the rest."""


@dataclass(frozen=True)
class Asked:
    """What a visitor asks for.

    Attributes:
        target: The page's own address, the form wanted, and the picture.
        words: What stands in the address where the view has a name: {"place": "nassjo"}.
        values: What stands after the question mark.
        today: The day it is asked.
        origin: How the portal is reached: https://statsbidrag.example.
        problems: What is wrong in newer files, which therefore are not shown.
        edition: Which static edition the answer is for; None where the portal answers.
    """

    library: Library
    addresses: Addresses
    target: Target
    words: Mapping[str, str]
    values: Values
    today: date
    origin: str = ""
    problems: tuple[Problem, ...] = ()
    edition: Edition | None = None

    def __post_init__(self) -> None:
        _ = (
            self.language,
            self.as_known_on,
            self.theme,
            self.size,
        )  # read at once, so that what cannot be read stops every view

    @property
    def language(self) -> Language:
        """The language of the answer."""
        return read_language(self.values)

    @property
    def as_known_on(self) -> date | None:
        """The day it is to be as known on; None for as it is known now."""
        return read_day(self.values, "as-known-on")

    @property
    def seen_from(self) -> date:
        """The day from which to tell what has passed: an earlier one that the page is as known on, else the day it is."""
        return min(self.today, self.as_known_on or self.today)

    @property
    def years(self) -> list[int]:
        """The years that there are pages of, the first first."""
        return sorted(self.library.years if self.edition is None else self.edition.years)

    @property
    def table(self) -> str:
        """Which of the page's tables; empty for the first."""
        return self.target.table or one(self.values, "table")

    @property
    def sort(self) -> str:
        """The column to sort by, with - before it for descending; empty for the table's own order."""
        return one(self.values, "sort")

    @property
    def theme(self) -> Theme:
        """The colours a picture is wanted in."""
        return Theme(choice(self.values, "theme", list(Theme)) or Theme.LIGHT)

    @property
    def size(self) -> Size:
        """How broad a picture is wanted."""
        return Size(choice(self.values, "size", list(Size)) or Size.WIDE)

    def unsorted(self) -> Asked:
        """Return the question without an order, where that is one table's own and not the page's; else the same."""
        if not self.sort or not self.table or (self.target.form is Form.PAGE and not self.target.table):
            return self
        return replace(self, values={name: values for name, values in self.values.items() if name != "sort"})

    def link(self, path: str, **more: str) -> str:
        """Return the address of another page, in the same language and as known on the same day."""
        kept = {name: one(self.values, name) for name in KEPT if name in self.values}
        return _with(path, [(name, value) for name, value in {**kept, **_dashed(more)}.items() if value])

    def cited(self, day: date | None) -> str:
        """Return the address that the page is cited by, as known on the day."""
        here = self.here(as_known_on=day.isoformat() if day else "")
        return self.origin + here if self.edition is None else self.edition.cited(here)

    def whole(self, path: str) -> str:
        """Return an address of this site as other sites must write it."""
        return self.origin + path if self.edition is None else self.edition.shown(path)

    def moved(self, path: str) -> str:
        """Return another address with everything asked."""
        return self.moved_with(path, self.values)

    def moved_with(self, path: str, values: Values) -> str:
        """Return another address with these values."""
        return _with(path, [(name, value) for name, found in values.items() for value in found])

    def here(self, form: Form = Form.PAGE, picture: str = "", **more: str) -> str:
        """Return this page's own address with everything asked, in another form or with something changed."""
        return self._part(form, picture, "", _dashed(more))

    def same(self, **more: str) -> str:
        """Return the address asked for, of this form and part, with something changed."""
        return self._part(self.target.form, self.target.picture, self.target.table, _dashed(more))

    def apart(
        self, form: Form = Form.PAGE, picture: str = "", table: str = "", changed: Mapping[str, str] = NO_CHANGES
    ) -> str:
        """Return the address of one of this page's pictures or tables by itself, with everything asked but its looks."""
        return self._part(form, picture, table, {**dict.fromkeys(LOOKS, ""), **changed})

    def _part(self, form: Form, picture: str, table: str, changed: Mapping[str, str]) -> str:
        kept = [(name, value) for name, values in self.values.items() if name not in changed for value in values]
        added = [(name, value) for name, value in changed.items() if value]
        return _with(address_of(self.target.path, form, picture, table), [*kept, *added])


def _dashed(more: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in more.items()}


def _with(path: str, parameters: list[tuple[str, str]]) -> str:
    return quote(path) + (f"?{urlencode(parameters)}" if parameters else "")
