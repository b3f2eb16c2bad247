"""The parts of a year's announcement -> its sentences; amounts as sharp as their sources print them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from overens.agreement.model import Agreement
from overens.agreement.terms import Earmark, Outside
from overens.allocation.allocate import is_known
from overens.allocation.model import PotAllocation, State
from overens.notice.standing import Standing
from overens.usecases.pot_sums import ToWhom
from overens.usecases.wording.amounts import ROUGH, amount_said, millions_words
from overens.vocabulary.money import Amount, amount_words
from overens.vocabulary.periods import When
from overens.vocabulary.sources import GrantKind, status_words
from overens.vocabulary.wording import NO_BREAK_SPACE, Text, join_texts, kronor, plain
from overens.writing.values import missing_words

TO_WHOM = {
    ToWhom.REGIONS: Text("Till regionerna", "To the regions"),
    ToWhom.MUNICIPALITIES: Text("Till kommunerna", "To the municipalities"),
    ToWhom.COUNTIES: Text(
        "Till region och kommuner gemensamt i länen", "To region and municipalities of counties jointly"
    ),
    ToWhom.OTHERS: Text("Till andra, som SKR och RCC", "To others, such as SKR and RCC"),
    ToWhom.NOT_STATED: Text("Till mottagare som källorna inte anger", "To recipients that the sources do not state"),
}
KINDS = {
    GrantKind.AGREEMENT: Text("Överenskommelser", "Agreements"),
    GrantKind.SUPPLEMENTARY: Text("Tilläggsöverenskommelser", "Supplementary agreements"),
    GrantKind.AMENDING: Text("Ändringsöverenskommelser", "Amending agreements"),
    GrantKind.SECTOR_GRANT: Text("Sektorsbidrag", "Sector grants"),
    GrantKind.ORDINANCE: Text("Förordningar", "Ordinances"),
    GrantKind.ASSIGNMENT: Text("Regeringsuppdrag", "Government assignments"),
    GrantKind.DECISION: Text("Regeringsbeslut", "Government decisions"),
}
"""Kinds of acts in the order they are told, each with its heading."""
NO_DECISION = Text(
    "Ett pressmeddelande är inget beslut; status står vid varje avtal.",
    "A press release is no decision; the status stands with each agreement.",
)
HOW_PRINTED = Text(
    "I avtalen är hela kronor exakta, och Mkr (miljoner kronor) och miljarder avrundade så som källan skrev dem. "
    "Tabellerna är räknade ur båda, i hela kronor.",
    "In the agreements whole kronor are exact, and Mkr (millions of kronor) and billions rounded as the source wrote them. "
    "The tables are computed from both, in whole kronor.",
)


def title_words(year: int) -> Text:
    """Return the announcement's heading."""
    return Text(
        "Statsbidragen till regioner och kommuner {year}",
        "State grants to regions and municipalities {year}",
        {"year": str(year)},
    )


_AGREEMENTS = {GrantKind.AGREEMENT, GrantKind.SUPPLEMENTARY, GrantKind.AMENDING}


def together_words(year: int, kinds: Sequence[GrantKind], kr: Text) -> Text:
    """Return how much the year's agreements are together; grants, where other acts than agreements give some."""
    values: dict[str, object] = {"year": str(year), "n": str(len(kinds)), "kr": kr}
    if not {*kinds} <= _AGREEMENTS:
        if len(kinds) == 1:
            return Text(
                "Det enda bidraget för {year} omfattar {kr}.", "The only grant for {year} comprises {kr}.", values
            )
        return Text(
            "De {n} bidragen för {year} omfattar tillsammans {kr}.",
            "The {n} grants for {year} together comprise {kr}.",
            values,
        )
    if len(kinds) == 1:
        return Text(
            "Det enda avtalet för {year} omfattar {kr}.", "The only agreement for {year} comprises {kr}.", values
        )
    return Text(
        "De {n} avtalen för {year} omfattar tillsammans {kr}.",
        "The {n} agreements for {year} together comprise {kr}.",
        values,
    )


def known_words(day: date | None) -> Text:
    """Return what the announcement is written from: what was known on the day, or all that is known."""
    if day is None:
        return Text("Skrivet ur allt som är känt.", "Written from all that is known.")
    return Text("Som det var känt {day}.", "As known on {day}.", {"day": day.isoformat()})


