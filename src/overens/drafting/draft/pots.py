"""A tree of sums -> pots with their recipients, earmarks and tables, as an agreement file writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from overens.agreement.rules import Group
from overens.drafting.draft.changes import change_of
from overens.drafting.draft.lists import list_for
from overens.drafting.draft.model import Sheet
from overens.drafting.draft.words import either, printed, said, short_id, to_fill_in, words
from overens.drafting.model import Judged, ReadAmount, Receiver, Role
from overens.drafting.sums import SumNode, divided
from overens.vocabulary.money import Amount, add_up, may_be_equal
from overens.vocabulary.names import slug
from overens.vocabulary.wording import kronor
from overens.writing.values import Missing
from overens.writing.write_tree import Keyed, Part, Scalar

GROUPS = {
    Receiver.REGIONS: Group.REGIONS,
    Receiver.MUNICIPALITIES: Group.MUNICIPALITIES,
    Receiver.BOTH: Group.NOT_STATED,
    Receiver.SKR: Group.SKR,
    Receiver.RCC: Group.RCC,
    Receiver.AGENCY: Group.AGENCY,
    Receiver.OTHER: Group.OTHER,
}
_MANY = (Group.REGIONS, Group.MUNICIPALITIES, Group.MUNICIPALITIES_BY_COUNTY)
_KEY_UNKNOWN = Scalar("ej publicerad")
_DEEPEST = 3


def whole_of(node: SumNode | None, sheet: Sheet) -> Scalar:
    """Return the amount of the agreement; to be filled in where its parts cannot make it, or it is for each of several years."""
    if node is None:
        return Scalar(Missing.NOT_FOUND.value)
    sheet.note("belopp", node.amount.mention.span)
    return _amount(node, divided(node))


def pots_of(node: SumNode | None, loose: Sequence[SumNode], sheet: Sheet) -> dict[str, Part]:
    """Return the pots of the agreement, by id.

    Args:
        node: The whole, or None where the document states none; the parts that stand by themselves are then the pots.
        loose: Those parts.
    """
    if node is None:
        return _pots(loose, "potter", sheet, 0) or {sheet.name("hela"): _unknown(sheet)}
    parts = divided(node)
    if not parts:
        name = sheet.name("hela")
        return {name: _pot(node, "Hela beloppet", f"potter.{name}", sheet, 0)}
    return _with_rest(node, parts, "potter", sheet, 0)


def _amount(node: SumNode, parts: Sequence[SumNode]) -> Scalar:
    amount, money = printed(node.money)
    if node.amount.mention.per_year and len(node.amount.mention.period) > 4:
        return to_fill_in(f"{amount.text} per år")
    known = [part for part in (printed(one.money)[1] for one in parts) if part is not None]
    if money is None or not known:
        return amount
    total = add_up(known)
    if may_be_equal(total, money) or (node.compatible is None and _is_below(total, money)):
        return amount
    return to_fill_in(f"{amount.text}; delarna summerar till {kronor(total.kr)}")


def _is_below(total: Amount, money: Amount) -> bool:
    return money.high is None or total.low is None or total.low <= money.high


def _with_rest(node: SumNode, parts: Sequence[SumNode], path: str, sheet: Sheet, depth: int) -> dict[str, Part]:
    """Return the parts as pots; what is left where they do not make the whole is a pot whose sum is not found."""
    pots = _pots(parts, path, sheet, depth)
    amounts = [printed(one.money)[1] for one in parts]
    money = printed(node.money)[1]
    known = [one for one in amounts if one is not None]
    if node.compatible is None and money is not None and not may_be_equal(add_up(known), money):
        rest = {"namn": Scalar("Det som dokumentet inte delar upp"), "belopp": Scalar(Missing.NOT_FOUND.value)}
        rest |= {"källa": Scalar(sheet.source.name), "till": Scalar(Group.NOT_STATED.value)}
        pots[sheet.name("ovrigt")] = Keyed({**rest}, is_block=True)
    return pots


def _pots(nodes: Sequence[SumNode], path: str, sheet: Sheet, depth: int) -> dict[str, Part]:
    pots: dict[str, Part] = {}
    labels = [_label(node.amount) for node in nodes]
    shared = Counter(labels)
    for n, (node, own) in enumerate(zip(nodes, labels, strict=True), 1):
        label = (_to(node.amount) if shared[own] > 1 else "") or own or f"Del {n}"
        name = sheet.name(short_id(slug(label), "pott"))
        pots[name] = _pot(node, label, f"{path}.{name}", sheet, depth)
    return pots


def _label(amount: ReadAmount) -> str:
    purpose = words(amount.purpose)
    return purpose[:1].upper() + purpose[1:] or _to(amount)


def _to(amount: ReadAmount) -> str:
    receiver = amount.receiver.chosen
    return f"Till {receiver.value}" if receiver is not Receiver.NONE else ""


def _pot(node: SumNode, label: str, path: str, sheet: Sheet, depth: int) -> Keyed:
    """Return the pot of a sum; its own parts are pots within it."""
    inner = divided(node) if depth < _DEEPEST else ()
    sheet.note(f"{path}.belopp", node.amount.mention.span)
    pot: dict[str, Part] = {"namn": said(label), "belopp": _amount(node, inner), "källa": Scalar(sheet.source.name)}
    if inner:
        pot["potter"] = Keyed(_with_rest(node, inner, f"{path}.potter", sheet, depth + 1), is_block=True)
    else:
        pot |= _rule(node, path, sheet)
    earmarks = earmarks_of(node, inner, path, sheet)
    if earmarks:
        pot["öronmärkt"] = [*earmarks]
    pot |= change_of(node, path, sheet)
    remark = _alternatives(node.amount.role)
    if remark is not None:
        pot["anmärkning"] = remark
    return Keyed(pot, is_block=True)


def _unknown(sheet: Sheet) -> Keyed:
    """Return the pot of a document that states no sum."""
    pot: dict[str, Part] = {"namn": Scalar("Hela beloppet"), "belopp": Scalar(Missing.NOT_FOUND.value)}
    return Keyed({**pot, "källa": Scalar(sheet.source.name), "till": to_fill_in()}, is_block=True)


def _rule(node: SumNode, path: str, sheet: Sheet) -> dict[str, Part]:
    """Return to whom a pot goes, and by what: the table that sums to it, or a key that is not published."""
    receiver = node.amount.receiver
    group = GROUPS.get(receiver.chosen)
    if group is None or not receiver.sure:
        likely = [GROUPS[one].value for one in (receiver.chosen, *receiver.others) if one in GROUPS]
        return {"till": to_fill_in(either(likely) if likely else "")}
    if group in (Group.AGENCY, Group.OTHER):
        return {"till": Keyed({"grupp": Scalar(group.value), "namn": to_fill_in()})}
    listed = list_for(node, group, path, sheet) if group in _MANY else None
    if listed is not None:
        return listed
    return {"till": Scalar(group.value), **({"fördelning": _KEY_UNKNOWN} if group in _MANY else {})}


def earmarks_of(node: SumNode, parts: Sequence[SumNode], path: str, sheet: Sheet) -> list[Keyed]:
    """Return what a document flags within a sum and is no pot of it; one greater than the sum is to be filled in."""
    whole = printed(node.money)[1]
    found = []
    divided_into = {id(part) for part in parts}
    for n, one in enumerate(one for one in node.earmarks if id(one) not in divided_into):
        amount, money = printed(one.money)
        if money is not None and whole is not None and whole.high is not None and (money.low or 0) > whole.high:
            amount = to_fill_in(f"{amount.text}, mer än helheten")
        at = ".".join(filter(None, (path, "öronmärkt", str(n), "belopp")))
        sheet.note(at, one.amount.mention.span)
        label = _label(one.amount)
        alternatives = _alternatives(one.amount.role)
        name = said(label) if alternatives is None else to_fill_in(f"{label or '?'}; {_roles(one.amount.role)}")
        found.append(Keyed({"namn": name, "belopp": amount, "källa": Scalar(sheet.source.name)}))
    return found


def _alternatives(role: Judged[Role]) -> Scalar | None:
    """Return what else a sum may be, for a person to decide; None where nothing else came near."""
    return None if role.sure or not role.others else to_fill_in(_roles(role))


def _roles(role: Judged[Role]) -> str:
    return either(one.value for one in (role.chosen, *role.others))
