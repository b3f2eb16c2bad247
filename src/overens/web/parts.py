"""An answer and a name -> the picture or the table of it that has the name, or what may have been meant."""

from __future__ import annotations

from collections.abc import Mapping

from overens.export.csv_table import Table
from overens.export.picture import Picture
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text
from overens.web.answer import Answer
from overens.web.refused import Refused

TABLE = ("tabell", "table")
PICTURE = ("bild", "picture")


def named_picture(answer: Answer, name: str) -> Picture:
    """Return the picture.

    Raises:
        Refused: If the page has no such picture.
    """
    by_name = {one.name: one for one in answer.pictures}
    if name not in by_name:
        raise Refused(404, no_such(PICTURE, name, by_name))
    return by_name[name]


def named_table(answer: Answer, name: str, status: int = 404) -> Table:
    """Return the table.

    Raises:
        Refused: If the page has no such table.
    """
    if name not in answer.tables:
        raise Refused(status, no_such(TABLE, name, answer.tables))
    return answer.tables[name]


def table_title(answer: Answer, table: Table) -> Text:
    """Return what a table is called away from its page: with the page's title, unless it already begins with that."""
    if table.title.say().startswith(answer.title.say()):
        return table.title
    return Text("{page}: {table}", "{page}: {table}", {"page": answer.title, "table": table.title})


def no_such(what: tuple[str, str], name: str, there_are: Mapping[str, object]) -> Fault:
    """Return what is said of a part that the page does not have.

    Args:
        what: What kind of part it is, in Swedish and in English.
    """
    near = did_you_mean(name[:60], there_are)
    sv, en = what
    return Fault.of(
        f"Sidan har ingen {sv} '{{name}}'.",
        "Menade du '{near}'?" if near else "Den har: {names}." if there_are else f"Den har ingen {sv}.",
        f"The page has no {en} '{{name}}'.",
        "Did you mean '{near}'?" if near else "It has: {names}." if there_are else f"It has no {en}.",
        name=name[:60],
        near=near,
        names=", ".join(there_are),
    )
