"""One picture or table of a page -> its own address, the code that shows it on another site, and the same in Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from overens.export.picture import Picture, Size, Theme, spec_size
from overens.usecases.citation import Citation
from overens.usecases.program import table_program
from overens.vocabulary.wording import Language, Text
from overens.web.answer import Answer
from overens.web.asked import NO_CHANGES, Asked
from overens.web.parts import named_picture, named_table, table_title

WIDTH = 720
"""How broad a frame is unless something else is asked for, in pixels."""
NARROW = 640
"""The broadest frame that gets the picture for telephones: the style sheet's 40 rem."""
AROUND = {Size.WIDE: 210, Size.NARROW: 330}
"""Pixels for the title and the attribution."""
ROW = 37
"""Pixels for a row of a table."""
TALLEST, TALL, LOW = 860, 640, 600
MANY = 12
"""Rows above which a picture is one of the tall ones: a map, or all regions."""

_UNSORTED = {"sort": ""}


@dataclass(frozen=True)
class Part:
    """A picture or a table that has its own address (del).

    Attributes:
        path: Its address on this site, with everything asked.
        address: The same as other sites must write it.
        height: Pixels that a frame needs, about; a page that is higher scrolls within.
        program: The Python that gives the same table.
    """

    title: Text
    path: str
    address: str
    height: int
    program: str

    def iframe(self, language: Language, width: int = WIDTH, height: int = 0) -> str:
        """Return the code, whose every value is escaped."""
        return (
            f'<iframe src="{escape(self.address)}" title="{escape(self.title.say(language))}" width="{width}"'
            f' height="{height or self.height}" loading="lazy" style="border:0;max-width:100%"></iframe>'
        )

    def shown(self, language: Language) -> Markup:
        """Return the code as a page shows it: just as it is to be pasted."""
        return Markup(escape(self.iframe(language)))

    @property
    def shown_program(self) -> Markup:
        """Return the Python as a page shows it: just as it is to be run."""
        return Markup(escape(self.program))


def picture_part(answer: Answer, asked: Asked, name: str, citation: Citation | None = None) -> Part:
    """Return one of the page's pictures.

    Raises:
        Refused: If the page has no such picture.
    """
    one = named_picture(answer, name)
    height = TALLEST if len(one.table.rows) > MANY else LOW
    where = asked.apart(picture=name, changed=_UNSORTED)
    return Part(one.title, where, asked.whole(where), height, _program(asked, citation, _UNSORTED, picture=name))


def table_part(answer: Answer, asked: Asked, name: str, citation: Citation | None = None) -> Part:
    """Return one of the page's tables; the first for an empty name, in the order asked for if it has that column.

    Raises:
        Refused: If the page has no such table.
    """
    table = named_table(answer, name or next(iter(answer.tables), ""))
    name = name or next(iter(answer.tables))
    changed = NO_CHANGES if asked.sort.removeprefix("-") in table.names else _UNSORTED
    height = min(TALL, AROUND[Size.WIDE] + ROW * (len(table.rows) + 2))
    where = asked.apart(table=name, changed=changed)
    dated = None if name in answer.undated else citation
    return Part(
        table_title(answer, table), where, asked.whole(where), height, _program(asked, dated, changed, table=name)
    )


def _program(
    asked: Asked, citation: Citation | None, changed: Mapping[str, str], picture: str = "", table: str = ""
) -> str:
    """Return the Python for the address on the day that the page is cited with; without a citation, as it was asked."""
    day = {"as-known-on": citation.as_known_on.isoformat()} if citation and citation.as_known_on else {}
    return table_program(asked.apart(picture=picture, table=table, changed={**changed, **day}))


def frame_height(picture: Picture, language: Language, width: int) -> int:
    """Return how high a frame of the width must be for the picture and what stands round it, in pixels."""
    size = Size.NARROW if width <= NARROW else Size.WIDE
    drawn_width, drawn_height = spec_size(picture, language, Theme.LIGHT, size)
    return AROUND[size] + drawn_height * width // drawn_width