def sum_words(kr: int, *, exact: bool) -> Text:
    r"""Return a sum in whole kronor if it is exact, else rounded to tenths of millions.

    >>> sum_words(34_250_000, exact=False).say().replace("\xa0", " ")
    '≈ 34,3 Mkr'
    """
    if exact:
        return plain(kronor(kr))
    return join_texts([plain(ROUGH), millions_words(kr), plain(f"{NO_BREAK_SPACE}Mkr")], "")


_ENGLISH = (
    ("drygt ", "just over "),
    ("knappt ", "just under "),
    ("upp till ", "up to "),
    ("minst ", "at least "),
    ("cirka ", "about "),
    ("miljarder kr", "billion kr"),
    ("miljard kr", "billion kr"),
    (",", "."),
)


def printed_words(amount: Amount) -> Text:
    """Return an amount in the words that state exactly what the source's words do: 'drygt 86 Mkr', '1 535 000 000 kr'.

    >>> from overens.vocabulary.money import parse_amount
    >>> from overens.vocabulary.wording import Language
    >>> printed_words(parse_amount("1,7 miljarder kr")).say(Language.ENGLISH)
    '1.7 billion kr'
    """
    try:
        sv = amount_words(amount)
    except ValueError:  # no words state the interval of a sum of rough amounts
        return plain(amount_said(amount))
    en = sv
    for swedish, english in _ENGLISH:
        en = en.replace(swedish, english)
    return Text("{sv}", "{en}", {"sv": sv, "en": en})


def _capital(words: Text) -> Text:
    """Return words that begin a sentence."""
    begun = {name: value[:1].upper() + value[1:] for name, value in words.values.items() if isinstance(value, str)}
    return Text(words.sv, words.en, {**words.values, **begun}) if words.sv.startswith("{") else words


# --- a grant ------------------------------------------------------------------------


def grant_words(amount: Amount | None, some: bool, whom: Text | None = None) -> Text:
    """Return how much an agreement is of.

    Args:
        some: Whether parts of it are known.
        whom: To whom all of it goes; None where it has several parts.
    """
    if amount is not None:
        to = Text(" till {whom}", " to {whom}", {"whom": whom}) if whom is not None else plain("")
        values: dict[str, object] = {"kr": printed_words(amount), "to": to}
        return Text("Avtalet omfattar {kr}{to}.", "The agreement comprises {kr}{to}.", values)
    if some:
        return Text(
            "Avtalet har inget känt belopp i allt, bara delar.", "The agreement has no known total, only parts."
        )
    return Text("Avtalet har inget känt belopp.", "The agreement has no known amount.")


WHOLE = Text("Hela beloppet", "All of it")


def share_words(name: Text | str, kr: Text, whom: Text | None, how: Text | None) -> Text:
    """Return one pot of an agreement: what it is, how much, to whom, and how far it is known.

    What it is stands in a sentence of its own, so that a year or a sum in a name is not taken for the amount's.

    Args:
        whom: None where no source says it.
        how: None where there is nothing to say of it.
    """
    to = Text("till {whom}", "to {whom}", {"whom": whom}) if whom is not None else None
    amount = join_texts([_capital(kr), *([to] if to else [])])
    said_by_name = whom is not None and str(name) == f"Till {whom.say()}"
    parts = [amount] if said_by_name else [name if isinstance(name, Text) else plain(name), amount]
    return Text("{said}.", "{said}.", {"said": join_texts([*parts, *([how] if how else [])], ". ")})


UNKNOWN = Text("Okänt belopp", "Unknown amount")


def how_words(pot: PotAllocation, standing: Standing) -> Text | None:
    """Return how far a pot is known; None for one that goes whole to one recipient."""
    if pot.state is State.COMPUTED:
        if pot.base is None and not pot.payments:
            return None
        return _COMPUTED[standing is Standing.CERTAIN]
    known = _TO_EARN if standing is Standing.TO_EARN else _SUM_ONLY
    why = pot.reason if pot.amount is not None and pot.reason is not None else None
    return Text("{known}: {why}", "{known}: {why}", {"known": known, "why": why}) if why else known


