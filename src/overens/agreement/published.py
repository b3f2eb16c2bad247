"""What was printed over several agreements, a table or a sum, and what it is said to hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import Field

from overens.agreement.checks import check_contradictions, check_sources
from overens.agreement.rules import Group
from overens.agreement.terms import Contradiction, Source
from overens.vocabulary.money import Amount, add_up, may_be_equal
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault, Problem, in_order
from overens.vocabulary.sources import Status
from overens.vocabulary.wording import kronor
from overens.writing.clauses import Clause, check_tree
from overens.writing.tree import Tree, read_tree
from overens.writing.values import Day, FigureName, Kr, Missing, Slug, Sourced, Words, Years


class Held(Clause):
    """Something a printed total is said to hold: a pot (agreement/pot), or a whole agreement; and why."""

    pot: Words | None = Field(None, alias="pott")
    agreement: Slug | None = Field(None, alias="avtal")
    reason: Words | None = Field(None, alias="skäl")

    @property
    def name(self) -> str:
        """What is named, as it was written."""
        return self.pot or self.agreement or ""


class PublishedTotals(Clause):
    """What was printed over several agreements (sammanställning): a table per recipient, or one sum."""

    id: Slug
    name: Words = Field(alias="namn")
    years: Years = Field(alias="avser")
    amount: Kr | None = Field(None, alias="belopp")
    to: Group | None = Field(None, alias="till")
    figure: FigureName | None = Field(None, alias="tabell")
    measured_on: Day = Field(alias="per")
    status: Status
    source: Sourced = Field(alias="källa")
    sources: dict[Slug, Source] = Field(alias="källor", min_length=1)
    holds: tuple[Held, ...] = Field(alias="omfattar", min_length=1)
    leaves_out: tuple[Held, ...] = Field((), alias="omfattar inte")
    contradictions: tuple[Contradiction, ...] = Field((), alias="motsägelser")
    remark: Words | None = Field(None, alias="anmärkning")


@dataclass(frozen=True)
class PublishedTable:
    """Printed totals together with the places of everything in their file."""

    totals: PublishedTotals
    tree: Tree

    def problems_with(self, pots: set[str], totals: Mapping[str, Amount | Missing]) -> list[Problem]:
        """Return a problem for every name that is not in the library, and for a sum that is not what is named.

        Args:
            pots: Every pot in the library, as agreement/pot.
            totals: Every agreement in the library, with its total.
        """
        problems = []
        for key, refs in (("omfattar", self.totals.holds), ("omfattar inte", self.totals.leaves_out)):
            for n, held in enumerate(refs):
                known = pots if held.pot is not None else set(totals)
                if held.name not in known:
                    fault = unknown_name(held.name, did_you_mean(held.name, known))
                    problems.append(Problem(self.tree.place((key, n)), fault))
        printed, computed = self.totals.amount, self.computed(totals)
        said = any(c.about == "belopp" for c in self.totals.contradictions)
        if printed and computed and not said and not may_be_equal(computed, printed):
            problems.append(Problem(self.tree.place(("belopp",)), _sums_not(printed, computed)))
        return problems

    def computed(self, totals: Mapping[str, Amount | Missing]) -> Amount | None:
        """Return the sum of the agreements named, for a printed sum; None if one of them is not known."""
        if self.totals.amount is None:
            return None
        known = [totals.get(held.agreement) for held in self.totals.holds if held.agreement is not None]
        amounts = [amount for amount in known if isinstance(amount, Amount)]
        return add_up(amounts) if amounts and len(amounts) == len(known) else None


def unknown_name(name: str, near: str | None) -> Fault:
    """Return what is wrong with a name that is neither an agreement nor a pot of one."""
    return Fault.of(
        "'{name}' finns inte bland avtalen och deras potter.",
        "Menade du '{near}'?" if near else "Skriv 'pott: AVTAL/POTT' eller 'avtal: AVTAL'.",
        "'{name}' is not among the agreements and their pots.",
        "Did you mean '{near}'?" if near else "Write 'pott: AGREEMENT/POT' or 'avtal: AGREEMENT'.",
        name=name,
        near=near,
    )


def _sums_not(printed: Amount, computed: Amount) -> Fault:
    return Fault.of(
        "Tryckt är {printed}, men avtalen summerar till {computed}.",
        "Rätta beloppet eller listan; skiljer källorna, skriv det under 'motsägelser' (om: belopp).",
        "Printed is {printed}, but the agreements sum to {computed}.",
        "Mend the amount or the list; if the sources differ, record it under 'motsägelser' (om: belopp).",
        printed=kronor(printed.kr),
        computed=kronor(computed.kr),
    )


def read_published(text: str, *, file: str) -> tuple[PublishedTable | None, list[Problem]]:
    """Read a file with printed totals (sammanstallningar/*.yaml)."""
    tree, problems = read_tree(text, file=file)
    if tree.value is None:
        return None, problems
    checked = check_tree(PublishedTotals, tree)
    problems += checked.problems
    if checked.value is not None:
        problems += check_sources(checked.value, checked.value.sources, tree, checked.left_out)
        problems += check_contradictions(checked.value.contradictions, tree)
    return (PublishedTable(checked.value, tree) if checked.value else None), in_order(problems)
