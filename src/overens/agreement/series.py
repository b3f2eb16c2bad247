"""A grant through the years, as written: since when it exists, which years it did not, which are missing here and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import Field

from overens.agreement.checks import check_sources
from overens.agreement.model import Agreement
from overens.agreement.terms import Source
from overens.vocabulary.problems import Fault, Place, Problem, Severity, in_order
from overens.writing.clauses import Clause, check_tree
from overens.writing.tree import Tree, read_tree
from overens.writing.values import Kr, Slug, Sourced, Words, Years


class Absence(Clause):
    """Years in which a grant did not exist (fanns inte), or of which that is not found (okänt), and what says so."""

    years: Years = Field(alias="år")
    reason: Words = Field(alias="skäl")
    source: Sourced | None = Field(None, alias="källa")


class Lack(Clause):
    """Years for which a grant is not in the library (saknas): what is known of it, and why it is left out."""

    years: Years = Field(alias="år")
    reason: Words = Field(alias="skäl")
    amount: Kr | None = Field(None, alias="belopp")
    source: Sourced | None = Field(None, alias="källa")


class GrantSeries(Clause):
    """A grant through the years (serie): its agreements share this id."""

    id: Slug
    name: Words = Field(alias="namn")
    did_not_exist: tuple[Absence, ...] = Field((), alias="fanns inte")
    missing: tuple[Lack, ...] = Field((), alias="saknas")
    unknown: tuple[Absence, ...] = Field((), alias="okänt")
    sources: dict[Slug, Source] = Field({}, alias="källor")
    remark: Words | None = Field(None, alias="anmärkning")


@dataclass(frozen=True)
class WrittenSeries:
    """A grant through the years together with the places of everything in its file."""

    series: GrantSeries
    tree: Tree

    def place(self, *path: str | int) -> Place:
        """Return where the value at the path stands."""
        return self.tree.place(path)

    def years(self) -> Iterator[tuple[int, str, Place]]:
        """Yield every year that is said to lack an agreement, with the word that says it and its place."""
        said = [("fanns inte", n, one.years) for n, one in enumerate(self.series.did_not_exist)]
        said += [("saknas", n, one.years) for n, one in enumerate(self.series.missing)]
        said += [("okänt", n, one.years) for n, one in enumerate(self.series.unknown)]
        for word, n, years in said:
            yield from ((year, word, self.place(word, n, "år")) for year in years)


def read_series(text: str, *, file: str) -> tuple[WrittenSeries | None, list[Problem]]:
    """Read a file about a grant through the years (serier/*.yaml)."""
    tree, problems = read_tree(text, file=file)
    if tree.value is None:
        return None, problems
    checked = check_tree(GrantSeries, tree)
    problems += checked.problems
    if checked.value is None:
        return None, in_order(problems)
    written = WrittenSeries(checked.value, tree)
    problems += check_sources(checked.value, checked.value.sources, tree, checked.left_out)
    problems += _check_years(written)
    return written, in_order(problems)


def _check_years(written: WrittenSeries) -> Iterator[Problem]:
    """Yield a problem for every year that is said twice."""
    said: dict[int, str] = {}
    for year, word, place in written.years():
        if year in said:
            yield Problem(place, _said_twice(year, said[year]))
        said.setdefault(year, word)


def check_against(written: WrittenSeries, agreements: Iterable[Agreement]) -> Iterator[Problem]:
    """Yield a warning for every year that is said to be lacking although there is an agreement for it.

    It is no error: whoever adds an agreement of their own cannot mend the file that says it was missing.

    Args:
        agreements: Those of the series.
    """
    there = {year: one.id for one in agreements for year in one.years}
    for year, word, place in written.years():
        if year in there:
            yield Problem(place, _is_there(year, word, there[year]), Severity.WARNING)


def _said_twice(year: int, word: str) -> Fault:
    return Fault.of(
        "År {year} står redan under '{word}'.",
        "Låt varje år stå en gång: under 'fanns inte' eller 'saknas'.",
        "The year {year} stands under '{word}' already.",
        "Let each year stand once: under 'fanns inte' or 'saknas'.",
        year=year,
        word=word,
    )


def _is_there(year: int, word: str, agreement: str) -> Fault:
    return Fault.of(
        "År {year} står under '{word}', men '{agreement}' är för det året.",
        "Ta bort året här, eller rätta avtalets 'avser' eller 'serie'.",
        "The year {year} stands under '{word}', but '{agreement}' is for that year.",
        "Take the year away here, or mend 'avser' or 'serie' of the agreement.",
        year=year,
        word=word,
        agreement=agreement,
    )
