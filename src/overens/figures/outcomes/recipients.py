"""What a row says of whose it is -> the region, or why it is none."""

from __future__ import annotations

import re

from overens.figures.outcomes import faults
from overens.figures.outcomes.found import Found, Spot
from overens.vocabulary.names import fold, matching, nearest_recipients, owners_of_names, recipient_meant
from overens.vocabulary.recipients import Recipient, RecipientKind, Register

_NATIONAL = ("00", "0", "riket", "hela riket", "sverige", "totalt", "summa", "total", "samtliga")
_REGION = RecipientKind.REGION


def region_in(code: str, name: str, spot: Spot, register: Register) -> Recipient | Found:
    """Return the region that a row's code and name mean, or why there is none."""
    words = " ".join((code or name).split())
    if fold(words) in _NATIONAL or fold(name) in _NATIONAL:
        return Found(spot, faults.NATIONAL, words)
    region = recipient_meant(words, _REGION, register) or _of_county(words, register)
    if region is None:
        return _nobody(words, spot, register)
    if code and name and owners_of_names(register, _REGION).get(name.strip().casefold(), region) != region:
        return Found(spot, faults.OTHER_NAME, f"{code} {name}")
    return region


def _of_county(words: str, register: Register) -> Recipient | None:
    """Return the region of a county that is named in its stead."""
    counties = [one for one in matching(words, register) if one.kind is RecipientKind.AREA]
    return register.get(_REGION, counties[0].code) if len(counties) == 1 else None


def _nobody(words: str, spot: Spot, register: Register) -> Found:
    municipal = register.get(RecipientKind.MUNICIPALITY, words) if re.fullmatch(r"[0-9]{4}", words) else None
    if municipal or any(one.kind is RecipientKind.MUNICIPALITY for one in matching(words, register)):
        return Found(spot, faults.MUNICIPALITY, words)
    near = next((one for one in nearest_recipients(words, register) if one.kind is _REGION), None)
    return Found(spot, faults.NOBODY, f"{words}: {near.short_name}?" if near else words)
