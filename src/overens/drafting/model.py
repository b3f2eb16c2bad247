"""What a document says: amounts, tables, dates, names and passages, each with its place and the words it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple):
    """Where something stands: from and to, in code points of the document as it was read, newlines untouched."""

    start: int
    end: int


class Hedge(StrEnum):
    """How near the document says that an amount is (drygt, knappt, cirka, upp till)."""

    EXACT = "exakt"
    AT_LEAST = "minst"
    NEARLY = "nästan"
    ABOUT = "ungefär"
    AT_MOST = "högst"


class Role(StrEnum):
    """What an amount is in its document: the whole, a part, a change, or something beside it."""

    TOTAL = "helhet"
    PART = "del"
    EARMARK = "öronmärkt"
    CHANGE = "ändring"
    PREVIOUS = "tidigare"
    OUTSIDE = "utanför"
    PER_UNIT = "per enhet"
    OTHER = "annat"


class Receiver(StrEnum):
    """Who the document says gets the money, as a kind."""

    REGIONS = "regioner"
    MUNICIPALITIES = "kommuner"
    BOTH = "kommuner och regioner"
    SKR = "SKR"
    RCC = "RCC"
    AGENCY = "myndighet"
    OTHER = "annan"
    NONE = "ej sagt"


class DateRole(StrEnum):
    """What a date in a document is the date of."""

    APPLY_BY = "begär senast"
    REPAY_BY = "återbetala senast"
    REPORT_BY = "redovisa senast"
    PAY_BY = "betalas ut"
    DECIDED = "beslutad"
    OTHER = "annat"


class Unit(StrEnum):
    """What the numbers of a table's column count."""

    KR = "kr"
    TKR = "tkr"
    MKR = "Mkr"
    MEUR = "miljoner euro"
    PERCENT = "procent"
    PERSONS = "personer"
    COUNT = "antal"


class Cue(NamedTuple):
    """Words that spoke for a reading (ledtråd), what they spoke for, how strongly, and where they stand."""

    words: str
    says: str
    strength: int
    span: Span


@dataclass(frozen=True)
class Judged(Generic[T]):
    """A reading that was chosen, what else it may be (best first), and the cues for all of them.

    Attributes:
        sure: Whether nothing else came near.
    """

    chosen: T
    others: tuple[T, ...] = ()
    cues: tuple[Cue, ...] = ()
    sure: bool = True


@dataclass(frozen=True)
class AmountMention:
    """A sum of money as it stands: number, magnitude and currency, without the hedge.

    Attributes:
        span: In the document.
        at: The same in the clean text (see text/clean.py), where the rules look around it.
        kr: Whole kronor.
        hedged_as: The document's own words for how near ("drygt"), or "".
        per_year: Whether the sum is for each year.
        period: "2024", "2024-2026", "2024-" or "".
        per_unit: What it is counted per, if it is a price ("dos", "region"), else "".
        printed_as: What a misprint was read as ("447 500 000"), else "".
        exact_to: Kronor that the last printed digit is worth; 1 for whole kronor.
    """

    span: Span
    at: Span
    text: str
    kr: int
    hedge: Hedge = Hedge.EXACT
    hedged_as: str = ""
    per_year: bool = False
    period: str = ""
    per_unit: str = ""
    printed_as: str = ""
    exact_to: int = 1


@dataclass(frozen=True)
class ReadAmount:
    """A sum of money and what it is: role, who gets it and what for.

    Attributes:
        explicit: Whether the receiver is named in the same sentence; None where nobody is.
    """

    mention: AmountMention
    role: Judged[Role]
    receiver: Judged[Receiver]
    explicit: bool | None
    purpose: str
    section: str = ""


@dataclass(frozen=True)
class ReadCell:
    """One row of a column: whom it is for as printed, the code if it is one of the recipients, and the number.

    Attributes:
        value: The number in the unit of the column; None for what is no number ("<5").
        is_misprinted: Whether the value is not what is printed letter by letter: "544 99 160".
    """

    name: str
    code: str
    value: Fraction | None
    printed: str
    name_at: Span
    value_at: Span
    is_misprinted: bool = False


@dataclass(frozen=True)
class ReadTable:
    """One column of numbers with its rows; total rows are no rows.

    Attributes:
        header: The heading of the column.
        total: The sum as the document states it, in the unit; None if it states none.
        total_is_share: Whether it is an equal part of the sum that stands at `total_at` ("två lika stora utbetalningar").
        sums: Whether the rows sum to it; None where there is none, or rows that cannot be summed.
        caption: What stands above the table.
        is_list: Whether it is written as lines of text rather than as a table.
    """

    header: str
    unit: Judged[Unit]
    total: Fraction | None
    total_at: Span | None
    sums: bool | None
    rows: tuple[ReadCell, ...]
    span: Span
    caption: str = ""
    is_list: bool = False
    total_is_share: bool = False


@dataclass(frozen=True)
class ReadDate:
    """A day or months in the document: "2024-02-05", "2024-02" or "2024-02/2024-06".

    Attributes:
        iso: The date, with its year inferred where the document leaves it out; "" where no year can be known.
        impossible: The date as printed where there is no such day ("31 februari 2021"); iso is then "".
    """

    span: Span
    text: str
    iso: str
    role: Judged[DateRole]
    year_inferred: bool = False
    impossible: bool = False


@dataclass(frozen=True)
class ReadName:
    """The name of an agreement as it stands in the text, and what it says.

    Attributes:
        subject: What the agreement is about, without 'överenskommelsen om', parties and years.
        years: The years in the name.
        supplement: Whether it adds to or changes another agreement.
    """

    span: Span
    text: str
    subject: str = ""
    years: tuple[int, ...] = ()
    supplement: bool = False


@dataclass(frozen=True)
class Passage:
    """A sentence that speaks of a rule: which kind it may be (R1–R30 in the census of rules), and the words that say so."""

    span: Span
    text: str
    kind: Judged[str]
