"""A place in a year -> what, how sure, on what terms, and by when."""

from __future__ import annotations

from collections.abc import Sequence

from overens.allocation.describe import describe_rule
from overens.cli.language import count, t
from overens.cli.show.dates import show_own_dates
from overens.cli.show.page import Page
from overens.cli.show.parts import kr, say
from overens.notice.rows import Certainty, PlaceRow
from overens.usecases.place import Place
from overens.usecases.to_earn import to_earn_words
from overens.usecases.wording.conditions import met_sentence
from overens.usecases.wording.nothing import nothing_reaches
from overens.usecases.wording.place import (
    certainty_of,
    has_terms,
    kronor_of,
    printed_row_words,
    rough_sign,
    to_the_county,
    use_words,
)
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
        page.line(say(nothing_reaches(place.recipient, place.year, place.as_known_on)))
    if place.rows:
        _sums(page, place)
        page.table(_headings(), [_row(row) for row in place.rows], right=(1,))
    _to_earn(page, place)
    if place.printed is not None and place.printed.residual_kr is not None:
        page.line(say(printed_row_words(place.printed)))
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
        rough = rough_sign(row for row in left if row.ceiling_kr is not None)
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


def _headings() -> tuple[str, ...]:
    return (t("Avtal/pott", "Agreement/pot"), t("Kronor", "Kronor"), t("Hur säkert", "How sure"))


def _row(row: PlaceRow) -> tuple[str, ...]:
    return (
        f"{row.allocation.agreement.id}/{row.pot.id}: {row.pot.pot.name}",
        say(kronor_of(row)),
        say(certainty_of(row)),
    )


def _sum_words(place: Place, certainty: Certainty) -> str:
    """Return the sum of one certainty, with the sign of what is rounded where one of its awards is."""
    awards = [row.award for row in place.rows if row.certainty is certainty and row.award]
    exact = all(award.amount.precision is Precision.EXACT for award in awards)
    return ("" if exact else "≈\u00a0") + kronor(place.sum_of(certainty))


def _to_earn(page: Page, place: Place) -> None:
    """Print what there is to earn in kronor; pots of which nothing is known in kronor stand in the table only."""
    found = {name: one for name, one in place.to_earn.items() if one.in_kronor}
    if found:
        page.heading(t("Att tjäna in", "To be earned"))
        page.notes(f"{name}: {say(to_earn_words(one))}" for name, one in found.items())
        page.line(
            t(
                "Krav och månader: overens performance {year} --place",
                "Requirements by month: overens performance {year} --place",
                year=str(place.year),
            )
            + f' "{place.recipient.name}"',
            dim=True,
        )


def _shared(page: Page, place: Place) -> None:
    page.heading(t("Delas i länet, inte fördelat per mottagare", "Shared in the county, not divided by recipient"))
    for row in place.shared:
        n = len(next((r.shared_by for r in row.pot.recipients if r.code == place.recipient.county), ()))
        amount = say(to_the_county(row))
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


def _members(page: Page, place: Place) -> None:
    page.heading(t("I länet, vad var och en får för egen del", "In the county, what each gets for itself"))
    kinds = {RecipientKind.REGION: t("region", "region"), RecipientKind.MUNICIPALITY: t("kommun", "municipality")}
    rows = [(who.name, kinds[who.kind], kr(amount)) for who, amount in place.members]
    page.table((t("Namn", "Name"), t("Slag", "Kind"), t("Kronor", "Kronor")), rows, right=(2,))


def _terms(page: Page, place: Place, register: Register) -> None:
    rows = [row for row in (*place.rows, *place.shared) if has_terms(row)]
    if not rows:
        return
    page.heading(t("På vilka villkor", "On what terms"))
    page.notes(
        (
            f"{row.allocation.agreement.id}/{row.pot.id}: {say(describe_rule(row.pot.pot, register))}"
            f"{say(met_sentence(row, place.recipient))}{_use(row)}"
            for row in rows
        ),
    )


def _use(row: PlaceRow) -> str:
    words = use_words(row)
    return f" {say(words)}" if words is not None else ""


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
