"""When the sums of a year's grants became known, as written -> checked announcements, or problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema

from overens.agreement.checks import check_sources
from overens.agreement.published import unknown_name
from overens.agreement.terms import Source
from overens.vocabulary.money import Mark
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.periods import parse_years
from overens.vocabulary.problems import Fault, Problem, in_order
from overens.vocabulary.wording import Text
from overens.writing.clauses import Clause, InWords, check_tree, from_words
from overens.writing.tree import Tree, read_tree
from overens.writing.values import Day, Kr, Slug, Slugs, Sourced, Words, YesNo

FARTHEST = 3
"""How many years a sum can become known before or after its year; more is taken for a misprint."""


class Regularity(StrEnum):
    """Whether a grant comes every year, or was added while the year went on."""

    ANNUAL = "årligt"
    NEW = "nytt"


def _parse_year(words: str) -> int | Fault:
    years = parse_years(words)
    if isinstance(years, Fault):
        return Fault(years.message, Text("Skriv ett år: '2024'.", "Write one year: '2024'."))
    return years[0] if len(years) == 1 else _several_years(words)


Year = Annotated[
    int,
    PlainValidator(from_words(_parse_year)),
    InWords(str),
    WithJsonSchema({"type": ["string", "integer"], "description": "Ett år.", "examples": ["2024"]}),
]


class Announcement(Clause):
    """A sum for one year, and when it became known (besked om en summa)."""

    known_from: Day = Field(alias="känd från")
    date_inferred: YesNo = Field(False, alias="datum härlett")
    year: Year = Field(alias="år")
    kind: Regularity = Field(alias="slag")
    amount: Kr = Field(alias="belopp")
    mark: Mark = Field(Mark.VERIFIED, alias="märke")
    derivation: Words | None = Field(None, alias="härledning")
    unsure: Words | None = Field(None, alias="osäkert")
    sum_only: YesNo = Field(False, alias="bara summan")
    name: Words = Field(alias="namn")
    series: Slug | None = Field(None, alias="serie")
    agreements: Slugs = Field((), alias="avtal")
    pot: Words | None = Field(None, alias="pott")
    source: Sourced = Field(alias="källa")
    remark: Words | None = Field(None, alias="anmärkning")

    @property
    def about(self) -> tuple[str, ...]:
        """The ids of the agreements that are named, by themselves or with a pot."""
        return (self.pot.partition("/")[0],) if self.pot else self.agreements


class Claim(Clause):
    """That notice of a year's money came earlier than before (påstående), as someone said it."""

    year: Year = Field(alias="år")
    says: Words = Field(alias="säger")
    known_from: Day = Field(alias="känd från")
    source: Sourced = Field(alias="källa")


class AnnouncementList(Clause):
    """A list of announcements, and the claims that are tested on them."""

    id: Slug
    name: Words = Field(alias="namn")
    sources: dict[Slug, Source] = Field(alias="källor", min_length=1)
    claims: tuple[Claim, ...] = Field((), alias="påståenden")
    announcements: tuple[Announcement, ...] = Field(alias="besked", min_length=1)
    remark: Words | None = Field(None, alias="anmärkning")


@dataclass(frozen=True)
class Announcements:
    """A list of announcements together with the places of everything in its file."""

    written: AnnouncementList
    tree: Tree

    def problems_with(self, agreements: set[str], pots: set[str]) -> list[Problem]:
        """Return a problem for every agreement and pot that is named and is not in the library.

        Args:
            agreements: Every agreement's id.
            pots: Every pot, as agreement/pot.
        """
        named = [
            (n, key, name, known)
            for n, one in enumerate(self.written.announcements)
            for key, names, known in (("avtal", one.agreements, agreements), ("pott", (one.pot,), pots))
            for name in names
        ]
        return [
            Problem(self.tree.place(("besked", n, key)), unknown_name(name, did_you_mean(name, known)))
            for n, key, name, known in named
            if name is not None and name not in known
        ]

    def source(self, one: Announcement | Claim) -> Source:
        """Return the first source that the announcement or claim names."""
        return self.written.sources[one.source[0]]


def read_announcements(text: str, *, file: str) -> tuple[Announcements | None, list[Problem]]:
    """Read a list of announcements (besked/*.yaml) and check it by itself."""
    tree, problems = read_tree(text, file=file)
    if tree.value is None:
        return None, problems
    checked = check_tree(AnnouncementList, tree)
    problems += checked.problems
    if checked.value is None:
        return None, in_order(problems)
    problems += check_sources(checked.value, checked.value.sources, tree, checked.left_out)
    read = Announcements(checked.value, tree)
    return read, in_order([*problems, *_too_far(read), *doubled([read])])


def doubled(lists: list[Announcements]) -> list[Problem]:
    """Return a problem for each announcement that stands more than once: its sum would be counted twice."""
    seen: dict[tuple[int, str], str] = {}
    problems = []
    for read in lists:
        for n, one in enumerate(read.written.announcements):
            place = read.tree.place(("besked", n, "namn"))
            first = seen.setdefault((one.year, one.name.casefold()), str(place))
            if first != str(place):
                problems.append(Problem(place, _twice(one, first)))
    return problems


def _too_far(read: Announcements) -> Iterator[Problem]:
    for n, one in enumerate(read.written.announcements):
        if abs(one.known_from.first.year - one.year) > FARTHEST:
            yield Problem(read.tree.place(("besked", n, "år")), _far(one))


def _several_years(words: str) -> Fault:
    return Fault.of(
        "'{words}' är flera år.",
        "Skriv en rad för varje år, med årets del av summan.",
        "'{words}' is several years.",
        "Write one row for each year, with that year's part of the sum.",
        words=words,
    )


def _far(one: Announcement) -> Fault:
    return Fault.of(
        "'{name}' gäller {year} men ska ha blivit känt {known}.",
        "Rätta 'år' eller 'känd från'; det får skilja högst {most} år.",
        "'{name}' is for {year} but is said to have become known on {known}.",
        "Mend 'år' or 'känd från'; they may differ by at most {most} years.",
        name=one.name,
        year=str(one.year),
        known=str(one.known_from),
        most=str(FARTHEST),
    )


def _twice(one: Announcement, first: str) -> Fault:
    return Fault.of(
        "'{name}' för {year} står två gånger; första gången i {first}.",
        "Ta bort den ena raden, eller ge dem olika namn om det är två summor.",
        "'{name}' for {year} stands twice; the first time in {first}.",
        "Remove one of the rows, or name them apart if they are two sums.",
        name=one.name,
        year=str(one.year),
        first=first,
    )
