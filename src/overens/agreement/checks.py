"""What must hold in an agreement file by itself: sums, sources, dates, complete rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from overens.agreement import faults
from overens.agreement.model import Agreement, Pot, walk
from overens.agreement.rule_checks import check_rule
from overens.agreement.terms import Contradiction, Duty, Earmark, Instalment, Repayment, Requisition
from overens.vocabulary.money import Amount, add_up, may_be_equal
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.periods import When
from overens.vocabulary.problems import Problem, Severity
from overens.vocabulary.wording import Text
from overens.writing.clauses import Clause, keys_of
from overens.writing.tree import Path, Tree
from overens.writing.values import Missing

LARGEST_PLAUSIBLE = 2_000 * 10**9
"""More than the state's whole yearly budget, in kronor."""


def check_agreement(agreement: Agreement, tree: Tree, left_out: frozenset[Path]) -> list[Problem]:
    """Return every problem in the agreement that needs no figures to be seen."""
    problems: list[Problem] = []
    problems += _check_sums(agreement, tree, left_out)
    problems += check_sources(agreement, agreement.sources, tree, left_out)
    problems += _check_names(agreement, tree)
    problems += check_contradictions(agreement.contradictions, tree)
    problems += _check_sizes(agreement, tree)
    problems += _check_stretches(agreement, tree, left_out)
    for path, pot in walk(agreement.pots):
        where = pot_path(path)
        gone = frozenset(
            str(path[len(where)]) for path in left_out if len(path) > len(where) and path[: len(where)] == where
        )
        problems += [Problem(tree.place((*where, *at)), fault) for at, fault in check_rule(pot, gone)]
        problems += _check_earmarks(pot.earmarks, pot.amount, where, tree)
    problems += _check_earmarks(agreement.earmarks, agreement.total, (), tree)
    warned = [*_check_dates(agreement, tree)]
    return problems + [p for path, p in warned if not _acknowledged(path, agreement, tree)]


def pot_path(path: tuple[str, ...]) -> Path:
    """Return the path in the file of a pot: a, b -> potter, a, potter, b."""
    return tuple(step for name in path for step in ("potter", name))


# --- sums ---------------------------------------------------------------------------


def _check_sums(agreement: Agreement, tree: Tree, left_out: frozenset[Path]) -> Iterator[Problem]:
    yield from _check_sum(agreement.total, agreement.pots, (), tree, left_out)
    for path, pot in agreement.groups():
        yield from _check_sum(pot.amount, pot.pots, pot_path(path), tree, left_out)


def _check_sum(
    whole: Amount | Missing, pots: dict[str, Pot], where: Path, tree: Tree, left_out: frozenset[Path]
) -> Iterator[Problem]:
    inside = (*where, "potter")
    if isinstance(whole, Missing) or any(gone[: len(inside)] == inside for gone in left_out):
        return
    known = [pot.amount for pot in pots.values() if isinstance(pot.amount, Amount)]
    total = add_up(known)
    place = tree.place((*where, "belopp"))
    if len(known) == len(pots):
        if not may_be_equal(total, whole):
            yield Problem(place, faults.sums_not(whole, total))
    elif whole.high is not None and total.low is not None and total.low > whole.high:
        yield Problem(place, faults.sums_above(whole, total))


def _check_earmarks(
    earmarks: tuple[Earmark, ...], whole: Amount | Missing, where: Path, tree: Tree
) -> Iterator[Problem]:
    for n, earmark in enumerate(earmarks):
        if isinstance(earmark.amount, Missing) or isinstance(whole, Missing) or earmark.own_money:
            continue
        if whole.high is not None and (earmark.amount.low or 0) > whole.high:
            yield Problem(tree.place((*where, "öronmärkt", n, "belopp")), faults.earmark_above(earmark.amount, whole))


def _check_sizes(agreement: Agreement, tree: Tree) -> Iterator[Problem]:
    amounts = [((), agreement.total), *((pot_path(path), pot.amount) for path, pot in walk(agreement.pots))]
    for where, amount in amounts:
        if isinstance(amount, Amount) and amount.kr > LARGEST_PLAUSIBLE:
            yield Problem(tree.place((*where, "belopp")), faults.larger_than_the_budget(amount), Severity.WARNING)


# --- sources and names --------------------------------------------------------------


UNKNOWN_SOURCE = "okand-kalla"
"""Stands in for a source that is missing, which is a problem already."""


