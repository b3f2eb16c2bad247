"""Fields that several tables of the library share, and the cells that stand in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from overens.allocation.model import Allocation, PotAllocation
from overens.export.columns import Field, FieldKind, Row, closed
from overens.figures.model import FigureKind
from overens.usecases.documents.parts import word
from overens.usecases.library import Library
from overens.usecases.year import any_known
from overens.vocabulary.money import Amount, Mark, Precision
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.sources import Status
from overens.vocabulary.wording import Text

TEXT, KRONOR, COUNT, YEAR = FieldKind.TEXT, FieldKind.KRONOR, FieldKind.COUNT, FieldKind.YEAR
VALUE, DAY, TRUTH = FieldKind.VALUE, FieldKind.DAY, FieldKind.TRUTH
KINDS = closed(RecipientKind)
STATUSES = tuple(one.value for one in Status)
"""The Swedish legal words, as everywhere in JSON and CSV."""

AGREEMENT = Field("agreement", TEXT, Text("avtal", "agreement"))
POT = Field("pot", TEXT, Text("pott", "pot"))
FIRST_YEAR = Field(
    "year", YEAR, Text("år (det första, om avtalet är för flera)", "year (the first, if it is for several)")
)
STATUS = Field("status", TEXT, Text("status", "status"), STATUSES)
RECIPIENT = (
    Field("kind", TEXT, Text("mottagarslag", "kind of recipient"), KINDS),
    Field("code", TEXT, Text("kod", "code")),
    Field("name", TEXT, Text("namn", "name")),
)
AWARDED = Text("tilldelat så långt det är beräknat, kronor", "awarded as far as it is computed, kronor")
UNDISTRIBUTED = Text(
    "ej fördelat, även det som inte är beräknat, kronor", "undistributed, with what is not computed, kronor"
)
INTERVAL = (
    Field("low_kr", KRONOR, Text("minsta möjliga, kronor", "least possible, kronor"), nullable=True),
    Field("high_kr", KRONOR, Text("största möjliga, kronor", "greatest possible, kronor"), nullable=True),
    Field("precision", TEXT, Text("hur skarpt beloppet är", "how sharp the amount is"), closed(Precision), True),
    Field("mark", TEXT, Text("hur beloppet är känt", "how the amount is known"), closed(Mark), True),
)
KNOWN = (
    Field("known_from", TEXT, Text("känt från, som det är skrivet", "known from, as it is written"), nullable=True),
    Field("known_from_day", DAY, Text("sista dagen det kan mena", "the last day that can mean"), nullable=True),
)
MADE_UP = Field(
    "made_up_outcomes", TEXT, Text("påhittade utfall det vilar på", "made-up outcomes that it rests on"), nullable=True
)
SOURCE_PARTS = (
    Field("title", TEXT, Text("titel", "title")),
    Field("publisher", TEXT, Text("utgivare", "publisher"), nullable=True),
    Field("address", TEXT, Text("adress, som den är skriven", "address, as it is written"), nullable=True),
)


def interval(amount: Amount | None) -> Row:
    """Return the cells of INTERVAL."""
    if amount is None:
        return None, None, None, None
    return amount.low, amount.high, word(amount.precision), word(amount.mark)


def known(since: When | None) -> Row:
    """Return the cells of KNOWN."""
    return (since.words, since.last) if since is not None else (None, None)


def made_up(pot: PotAllocation) -> tuple[str, ...]:
    """Return the ids of the made-up figures that the pot was computed from."""
    return tuple(dict.fromkeys(one.key.figure for one in pot.used if one.kind is FigureKind.SYNTHETIC))


def names(found: Iterable[str]) -> str:
    """Return names that hold no spaces as one cell."""
    return " ".join(found)


def read_whole(library: Library) -> None:
    """Read what is else read when it is asked for, every figure and announcement; problems are gathered in the library."""
    for key in library.files.figures:
        library.read_figures(key)
    library.read_announcements()


def known_allocations(library: Library, day: date | None) -> list[Allocation]:
    """Return the allocations of all agreements of which anything was known on the day, by years and id."""
    agreements = [one for one in library.agreements_on(day) if any_known(one, day)]
    return [library.allocation(one.id, day) for one in agreements]
