"""Who is to act, in a source's own words + a recipient -> whether that is the recipient."""

from __future__ import annotations

import re

from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Text

_ANYONE = r"mottagar(?:e|en|na|ens|nas)|huvudm(?:an|annen|än|ännen)|sökanden?|bidragsmottagar(?:e|en|na)"
_REGIONS = r"region(?:er|en|erna)|(?:varje|respektive|berörd) region"
_MUNICIPALITIES = r"kommun(?:er|en|erna)|(?:varje|respektive|berörd) kommun"
_GROUPS = {
    RecipientKind.REGION: rf"{_ANYONE}|{_REGIONS}",
    RecipientKind.MUNICIPALITY: rf"{_ANYONE}|{_MUNICIPALITIES}",
    RecipientKind.AREA: rf"{_ANYONE}|{_REGIONS}|{_MUNICIPALITIES}|län(?:et|en)",
}
_ASIDE = re.compile(r" (?:genom|via|för|från|till|åt|hos|efter|enligt|på uppdrag av|i samråd med|i dialog med)\b")
"""What comes after these is not who acts: 'SKR i samråd med regionerna'."""
_SELF = {
    RecipientKind.REGION: Text("regionen", "the region"),
    RecipientKind.MUNICIPALITY: Text("kommunen", "the municipality"),
    RecipientKind.AREA: Text("mottagarna i länet", "the recipients in the county"),
}


def is_to_act(words: str, who: Recipient) -> bool:
    """Tell whether the words, as a source says who is to act, mean the recipient.

    >>> is_to_act("SKR i samråd med regionerna", Recipient(RecipientKind.REGION, "06", "Region Jönköpings län", "J"))
    False
    """
    if re.search(rf"(?<!\w){re.escape(who.name)}(?!\w)", words, re.IGNORECASE):
        return True
    actor = _ASIDE.split(words.replace("Sveriges Kommuner och Regioner", "SKR"), maxsplit=1)[0]
    group = _GROUPS.get(who.kind)
    return group is not None and re.search(rf"\b(?:{group})\b", actor, re.IGNORECASE) is not None


def self_words(who: Recipient | None) -> Text:
    """Return what the recipient is called when it is to act itself; all of them, when nobody is asked about."""
    if who is None:
        return Text("mottagarna", "the recipients")
    return _SELF.get(who.kind, Text("{name}", "{name}", {"name": who.name}))
