"""The parts of a year's announcement -> its sentences; amounts as sharp as their sources print them."""

from __future__ import annotations

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
from overens.vocabulary.wording import NO_BREAK_SPACE, Language, Text, join_texts, kronor, plain
from overens.writing.values import missing_words

TO_WHOM = {
    ToWhom.REGIONS: Text("Till regionerna", "To the regions"),
    ToWhom.MUNICIPALITIES: Text("Till kommunerna", "To the municipalities"),
    ToWhom.COUNTIES: Text("Till region och kommuner gemensamt i länen", "To region and municipalities of counties jointly"),
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
CERTAINTY = {
    "certain_kr": Text(
        "Säkert: {kr}, beräknat ur verifierade belopp och nycklar.",
        "Certain: {kr}, computed from verified amounts and keys.",
    ),
    "inferred_kr": Text(
        "Härlett: {kr}, beräknat, men nyckel, datum eller belopp är en slutsats.",
        "Inferred: {kr}, computed, but key, date or amount is a conclusion.",
    ),
    "to_earn_kr": Text(
        "Att tjäna in: {kr}, som hänger på prestation eller villkor. Mer än så kan det inte bli.",
        "To be earned: {kr}, which hangs on performance or conditions. It cannot be more.",
    ),
    "not_computed_kr": Text(
        "Känt bara som summa: {kr}. Hur det fördelas är inte känt.",
        "Known only as a sum: {kr}. How it is divided is not known.",
    ),
    "lapsed_kr": Text("Förfallet: {kr}.", "Lapsed: {kr}."),
    "undistributed_kr": Text("Inte fördelat: {kr}.", "Not distributed: {kr}."),
}
NO_DECISION = Text(
    "Ett pressmeddelande är inget beslut; status står vid varje bidrag.",
    "A press release is no decision; the status stands with each grant.",
)
HOW_PRINTED = Text(
    "Hela kronor är exakta. Mkr (miljoner kronor) och miljarder är avrundade, i bidragen så som källan skrev dem.",
    "Whole kronor are exact. Mkr (millions of kronor) and billions are rounded, in the grants as the source wrote them.",
)


def title_words(year: int) -> Text:
    """Return the announcement's heading."""
    return Text(
        "Statsbidragen till regioner och kommuner {year}",
        "State grants to regions and municipalities {year}",
        {"year": str(year)},
    )


def known_words(day: date | None) -> Text:
    """Return what the announcement is written from: what was known on the day, or all that is known."""
    if day is None:
        return Text("Skrivet ur allt som är känt.", "Written from all that is known.")
    return Text("Som det var känt {day}.", "As known on {day}.", {"day": day.isoformat()})


def sum_words(kr: int, *, exact: bool) -> Text:
    """Return a sum in whole kronor if it is exact, else rounded to tenths of millions.

    >>> sum_words(34_250_000, exact=False).say().replace("\\xa0", " ")
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


# --- a grant ------------------------------------------------------------------------


def grant_words(amount: Amount | None, at_least_some: bool) -> Text:
    """Return how much a grant is in all.

    Args:
        at_least_some: Whether parts of it are known.
    """
    if amount is not None:
        return Text("Bidraget omfattar {kr}.", "The grant is {kr}.", {"kr": printed_words(amount)})
    if at_least_some:
        return Text("Hela beloppet är inte känt, bara delar.", "The total is not known, only parts.")
    return Text("Beloppet är inte känt.", "The amount is not known.")


def share_words(name: Text | str, whom: Text | None, amount: Amount | None, how: Text | None) -> Text:
    """Return one pot of a grant: what it is, how much, to whom, and how sure that is.

    Args:
        whom: None where the name says it already.
        how: None where there is nothing to say of it.
    """
    to = Text(" till {whom}", " to {whom}", {"whom": whom}) if whom is not None else plain("")
    return Text(
        "{name}: {kr}{to}{how}.",
        "{name}: {kr}{to}{how}.",
        {
            "name": name,
            "kr": printed_words(amount) if amount is not None else Text("okänt belopp", "unknown amount"),
            "to": to,
            "how": join_texts([plain(", "), how], "") if how is not None else plain(""),
        },
    )


def how_words(pot: PotAllocation, standing: Standing) -> Text | None:
    """Return how far a pot is known; None for one that goes whole to one recipient."""
    if pot.state is State.COMPUTED:
        if pot.base is None and not pot.payments:
            return None
        return _COMPUTED[standing is Standing.CERTAIN]
    known = _TO_EARN if standing is Standing.TO_EARN else _SUM_ONLY
    why = pot.reason if pot.amount is not None and pot.reason is not None else None
    return Text("{known} ({why})", "{known} ({why})", {"known": known, "why": why}) if why else known


_COMPUTED = {
    True: Text("beräknat för var och en", "computed for each"),
    False: Text("beräknat för var och en (härlett)", "computed for each (inferred)"),
}
_TO_EARN = Text("tjänas in genom prestation eller villkor", "earned by performance or conditions")
_SUM_ONLY = Text("bara känt som summa", "known only as a sum")


def aside_words(aside: Earmark | Outside) -> Text:
    """Return an earmark within a grant, or money beside it, with its amount."""
    own = Text(" (mottagarnas egna pengar)", " (the recipients' own money)") if aside.own_money else plain("")
    kr = printed_words(aside.amount) if isinstance(aside.amount, Amount) else missing_words(aside.amount)
    values: dict[str, object] = {"name": aside.name, "kr": kr, "own": own}
    if isinstance(aside, Outside):
        return Text("Utöver bidraget: {name}, {kr}{own}.", "Beside the grant: {name}, {kr}{own}.", values)
    return Text("Öronmärkt inom bidraget: {name}, {kr}{own}.", "Earmarked within the grant: {name}, {kr}{own}.", values)


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
    "Varje tal är summan av de potter som är beräknade för var och en: potten gånger den egna andelen av avtalets nyckel, "
    "inom avtalets gränser och avrundad som avtalet säger.",
    "Each number is the sum of the pots that are computed for each: the pot times the own share of the agreement's key, "
    "within the agreement's bounds and rounded as it says.",
)
COUNTY_RESIDUAL = Text(
    "Per län: rest = tryckt − delas i länet.",
    "By county: residual = printed − shared in the county.",
)
MISSING = Text(
    "De här bidragen finns för året men inte i biblioteket. De är inte med i någon summa.",
    "These grants exist for the year but are not in the library. They are in no sum.",
)


def in_table_words(computed: Text, rest: Text | None) -> Text:
    """Return how much of what goes to the recipients is in the table, and how much of it is not."""
    if rest is None:
        return Text("Tabellen visar {kr}.", "The table shows {kr}.", {"kr": computed})
    return Text(
        "Tabellen visar {kr}. Därtill {rest} som inte är beräknade för var och en.",
        "The table shows {kr}. Beside that {rest} that are not computed for each.",
        {"kr": computed, "rest": rest},
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


def lacking_words(name: str, amount: Amount | None, reason: str | None) -> Text:
    """Return a grant that is not in the library, what is known of it and why it is not there."""
    kr = Text(" ({kr})", " ({kr})", {"kr": printed_words(amount)}) if amount is not None else plain("")
    why = f": {reason.rstrip('.')}" if reason else ""
    return Text("{name}{kr}{why}.", "{name}{kr}{why}.", {"name": name, "kr": kr, "why": why})


def not_found_words(values: Text) -> Text:
    """Return how many things were looked for in the sources and not found."""
    return Text(
        "{values} i avtalen är eftersökta och ej funna. De står på varje avtals sida.",
        "{values} in the agreements were looked for and not found. They stand on each agreement's page.",
        {"values": values},
    )


def contradicted_words(about: Text, says: str, used: str, reason: str) -> Text:
    """Return what two sources say in different ways, which is used and why."""
    return Text(
        "{about}: en källa säger ”{says}”. Använt här: {used} ({reason}).",
        "{about}: a source says “{says}”. Used here: {used} ({reason}).",
        {"about": about, "says": says, "used": used, "reason": reason.rstrip(".")},
    )
