"""What was written + one change of a pot -> the agreement as it would read, each value at the place where it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from overens.agreement.amend import drop_what_is_about_nothing
from overens.agreement.checks import pot_path
from overens.agreement.model import Pot, walk
from overens.agreement.read_agreement import Written, check_written
from overens.allocation.apportion import apportion
from overens.scenario import overlay_faults as faults
from overens.scenario.paths import as_written, open_path
from overens.scenario.read_scenario import WrittenScenario
from overens.scenario.scenario_file import PARTS
from overens.vocabulary.money import Amount, Mark, add_up, amount_words, parse_amount
from overens.vocabulary.problems import Fault, Place, Problem, blocking
from overens.writing.graft import copy_tree, index, put, take_away, value_at
from overens.writing.tree import Path, Tree
from overens.writing.values import Missing


@dataclass(frozen=True)
class Edit:
    """One value of a pot that is written anew, as words: from what, to what; empty where nothing stood or stands.

    Attributes:
        at: The path within the pot, as a person writes it.
        path: Where it stands in what was written.
    """

    pot: str
    at: str
    old: str
    new: str
    path: Path = ()

    @property
    def is_same(self) -> bool:
        """Whether what is written is what stood there already."""
        return self.old == self.new


def find_pot(written: Written, name: str) -> tuple[tuple[str, ...], Pot] | Fault:
    """Return the pot with its path, or what may have been meant; a group of pots has no rule to change."""
    name = name.strip().rpartition("/")[2]
    pots = {path[-1]: (path, pot) for path, pot in walk(written.agreement.pots)}
    if name not in pots:
        return faults.unknown_pot(name, written.agreement.id, list(pots))
    path, pot = pots[name]
    return faults.a_group(name, list(pot.pots)) if pot.pots else (path, pot)


def change_pot(
    written: Written, scenario: WrittenScenario, n: int, name: str
) -> tuple[Written | None, list[Edit], list[Problem]]:
    """Return the agreement as it reads with the n:th change made, what was written anew, and every problem.

    Only this agreement is copied; it is validated as any agreement is. Sums above a changed amount follow it, and the
    published table is left out, for it is compared with what was agreed.
    """
    where = ("ändringar", n)
    found = find_pot(written, name)
    if isinstance(found, Fault):
        return None, [], [Problem(scenario.place(*where, "i"), found)]
    path, pot = found
    tree, at = copy_tree(written.tree), pot_path(path)
    edits: list[Edit] = []
    problems = [*_write(tree, pot, at, scenario, n, edits)]
    if problems:
        return None, edits, problems
    take_away(tree, (*at, "bilaga"))
    if any(edit.at == "belopp" for edit in edits):
        _follow_amount(tree, at, pot, scenario.place(*where, "belopp"))
    changed, problems = _checked(tree, scenario.place(*where))
    return changed, edits, problems


def set_amounts(
    written: Written, amounts: dict[tuple[str, ...], int], place: Place
) -> tuple[Written | None, list[Edit], list[Problem]]:
    """Return the agreement with other amounts, in kronor by the path of the pot; sums above follow them."""
    tree = copy_tree(written.tree)
    pots = dict(walk(written.agreement.pots))
    edits = []
    for path, kr in amounts.items():
        at = (*pot_path(path), "belopp")
        words = amount_words(Amount.exactly(kr))
        edits.append(Edit(path[-1], "belopp", _there(tree, at), words, at))
        _set(tree, at, words, place)
        _follow_amount(tree, at[:-1], pots[path], place)
        take_away(tree, (*at[:-1], "bilaga"))
    changed, problems = _checked(tree, place)
    return changed, edits, problems


def _checked(tree: Tree, place: Place) -> tuple[Written | None, list[Problem]]:
    """Validate what is written now; what is wrong elsewhere than in the change is said at the change."""
    drop_what_is_about_nothing(tree)
    index(tree)
    changed, found = check_written(tree)
    problems = [
        one if one.place.file == place.file else Problem(place, faults.after_the_change(one.fault, one.place))
        for one in blocking(found)
    ]
    return (None if problems else changed), problems


# --- writing ------------------------------------------------------------------------


def _write(tree: Tree, pot: Pot, at: Path, scenario: WrittenScenario, n: int, edits: list[Edit]) -> Iterator[Problem]:
    """Make the change in the tree; every value that is written or taken away becomes an edit."""
    where = ("ändringar", n)
    said = value_at(scenario.tree.value, where)
    for key in PARTS:
        if key in said:
            old = _there(tree, (*at, key))
            put(tree, (*at, key), scenario.tree, (*where, key))
            edits.append(Edit(str(at[-1]), key, old, as_written(said[key]), (*at, key)))
    change = scenario.scenario.changes[n]
    if change.value is not None:
        yield from _write_deep(tree, pot, at, scenario, n, edits)
    for k, words in enumerate(change.removed):
        path = open_path(tree, pot, at, words, scenario.place(*where))
        place = scenario.place(*where, "tas bort", k)
        if isinstance(path, Fault):
            yield Problem(place, path)
        elif not (old := _there(tree, path)):
            yield Problem(place, faults.not_there_to_remove(words))
        else:
            _remove(tree, path)
            edits.append(Edit(str(at[-1]), words, old, "", path))


def _write_deep(
    tree: Tree, pot: Pot, at: Path, scenario: WrittenScenario, n: int, edits: list[Edit]
) -> Iterator[Problem]:
    change, where = scenario.scenario.changes[n], ("ändringar", n)
    assert change.value is not None
    assert change.becomes is not None
    place = scenario.place(*where, "värde")
    path = open_path(tree, pot, at, change.value, place)
    if isinstance(path, Fault):
        yield Problem(place, path)
        return
    old, new = _there(tree, path), value_at(scenario.tree.value, (*where, "blir"))
    _set(tree, path, new, scenario.place(*where, "blir"))
    tree.key_places.setdefault(path, place)
    leave_out_plausible(tree, path)
    edits.append(Edit(str(at[-1]), change.value, old, as_written(new), path))


def leave_out_plausible(tree: Tree, path: Path) -> None:
    """Take away the plausible range of a level that is written now: it has nothing more to say."""
    if path[-1] in ("eller minst", "eller högst") and value_at(tree.value, path) not in set(Missing):
        take_away(tree, (*path[:-1], "rimligt"))


def _there(tree: Tree, path: Path) -> str:
    """Return what stands at the path on one line; empty where nothing does."""
    within = value_at(tree.value, path[:-1])
    if isinstance(within, dict) and path[-1] not in within:
        return ""
    return as_written(within[path[-1]])


def _set(tree: Tree, path: Path, words: str | list[str], place: Place) -> None:
    """Write a word, or a list of words, at the path, at the place where it was written."""
    within = value_at(tree.value, path[:-1])
    for places in (tree.places, tree.key_places):
        for gone in [one for one in places if one[: len(path)] == path and one != path]:
            del places[gone]
    within[path[-1]] = list(words) if isinstance(words, list) else words
    tree.places[path] = place


def _remove(tree: Tree, path: Path) -> None:
    """Take a value away; a list or group that is then empty goes with it."""
    within = value_at(tree.value, path[:-1])
    if isinstance(within, list):
        assert isinstance(path[-1], int)
        del within[path[-1]]
        tree.close_up(path[:-1], path[-1])
    else:
        take_away(tree, path)
    if not within and len(path) > 1:
        _remove(tree, path[:-1])


# --- amounts ------------------------------------------------------------------------


_ASSUMED = "antaget i ett scenario"
"""How an amount is derived that nobody has agreed."""


def _follow_amount(tree: Tree, at: Path, before: Pot, place: Place) -> None:
    """Let payments stated in kronor, and every sum above the pot, follow its new amount."""
    new = _amount(value_at(tree.value, at))
    if new is None:
        return
    _set(tree, (*at, "märke"), Mark.INFERRED.value, place)
    _set(tree, (*at, "härledning"), _ASSUMED, place)
    _follow_payments(tree, at, new.kr, place)
    moved = new.kr - (before.amount.kr if isinstance(before.amount, Amount) else 0)
    while at:
        at = at[:-2]
        whole = value_at(tree.value, at)
        parts = [_amount(pot) for pot in whole["potter"].values()]
        old = _amount(whole)
        if old is None:
            continue
        known = [part for part in parts if part is not None]
        kr = add_up(known).kr if len(known) == len(parts) else max(0, old.kr + moved)
        _set(tree, (*at, "belopp"), f"{kr} kr", place)


def _follow_payments(tree: Tree, at: Path, kr: int, place: Place) -> None:
    """Share a new amount over the payments as the old was, where they are stated in kronor."""
    payments = value_at(tree.value, at).get("utbetalning", [])
    stated = [_amount(payment) for payment in payments] if isinstance(payments, list) else []
    known = {str(n): Fraction(one.kr) for n, one in enumerate(stated) if one is not None}
    whole = sum(known.values(), Fraction(0))
    if len(known) != len(stated) or not whole or whole == kr:
        return
    for n, one in apportion(kr, known).items():
        _set(tree, (*at, "utbetalning", int(n), "belopp"), f"{one} kr", place)


def _amount(pot: object) -> Amount | None:
    """Return the amount written in a pot, a payment or an agreement; None where none is stated in kronor."""
    words = pot.get("belopp") if isinstance(pot, dict) else None
    amount = parse_amount(words) if isinstance(words, str) else None
    return amount if isinstance(amount, Amount) else None
