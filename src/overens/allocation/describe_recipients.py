"""A pot's 'till' + the register -> the words that say who gets the money: all of a kind, some by name, or how many."""

from __future__ import annotations

from collections.abc import Sequence

from overens.agreement.rules import Group, To
from overens.allocation.recipients import recipients_of
from overens.vocabulary.recipients import Recipient, Register
from overens.vocabulary.wording import Text, join_texts, plain

_MOST_NAMES = 3
_ALL = {
    Group.REGIONS: Text("regionerna", "the regions"),
    Group.MUNICIPALITIES: Text("kommunerna", "the municipalities"),
    Group.MUNICIPALITIES_BY_COUNTY: Text("kommunerna, per län", "the municipalities, by county"),
    Group.COUNTY_JOINT: Text("län gemensamt", "counties jointly"),
    Group.SKR: plain("SKR"),
    Group.RCC: Text("regionala cancercentrum", "the regional cancer centres"),
    Group.AGENCY: Text("en myndighet", "an agency"),
    Group.REGISTER: Text("nationella kvalitetsregister", "national quality registers"),
    Group.OTHER: Text("en annan mottagare", "another recipient"),
    Group.NOT_STATED: Text("mottagare som källan inte anger", "recipients that the source does not state"),
}
_NAMED = {
    Group.MUNICIPALITIES_BY_COUNTY: Text("kommunerna i {names}", "the municipalities in {names}"),
    Group.COUNTY_JOINT: Text("{names} gemensamt", "{names} jointly"),
}
_COUNTED = {
    Group.REGIONS: Text("{n} av {all} regioner", "{n} of {all} regions"),
    Group.MUNICIPALITIES: Text("{n} av {all} kommuner", "{n} of {all} municipalities"),
    Group.MUNICIPALITIES_BY_COUNTY: Text(
        "kommunerna i {n} av {all} län", "the municipalities in {n} of {all} counties"
    ),
    Group.COUNTY_JOINT: Text("{n} av {all} län gemensamt", "{n} of {all} counties jointly"),
}


def describe_recipients(to: To, register: Register) -> Text:
    """Return who gets the money; a few of a kind, or all but a few, by name where the register has them."""
    everyone = register.of(to.group.kind)
    if to.name:
        return plain(to.name)
    if not everyone or not (to.only or to.but_not):
        return _ALL[to.group]
    some = recipients_of(to, register)
    left_out = [one for one in everyone if one.code not in {r.code for r in some}]
    if len(some) <= _MOST_NAMES:
        named = _NAMED.get(to.group, Text("{names}", "{names}"))
        return Text(named.sv, named.en, {"names": _names(some)})
    if len(left_out) <= _MOST_NAMES:
        values: dict[str, object] = {"all": _ALL[to.group], "names": _names(left_out)}
        return Text("{all} utom {names}", "{all} except {names}", values)
    counted = _COUNTED[to.group]
    return Text(counted.sv, counted.en, {"n": str(len(some)), "all": str(len(everyone))})


def _names(recipients: Sequence[Recipient]) -> Text:
    *before, last = [plain(one.name) for one in recipients]
    if not before:
        return last
    return Text("{before} och {last}", "{before} and {last}", {"before": join_texts(before, ", "), "last": last})
