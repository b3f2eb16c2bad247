"""A place in a year -> what, how sure, on what terms, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from overens.allocation.describe import describe_rule
from overens.allocation.explain_results import interval
from overens.cli.language import count, t
from overens.cli.show.conditions import met_sentence
from overens.cli.show.dates import show_own_dates
from overens.cli.show.nothing import nothing_reaches
from overens.cli.show.page import Page
from overens.cli.show.parts import amount_words, kr, mkr, say, whole_mkr
from overens.notice.rows import Certainty, PlaceRow, certainty_words
from overens.usecases.place import Place
from overens.usecases.year import RegionRow
from overens.vocabulary.money import Precision
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from overens.vocabulary.wording import kronor


def show_place(page: Page, place: Place, register: Register, others: Sequence[Recipient] = ()) -> None:
    """Print what the place gets, how sure it is, and what must be done by when.

    Args:
        register: The names of those a pot is only for, or not for.
        others: Who else the words typed may mean; the page says so.
    """
    page.heading(f"{place.recipient.name} {place.year}")
    if others:
        names = ", ".join(f'"{r.name}"' for r in others)
        page.line(
            t(
                "Namnet kan också betyda: {names}. Skriv det namnet för den sidan.",
                "The name may also mean: {names}. Write that name for its page.",
                names=names,
            ),
            dim=True,
        )
    if not place.rows and not place.shared and not any(kr for _, kr in place.members):
        page.line(nothing_reaches(place.recipient, place.year, place.as_known_on))
    if place.rows:
        _sums(page, place)
        page.table(_headings(), [_row(row) for row in place.rows], right=(1,))
    if place.printed is not None and place.printed.residual_kr is not None:
        page.line(_printed(place.printed))
    if place.shared:
        _shared(page, place)
    if any(kr for _, kr in place.members):
        _members(page, place)
    _terms(page, place, register)
    if place.rows or place.shared:
        show_own_dates(page, place.deadlines, place.calendar.gaps)
    _hints(page, place)


def _sums(page: Page, place: Place) -> None:
    """Print what is certain, inferred and not computed, apart; a kind of which there is nothing is not said to be 0."""
    parts = []
    for certainty, sv, en in ((Certainty.CERTAIN, "säkert", "certain"), (Certainty.INFERRED, "härlett", "inferred")):
        if any(row.certainty is certainty for row in place.rows):
            parts.append(t(f"{sv} {{kr}}", f"{en} {{kr}}", kr=_sum_words(place, certainty)))
    left = [row for row in place.rows if row.certainty is Certainty.NOT_COMPUTED]
    if left:
        ceilings = [row.ceiling_kr for row in left if row.ceiling_kr is not None]
        rough = _rough(row for row in left if row.ceiling_kr is not None)
        floors = [row.at_least_kr for row in left if row.at_least_kr is not None]
        most = _known_of(ceilings, left, t("högst", "at most"), rough)
        least = _known_of(floors, left, t("minst", "at least"))
        pots = count(len(left), ("pott", "potter"), ("pot", "pots"))
        parts.append(
            t(
                "ej beräknat: {pots}{least}{most}",
                "not computed: {pots}{least}{most}",
                pots=pots,
                least=least,
                most=most,
            )
        )
    words = " · ".join(parts)
    page.line(words[:1].upper() + words[1:])


def _known_of(ends: list[int], left: list[PlaceRow], word: str, rough: str = "") -> str:
    """Return the sum of the ends that are known, and of how many pots it is."""
    if not ends:
        return ""
    if len(ends) == len(left):
        return f", {word} {rough}{kronor(sum(ends))}"
    return t(
        ", varav {n} ger {word} {kr}",
        ", of which {n} give {word} {kr}",
        n=str(len(ends)),
        word=word,
        kr=rough + kronor(sum(ends)),
    )


def _printed(row: RegionRow) -> str:
    return t(
        "I den tryckta tabellen: {printed} Mkr. Av det förklarar säkert och härlett här {explained} Mkr; rest {rest} Mkr."
        " Utanför den tabellen: {outside} Mkr av det ovan.",
        "In the printed table: {printed} Mkr. Of that, certain and inferred here explain {explained} Mkr; residual {rest} Mkr."
        " Outside that table: {outside} Mkr of the above.",
        printed=whole_mkr(row.published_kr),
        explained=mkr(row.verified_kr + row.inferred_kr),
        rest=mkr(row.residual_kr),
        outside=mkr(row.outside_kr),
    )


def _headings() -> tuple[str, ...]:
    return (t("Avtal/pott", "Agreement/pot"), t("Kronor", "Kronor"), t("Hur säkert", "How sure"))


def _row(row: PlaceRow) -> tuple[str, ...]:
    return (f"{row.allocation.agreement.id}/{row.pot.id}: {row.pot.pot.name}", _kronor(row), _sure(row))


def _kronor(row: PlaceRow) -> str:
    if row.award is not None:
        rough = "" if row.award.amount.precision is Precision.EXACT else "≈\u00a0"
        return rough + kr(row.award.amount.kr)
    if row.certainty is not Certainty.NOT_COMPUTED:
        return kr(0)
    if row.ceiling_kr is not None:
        return t("högst {kr}", "at most {kr}", kr=_rough([row]) + kr(row.ceiling_kr))
    if row.at_least_kr is not None:
        return t("minst {kr}", "at least {kr}", kr=kr(row.at_least_kr))
    if row.least_if_met_kr is not None:
        return t(
            "minst {kr} om villkoren uppfylls", "at least {kr} if it meets the conditions", kr=kr(row.least_if_met_kr)
        )
    return t("del av {kr}", "part of {kr}", kr=amount_words(row.pot.amount)) if row.pot.amount else "?"


def _sum_words(place: Place, certainty: Certainty) -> str:
    """Return the sum of one certainty, with the sign of what is rounded where one of its awards is."""
    awards = [row.award for row in place.rows if row.certainty is certainty and row.award]
    exact = all(award.amount.precision is Precision.EXACT for award in awards)
    return ("" if exact else "≈\u00a0") + kronor(place.sum_of(certainty))


def _rough(rows: Iterable[PlaceRow]) -> str:
    """Return the sign of what is rounded, where the amount of one of the pots is."""
    exact = all(row.pot.amount is None or row.pot.amount.precision is Precision.EXACT for row in rows)
    return "" if exact else "≈\u00a0"


def _sure(row: PlaceRow) -> str:
    words = say(certainty_words(row.certainty))
    if row.certainty is Certainty.NOT_COMPUTED and row.pot.reason is not None:
        return f"{words}: {say(row.pot.reason)}"
    if row.award is not None and row.award.amount.precision is not Precision.EXACT:
        words = f"{words}, {say(interval(row.award.amount))}"
    return words + _as_published(row)


def _as_published(row: PlaceRow) -> str:
    """Return what the published table says, where it says something else than the rule."""
    annex = row.pot.annex
    who = row.award.recipient.code if row.award else ""
    other = next((d for d in annex.deviations if d.recipient.code == who), None) if annex else None
    if other is None:
        return ""
    return t("; den publicerade tabellen: {kr}", "; the published table: {kr}", kr=kr(other.published_kr))


def _shared(page: Page, place: Place) -> None:
    page.heading(t("Delas i länet, inte fördelat per mottagare", "Shared in the county, not divided by recipient"))
    for row in place.shared:
        n = len(next((r.shared_by for r in row.pot.recipients if r.code == place.recipient.county), ()))
        amount = _to_the_county(row)
        page.line(
            t(
                "{agreement}/{pot}: {kr} till länet, som {sharers} delar; hur de delar är inte publicerat.",
                "{agreement}/{pot}: {kr} to the county, for {sharers} to share; how they divide it is not published.",
                agreement=row.allocation.agreement.id,
                pot=row.pot.id,
                sharers=count(n, ("organisation", "organisationer"), ("organisation", "organisations")),
                kr=amount,
            ),
        )


def _to_the_county(row: PlaceRow) -> str:
    if row.award:
        return kr(row.award.amount.kr)
    if row.pot.amount is None:
        return t("okänt belopp", "an unknown amount")
    return t("okänt belopp, del av {kr},", "an unknown amount, part of {kr},", kr=amount_words(row.pot.amount))


def _members(page: Page, place: Place) -> None:
    page.heading(t("I länet, vad var och en får för egen del", "In the county, what each gets for itself"))
    kinds = {RecipientKind.REGION: t("region", "region"), RecipientKind.MUNICIPALITY: t("kommun", "municipality")}
    rows = [(who.name, kinds[who.kind], kr(amount)) for who, amount in place.members]
    page.table((t("Namn", "Name"), t("Slag", "Kind"), t("Kronor", "Kronor")), rows, right=(2,))


def _terms(page: Page, place: Place, register: Register) -> None:
    rows = [row for row in (*place.rows, *place.shared) if _has_terms(row)]
    if not rows:
        return
    page.heading(t("På vilka villkor", "On what terms"))
    page.notes(
        (
            f"{row.allocation.agreement.id}/{row.pot.id}: {say(describe_rule(row.pot.pot, register))}"
            f"{met_sentence(row, place.recipient)}{_use(row)}"
            for row in rows
        ),
    )


def _has_terms(row: PlaceRow) -> bool:
    pot = row.pot.pot
    return bool(pot.conditions or pot.performance or pot.use)


def _use(row: PlaceRow) -> str:
    use = row.pot.pot.use
    if use is None:
        return ""
    words = [
        t("Ändamål: {what}.", "Purpose: {what}.", what=use.purpose) if use.purpose else "",
        t("Får användas till och med {day}.", "May be used until {day}.", day=str(use.end)) if use.end else "",
        t("Överföring: {what}.", "Carry-over: {what}.", what=use.carry_over) if use.carry_over else "",
    ]
    return " " + " ".join(word for word in words if word)


def _hints(page: Page, place: Place) -> None:
    page.blank()
    if place.rows:
        first = next((row for row in place.rows if row.award), place.rows[0])
        page.line(
            t(
                'Varför? overens explain "{who}" {id}/{pot}',
                'Why? overens explain "{who}" {id}/{pot}',
                who=place.recipient.name,
                id=first.allocation.agreement.id,
                pot=first.pot.id,
            ),
            dim=True,
        )
    if question := _calendar_answers(place):
        page.line(f'{question} overens calendar "{place.recipient.name}" {place.year}', dim=True)


def _calendar_answers(place: Place) -> str:
    """Return the question that the calendar answers and this page does not."""
    others = any(event.others_duty for event in place.deadlines)
    if place.calendar.may_lapse:
        return (
            t(
                "Vad måste begäras eller göras, och vad ska andra göra?",
                "What must be asked for or done, and by others?",
            )
            if others
            else t("Vad måste begäras eller göras?", "What must be asked for or done?")
        )
    if others:
        return t("Vad ska andra göra?", "What are others to do?")
    return t("Vilka potter saknar datum?", "Which pots have no dates?") if place.calendar.gaps else ""
