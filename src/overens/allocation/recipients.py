"""A pot's 'till' + the register -> the recipients, in code order."""

from __future__ import annotations

from dataclasses import replace

from overens.agreement.rules import Group, To
from overens.vocabulary.recipients import Recipient, RecipientKind, Register


def recipients_of(to: To, register: Register) -> tuple[Recipient, ...]:
    """Return whom the pot goes to; nobody where the source does not say."""
    if to.group is Group.NOT_STATED:
        return ()
    everyone = register.of(to.group.kind)
    if not everyone:
        return (_single(to),)
    chosen = tuple(r for r in everyone if (not to.only or r.code in to.only) and r.code not in to.but_not)
    if to.group.kind is RecipientKind.AREA:
        return tuple(replace(area, shared_by=_sharers(area, to.group, register)) for area in chosen)
    return chosen


def is_single(to: To) -> bool:
    """Tell whether the pot goes whole to one recipient that is no region, municipality or county."""
    return to.group.kind not in (RecipientKind.REGION, RecipientKind.MUNICIPALITY, RecipientKind.AREA)


def _single(to: To) -> Recipient:
    name = to.name or _NAMES.get(to.group, to.group.value)
    return Recipient(to.group.kind, to.name or to.group.value, name, name)


_NAMES = {
    Group.SKR: "Sveriges Kommuner och Regioner",
    Group.RCC: "Regionala cancercentrum",
    Group.REGISTER: "Nationella kvalitetsregister",
}


def _sharers(area: Recipient, group: Group, register: Register) -> tuple[str, ...]:
    municipalities = tuple(m.code for m in register.municipalities if m.county == area.code)
    return municipalities if group is Group.MUNICIPALITIES_BY_COUNTY else (area.code, *municipalities)
