"""A document and an agreement -> value by value whether they say the same: sums, earmarks, what lies outside, dates, changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from overens.agreement.model import Agreement, Pot, walk
from overens.agreement.rules import Group
from overens.agreement.terms import Earmark, Outside
from overens.drafting.against.dates import compare_dates
from overens.drafting.against.model import Compared, Likeness
from overens.drafting.against.pair import Item, likeness, pair
from overens.drafting.columns import in_kronor, named
from overens.drafting.draft.pots import GROUPS
from overens.drafting.model import ReadAmount, Role
from overens.drafting.money import money_of
from overens.drafting.reading import ReadDocument
from overens.drafting.sums import SumNode, less, walk_sums
from overens.vocabulary.money import Amount, may_be_equal
from overens.vocabulary.wording import Text, plain

_EARMARK, _OUTSIDE = "öronmärkt", "utanför"
WHOLE = Text("hela beloppet", "the whole")
LESS = Text("mindre än hela beloppet", "less than the whole")


_MOST_OF = Fraction(3, 4)
"""A sum of less than this of an agreement's is a part of it, as what is paid out of it is, and no other sum for all of it."""


def compare(
    document: ReadDocument,
    whole: SumNode | None,
    agreement: Agreement,
    before: Agreement | None = None,
    others: Sequence[SumNode] = (),
) -> tuple[Compared, ...]:
    """Return every value that either says.

    Args:
        whole: The sum of the document that is the agreement's, or None where it states none.
        before: The agreement of the year before, against which changes are held.
        others: Other wholes of the document; those that are pots of the agreement are held against it too.
    """
    parts = [node for node in walk_sums([whole] if whole is not None else []) if node is not whole]
    divided = [node for node in parts if node.amount.role.chosen is not Role.EARMARK]
    flagged = [node for node in parts if node.amount.role.chosen is Role.EARMARK]
    beside = [one for node in walk_sums([whole] if whole is not None else []) for one in node.beside]
    outside = [one for one in beside if one.role.chosen is Role.OUTSIDE]
    written = [*_of_pots(agreement)]
    is_part = whole is not None and _is_part(whole, agreement, written)
    said = [*map(_of_node, divided)]
    if whole is not None and is_part:
        said.insert(0, _of_part(whole))
    said += [_of_part(one) for one in others if one is not whole and _is_pot(one, written)]
    sums = pair(
        [
            *said,
            *_of_tables(document, [one.money for one in said], whole, written),
            *(replace(_of_node(one), kind=_EARMARK) for one in flagged),
            *(replace(_of_amount(one), kind=_OUTSIDE) for one in outside),
        ],
        [*written, *_of_earmarks(agreement), *_aside(agreement.outside, _OUTSIDE)],
    )
    return (
        _total(None if is_part else whole, agreement),
        *sums,
        *compare_dates(document, agreement),
        *_changes(None if is_part else whole, sums, agreement, before),
    )


def _is_part(whole: SumNode, agreement: Agreement, pots: Sequence[Item]) -> bool:
    """Tell whether what the document has as a whole is one pot of the agreement, or too little to be all of it."""
    total = _known(agreement.total)
    if likeness(whole.money, total) is Likeness.SAME:
        return False
    return _is_pot(whole, pots) or (total is not None and whole.money.kr < total.kr * _MOST_OF)


def _is_pot(whole: SumNode, pots: Sequence[Item]) -> bool:
    """Tell whether a sum is that of a pot, and goes to no one else."""
    alike = [pot for pot in pots if likeness(whole.money, pot.money) is Likeness.SAME]
    return any(_group(whole.amount) in ("", pot.receiver) or not pot.receiver for pot in alike)


def _total(whole: SumNode | None, agreement: Agreement) -> Compared:
    said = whole.money if whole is not None else None
    written = agreement.total if isinstance(agreement.total, Amount) else None
    span = whole.amount.mention.span if whole is not None else None
    return Compared(WHOLE, likeness(said, written), said, written, span, "belopp")


def _of_node(node: SumNode) -> Item:
    return Item(_label(node.amount), node.amount.purpose, node.money, _group(node.amount), node.amount.mention.span)


def _of_part(node: SumNode) -> Item:
    """Return a whole of the document as a part of the agreement: only its sum tells which, for its words tell of them all."""
    item = _of_node(node)
    return replace(item, subject="", label=item.label if node.amount.purpose else LESS)


def _of_amount(amount: ReadAmount) -> Item:
    money = money_of(amount.mention)
    return Item(_label(amount), amount.purpose, money, "", amount.mention.span)


def _label(amount: ReadAmount) -> Text:
    return plain(amount.purpose or f"'{' '.join(amount.mention.text.split())}'")


def _group(amount: ReadAmount) -> str:
    """Return who gets it in the words of a file; "" where that is not said, or is both and may be written in several ways."""
    found = GROUPS.get(amount.receiver.chosen)
    return found.value if found not in (None, Group.NOT_STATED) and amount.receiver.sure else ""