_COMPUTED = {
    True: Text("Beräknat", "Computed"),
    False: Text("Beräknat, härlett", "Computed, inferred"),
}
_TO_EARN = Text("Tjänas in genom prestation eller villkor", "Earned by performance or conditions")
_SUM_ONLY = Text("Bara känt som summa", "Known only as a sum")


def aside_words(aside: Earmark | Outside) -> Text:
    """Return an earmark within a grant, or money beside it, with its amount."""
    own = Text(" (mottagarnas egna pengar)", " (the recipients' own money)") if aside.own_money else plain("")
    kr = printed_words(aside.amount) if isinstance(aside.amount, Amount) else missing_words(aside.amount)
    values: dict[str, object] = {"name": aside.name, "kr": kr, "own": own}
    if isinstance(aside, Outside):
        return Text("Utöver detta: {name}, {kr}{own}.", "Beside this: {name}, {kr}{own}.", values)
    return Text("Öronmärkt: {name}, {kr}{own}.", "Earmarked: {name}, {kr}{own}.", values)


def status_said(agreement: Agreement, pots: tuple[PotAllocation, ...], day: date | None) -> Text:
    """Return how far the grant had come from promise to fact on the day, and pots that had come less or further."""
    own = [pot for pot in pots if pot.pot.status not in (None, agreement.status)]
    apart = [
        Text("{name}: {status}", "{name}: {status}", {"name": pot.pot.name, "status": status_words(pot.pot.status)})
        for pot in own
        if pot.pot.status is not None
    ]
    whole = _whole_status(agreement, day)
    parts = join_texts([plain("; "), join_texts(apart, "; ")], "") if apart else plain("")
    return Text("Status: {whole}{parts}.", "Status: {whole}{parts}.", {"whole": whole, "parts": parts})


def _whole_status(agreement: Agreement, day: date | None) -> Text:
    decided = agreement.decided
    if not is_known(agreement, day):
        return Text("ännu inte känt i sin helhet den dagen", "not yet known as a whole on that day")
    if isinstance(decided, When) and not decided.known_on(day):
        return Text("känt men ännu inte beslutat den dagen", "known but not yet decided on that day")
    if isinstance(decided, When):
        values: dict[str, object] = {"status": status_words(agreement.status), "when": decided.words}
        return Text("{status} {when}", "{status} {when}", values)
    return status_words(agreement.status)


# --- what is said of the tables, and of what does not agree -------------------------


HOW_COMPUTED = Text(
    "Varje tal är summan av de potter som går att beräkna: potten gånger den egna andelen av avtalets nyckel, "
    "inom avtalets gränser och avrundad som avtalet säger.",
    "Each number is the sum of the pots that can be computed: the pot times the own share of the agreement's key, "
    "within the agreement's bounds and rounded as it says.",
)
COUNTY_RESIDUAL = Text(
    "Per län: rest = tryckt − delas i länet.",
    "By county: residual = printed − shared in the county.",
)
IN_TABLE = Text(
    "Tabellen har det som är beräknat för var och en. Det andra är bara känt som summa, se ovan.",
    "The table has what is computed for each. The rest is known only as a sum, see above.",
)
MISSING = Text(
    "De här bidragen är kända för året, men deras avtal finns inte i biblioteket. De är inte med i någon summa.",
    "These grants are known for the year, but their agreements are not in the library. They are in no sum.",
)


def rough_words(pots: Text) -> Text:
    """Return how many of the pots behind the tables are printed rounded, and what that means."""
    return Text(
        "{pots} bakom tabellerna är tryckta avrundade. Kronorna är då så osäkra som potten är.",
        "{pots} behind the tables are printed rounded. The kronor are then as uncertain as the pot.",
        {"pots": pots},
    )


def undated_words(told: Text) -> Text:
    """Return how many contradictions are left out, since their sources may be later than the day."""
    return Text(
        "{told} är inte med: källorna är senare än dagen, eller utan datum.",
        "{told} left out: the sources are later than the day, or undated.",
        {"told": told},
    )


def not_found_words(values: Text) -> Text:
    """Return how many things were looked for in the sources and not found."""
    return Text(
        "{values} i avtalen är eftersökta och ej funna. De står på varje avtals sida.",
        "{values} in the agreements were looked for and not found. They stand on each agreement's page.",
        {"values": values},
    )
