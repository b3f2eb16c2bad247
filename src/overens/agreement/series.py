"""A grant through the years, as written: since when it exists, which years it did not, which are missing here and why."""

from __future__ import annotations

from pydantic import Field

from overens.agreement.checks import check_sources
from overens.agreement.terms import Source
from overens.vocabulary.problems import Problem, in_order
from overens.writing.clauses import Clause, check_tree
from overens.writing.tree import read_tree
from overens.writing.values import Kr, Slug, Sourced, Words, Years


class Absence(Clause):
    """Years in which a grant did not exist (fanns inte), and how that is known."""

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
    sources: dict[Slug, Source] = Field({}, alias="källor")
    remark: Words | None = Field(None, alias="anmärkning")


def read_series(text: str, *, file: str) -> tuple[GrantSeries | None, list[Problem]]:
    """Read a file about a grant through the years (serier/*.yaml)."""
    tree, problems = read_tree(text, file=file)
    if tree.value is None:
        return None, problems
    checked = check_tree(GrantSeries, tree)
    problems += checked.problems
    if checked.value is not None:
        problems += check_sources(checked.value, checked.value.sources, tree, checked.left_out)
    return checked.value, in_order(problems)