def _written_group(pot: Pot) -> str:
    """Return who gets a pot, where municipalities are the same by county."""
    if pot.to is None or pot.to.group in (Group.NOT_STATED, Group.COUNTY_JOINT):
        return ""
    return (Group.MUNICIPALITIES if pot.to.group is Group.MUNICIPALITIES_BY_COUNTY else pot.to.group).value


def _of_tables(
    document: ReadDocument, said: Sequence[Amount | None], whole: SumNode | None, pots: Sequence[Item]
) -> Iterator[Item]:
    """Yield the tables of money whose sum a pot has, but no sum of the text; a table of another sum may be of anything."""
    known = [*said, whole.money if whole is not None else None]
    for table in document.tables:
        total = in_kronor(table)
        stated = any(likeness(total, money) is Likeness.SAME for money in known)
        if total is not None and not stated and any(likeness(total, pot.money) is Likeness.SAME for pot in pots):
            yield Item(named(table), f"{table.header} {table.caption}", total, "", table.span)


def _of_pots(agreement: Agreement) -> Iterator[Item]:
    for path, pot in walk(agreement.pots):
        money = pot.amount if isinstance(pot.amount, Amount) else None
        subject = f"{pot.name} {path[-1]}"
        yield Item(plain(pot.name), subject, money, _written_group(pot), None, f"{_path(path)}.belopp")


def _path(path: tuple[str, ...]) -> str:
    return ".".join(f"potter.{name}" for name in path)


def _of_earmarks(agreement: Agreement) -> Iterator[Item]:
    yield from _aside(agreement.earmarks, _EARMARK)
    for path, pot in walk(agreement.pots):
        yield from _aside(pot.earmarks, _EARMARK, f"{_path(path)}.")


def _aside(asides: Sequence[Earmark | Outside], kind: str, of: str = "") -> Iterator[Item]:
    for n, one in enumerate(asides):
        money = one.amount if isinstance(one.amount, Amount) else None
        yield Item(plain(one.name), one.name, money, "", None, f"{of}{kind}.{n}.belopp", kind)


def _changes(
    whole: SumNode | None,
    pots: Sequence[Compared],
    agreement: Agreement,
    before: Agreement | None,
) -> Iterator[Compared]:
    """Yield each change that the document says beside what the library's two years say of the same sum."""
    by_path = {f"{_path(path)}.belopp": (path, pot) for path, pot in walk(agreement.pots)}
    of_span = {one.span: by_path.get(one.path) for one in pots if one.span is not None}
    for node in walk_sums([whole] if whole is not None else []):
        found = of_span.get(node.amount.mention.span)
        now, last = _two_years(node is whole, found, agreement, before)
        for one in node.beside:
            if one.role.chosen is Role.CHANGE or (one.role.chosen is Role.PREVIOUS and _is_year_before(one, agreement)):
                yield _change(one, money_of(one.mention), now, last)


def _is_year_before(one: ReadAmount, agreement: Agreement) -> bool:
    """Tell whether an earlier sum may be for the year before: it says no other year, and not several."""
    return one.mention.period in ("", str(agreement.years[0] - 1))


def _two_years(
    is_whole: bool, found: tuple[tuple[str, ...], Pot] | None, agreement: Agreement, before: Agreement | None
) -> tuple[Amount | None, Amount | None]:
    """Return a sum as the agreement has it, and as the one of the year before has the same or what it continues."""
    if is_whole:
        said = agreement.predecessor.was if agreement.predecessor is not None else None
        return _known(agreement.total), said or (_known(before.total) if before is not None else None)
    if found is None:
        return None, None
    path, pot = found
    if pot.predecessor is not None and pot.predecessor.was is not None:
        return _known(pot.amount), pot.predecessor.was
    name = pot.predecessor.of.rpartition("/")[2] if pot.predecessor is not None else path[-1]
    earlier = {at[-1]: one for at, one in walk(before.pots)} if before is not None else {}
    return _known(pot.amount), _known(earlier[name].amount) if name in earlier else None


def _known(amount: object) -> Amount | None:
    return amount if isinstance(amount, Amount) else None


def _change(one: ReadAmount, said: Amount, now: Amount | None, last: Amount | None) -> Compared:
    if one.role.chosen is Role.PREVIOUS:
        return Compared(Text("året före", "the year before"), likeness(said, last), said, last, one.mention.span, "")
    what = Text("ändringen från året före", "the change from the year before")
    if now is None or last is None:
        return Compared(what, Likeness.NOT_IN_LIBRARY, said, None, one.mention.span, "")
    later, earlier = (now, last) if now.kr >= last.kr else (last, now)
    change = less(later, earlier)
    same = Likeness.SAME if may_be_equal(said, change) else Likeness.OTHER
    return Compared(what, same, said, change, one.mention.span, "")
