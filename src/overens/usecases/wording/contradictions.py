"""What a contradiction in a file is about -> the names of its pots and field, as a person says them."""

from __future__ import annotations

from overens.agreement.model import Agreement, Pot
from overens.vocabulary.wording import Text, join_texts, plain

_FIELDS = {
    "belopp": Text("beloppet", "the amount"),
    "senast": Text("sista dagen", "the last day"),
    "datum": Text("dagen", "the day"),
    "utbetalning": Text("utbetalningen", "the payment"),
    "villkor": Text("villkoret", "the condition"),
    "skyldigheter": Text("skyldigheterna", "the duties"),
    "anslag": Text("anslaget", "the appropriation"),
    "titel": Text("titeln", "the title"),
    "slag": Text("slaget", "the kind"),
    "känd från": Text("när det blev känt", "when it became known"),
    "fördelning": Text("fördelningen", "the distribution"),
}


def about_words(agreement: Agreement, about: str) -> Text:
    """Return what a contradiction is about: the names of the pots it lies in, and of the field; else as written."""
    at: object = agreement
    named: list[Text] = []
    for part in about.split("."):
        if isinstance(at, Agreement | Pot) and part in at.pots:
            at = at.pots[part]
            named.append(plain(at.name))
        elif part.isdigit() and named and named[-1] is _OUTSIDE and int(part) < len(agreement.outside):
            named[-1] = plain(agreement.outside[int(part)].name)
        elif part.isdigit() and named:  # which of several, as a person counts them
            named[-1] = Text("{what} {n}", "{what} {n}", {"what": named[-1], "n": str(int(part) + 1)})
        elif part == "utanför":
            named.append(_OUTSIDE)
        elif part != "potter":
            named.append(_FIELDS.get(part, plain(part)))
    return join_texts(named, ": ")


_OUTSIDE = Text("utanför beloppet", "outside the amount")