def check_sources(clause: Clause, sources: Iterable[str], tree: Tree, left_out: frozenset[Path]) -> Iterator[Problem]:
    """Yield a problem for every source that is named and not listed."""
    listed = list(sources)
    if any(gone[:1] == ("källor",) for gone in left_out):
        return
    for path, named in _sourced(clause, ()):
        for n, name in enumerate(named):
            if name not in listed and UNKNOWN_SOURCE not in (name, *listed):
                place = tree.place((*path, "källa", n) if (*path, "källa", n) in tree.places else (*path, "källa"))
                yield Problem(place, faults.unknown_source(name, listed))


def _sourced(part: object, path: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Yield every place that names sources, with the names."""
    if isinstance(part, Clause):
        for name, key in keys_of(type(part)):
            value = getattr(part, name)
            if name == "source" and value is not None:
                yield path, value
            elif isinstance(value, Clause | tuple | dict):
                yield from _sourced(value, (*path, key))
    elif isinstance(part, tuple):
        for n, item in enumerate(part):
            yield from _sourced(item, (*path, n))
    elif isinstance(part, dict):
        for key, item in part.items():
            yield from _sourced(item, (*path, key))


def _check_names(agreement: Agreement, tree: Tree) -> Iterator[Problem]:
    seen: dict[str, Path] = {}
    for path, _ in walk(agreement.pots):
        where = pot_path(path)
        if path[-1] in seen:
            yield Problem(tree.key_place(where), faults.pot_named_twice(path[-1], tree.key_place(seen[path[-1]])))
        seen.setdefault(path[-1], where)


def check_contradictions(contradictions: tuple[Contradiction, ...], tree: Tree) -> Iterator[Problem]:
    """Yield a problem for every contradiction that is about something not in the file."""
    for n, contradiction in enumerate(contradictions):
        if find_path(contradiction.about, tree) is None:
            known = sorted(".".join(map(str, p)) for p in tree.places if p and p[0] != "motsägelser")
            fault = faults.about_nothing(contradiction.about, did_you_mean(contradiction.about, known))
            yield Problem(tree.place(("motsägelser", n, "om")), fault)


def _check_stretches(agreement: Agreement, tree: Tree, left_out: frozenset[Path]) -> Iterator[Problem]:
    """Yield a problem for every stretch of a value that is not there; what was left out has moved the items of its list."""
    moved = {path[0] for path in left_out if path}
    for name, source in agreement.sources.items():
        for path in source.stretches:
            if find_path(path, tree) is None and path.partition(".")[0] not in moved:
                yield Problem(tree.key_place(("källor", name, "ställen", path)), faults.stretch_of_nothing(path))


def find_path(words: str, tree: Tree) -> Path | None:
    """Return the path that 'potter.a.utbetalning.0' means; a step of digits is a key, or a place in a list."""
    path: Path = ()
    for step in words.split("."):
        if (*path, step) in tree.places:
            path = (*path, step)
        elif step.isascii() and step.isdigit() and len(step) < 5 and (*path, int(step)) in tree.places:
            path = (*path, int(step))
        else:
            return None
    return path


# --- dates --------------------------------------------------------------------------


def _check_dates(agreement: Agreement, tree: Tree) -> Iterator[tuple[Path, Problem]]:
    """Yield what falls before the decision: a warning, unless the file records it as a contradiction."""
    if not isinstance(agreement.decided, When):
        return
    for path, what, due in _due_dates(agreement, ()):
        if isinstance(due, When) and due.last < agreement.decided.first:
            fault = faults.before_decision(what, due, agreement.decided)
            yield path, Problem(tree.place(path), fault, Severity.WARNING)


def _due_dates(part: object, path: Path) -> Iterator[tuple[Path, Text, object]]:
    match part:
        case Instalment():
            yield (*path, "datum"), faults.PAYMENT, part.on
            yield (*path, "senast"), faults.PAYMENT, part.at_latest
        case Requisition():
            yield (*path, "senast"), faults.REQUISITION, part.due
        case Repayment():
            yield (*path, "senast"), faults.REPAYMENT, part.due
        case Duty():
            yield (*path, "senast"), faults.DUTY, part.due
        case Clause():
            for name, key in keys_of(type(part)):
                yield from _due_dates(getattr(part, name), (*path, key))
        case tuple():
            for n, item in enumerate(part):
                yield from _due_dates(item, (*path, n))
        case dict():
            for key, item in part.items():
                yield from _due_dates(item, (*path, key))
        case _:
            return


def _acknowledged(path: Path, agreement: Agreement, tree: Tree) -> bool:
    """Tell whether the file itself records the oddity as a contradiction."""
    named = [found for c in agreement.contradictions if (found := find_path(c.about, tree))]
    return any(path[: len(n)] == n or n[: len(path)] == path for n in named)
