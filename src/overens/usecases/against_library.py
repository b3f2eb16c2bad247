"""A document and a library -> which agreements it is about, and where they say the same, other things or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overens.agreement.label import series_of
from overens.agreement.model import Agreement
from overens.drafting.against.compare import compare
from overens.drafting.against.find import find_agreement, find_for, picked
from overens.drafting.against.model import AgainstAgreement, Candidate
from overens.drafting.reading import ReadDocument
from overens.drafting.sums import SumNode, near_enough, tree_of_sums, walk_sums, wholes_in
from overens.usecases.library import Library
from overens.vocabulary.money import Amount, may_be_equal
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault

_MOST = 12


def compare_with_library(
    document: ReadDocument, library: Library, against: str | None = None
) -> tuple[AgainstAgreement, ...] | Fault:
    """Return the document beside each agreement that it is about; where several are as likely, only which they are.

    Args:
        against: The id of the agreement to hold it against; None to look for it.
    """
    agreements = library.agreements
    wholes = wholes_in(tree_of_sums(document))
    if against is not None:
        one = next((a for a in agreements if a.id == against), None)
        return (
            _unknown(against, library)
            if one is None
            else (_held(document, _whole_of(wholes, one), one, library, (), wholes),)
        )
    found = [*_by_whole(document, wholes[:_MOST], library)]
    if len(found) == 1 and found[0].picked is not None:
        return (_held(document, found[0].whole, found[0].picked, library, found[0].candidates, wholes),)
    if found:
        return tuple(found)
    candidates = find_agreement(document, agreements)
    one = picked(candidates)
    if one is None:
        return (AgainstAgreement(None, candidates, None, ()),)
    return (_held(document, _whole_of(wholes, one), one, library, candidates, wholes),)


def _by_whole(document: ReadDocument, wholes: Sequence[SumNode], library: Library) -> Iterator[AgainstAgreement]:
    """Yield each whole of the document beside the agreement that it surely is of, each agreement once."""
    taken = set()
    for whole in wholes:
        candidates = find_for(document, whole, library.agreements)
        one = picked(candidates)
        if one is not None and one.id not in taken:
            taken.add(one.id)
            yield _held(document, whole, one, library, candidates, ())


def _held(
    document: ReadDocument,
    whole: SumNode | None,
    one: Agreement,
    library: Library,
    candidates: tuple[Candidate, ...],
    wholes: Sequence[SumNode],
) -> AgainstAgreement:
    """Return the document beside one agreement; of its other wholes, those that stand outside the tree of this one."""
    inside = {id(node) for node in walk_sums([whole] if whole is not None else [])}
    others = [node for node in wholes if id(node) not in inside]
    return AgainstAgreement(
        whole, candidates, one, compare(document, whole, one, _before(one, library.agreements), others)
    )


def _whole_of(wholes: Sequence[SumNode], one: Agreement) -> SumNode | None:
    """Return the whole that is the agreement's: the first with its sum, else the first of its year, else the first."""
    total = one.total
    same = [
        w for w in wholes if isinstance(total, Amount) and may_be_equal(w.money, total) and near_enough(w.money, total)
    ]
    of_year = [w for w in wholes if w.amount.mention.period[:4] == str(one.years[0])]
    return next(iter([*same, *of_year, *wholes]), None)


def _before(one: Agreement, agreements: Sequence[Agreement]) -> Agreement | None:
    """Return the agreement that this continues: the one it names, else that of its series the year before."""
    named = one.predecessor.of.partition("/")[0] if one.predecessor is not None else ""
    series = series_of(one.id, one.series)
    return next(
        (
            other
            for other in agreements
            if other.id == named
            or (not named and other.years[0] == one.years[0] - 1 and series_of(other.id, other.series) == series)
        ),
        None,
    )


def _unknown(asked: str, library: Library) -> Fault:
    near = did_you_mean(asked, library.ids)
    return Fault.of(
        "Avtalet '{asked}' finns inte i biblioteket.",
        "Menade du '{near}'?" if near else "Se vilka som finns med 'overens year'.",
        "The agreement '{asked}' is not in the library.",
        "Did you mean '{near}'?" if near else "See which there are with 'overens year'.",
        asked=asked,
        near=near,
    )
