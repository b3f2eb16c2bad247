"""A printed table of totals over several agreements, and which pots it is said to hold."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from overens.agreement.checks import check_contradictions
from overens.agreement.rules import Group
from overens.agreement.terms import Contradiction, Source
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault, Problem, in_order
from overens.vocabulary.sources import Status
from overens.writing.clauses import Clause, check_tree
from overens.writing.tree import Tree, read_tree
from overens.writing.values import Day, FigureName, Slug, Sourced, Words, Years


class PotRef(Clause):
    """A pot of an agreement, named as agreement/pot, and why it is counted or not."""

    pot: Words = Field(alias="pott")
    reason: Words | None = Field(None, alias="skäl")


class PublishedTotals(Clause):
    """A printed table of totals per recipient (sammanställning), and the pots it is said to hold."""

    id: Slug
    name: Words = Field(alias="namn")
    years: Years = Field(alias="avser")
    to: Group = Field(alias="till")
    figure: FigureName = Field(alias="tabell")
    measured_on: Day = Field(alias="per")
    status: Status
    source: Sourced = Field(alias="källa")
    sources: dict[Slug, Source] = Field(alias="källor", min_length=1)
    holds: tuple[PotRef, ...] = Field(alias="omfattar", min_length=1)
    leaves_out: tuple[PotRef, ...] = Field((), alias="omfattar inte")
    contradictions: tuple[Contradiction, ...] = Field((), alias="motsägelser")
    remark: Words | None = Field(None, alias="anmärkning")


@dataclass(frozen=True)
class PublishedTable:
    """Printed totals together with the places of everything in their file."""

    totals: PublishedTotals
    tree: Tree

    def names_unknown_pots(self, known: set[str]) -> list[Problem]:
        """Return a problem for every pot it names that is not in the library."""
        problems = []
        for key, refs in (("omfattar", self.totals.holds), ("omfattar inte", self.totals.leaves_out)):
            for n, ref in enumerate(refs):
                if ref.pot not in known:
                    near = did_you_mean(ref.pot, known)
                    fault = Fault.of(
                        "Potten '{pot}' finns inte.",
                        "Menade du '{near}'?",
                        "The pot '{pot}' does not exist.",
                        "Did you mean '{near}'?",
                        pot=ref.pot,
                        near=near,
                    )
                    problems.append(Problem(self.tree.place((key, n, "pott")), fault))
        return problems


def read_published(text: str, *, file: str) -> tuple[PublishedTable | None, list[Problem]]:
    """Read a file with printed totals (sammanstallningar/*.yaml)."""
    tree, problems = read_tree(text, file=file)
    if tree.value is None:
        return None, problems
    checked = check_tree(PublishedTotals, tree)
    problems += checked.problems
    if checked.value is not None:
        problems += check_contradictions(checked.value.contradictions, tree)
    return (PublishedTable(checked.value, tree) if checked.value else None), in_order(problems)
