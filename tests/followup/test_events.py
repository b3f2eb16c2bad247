"""Every term of an agreement with a date, or that should have one, becomes an event that knows who must act."""

from __future__ import annotations

from datetime import date

import pytest

from overens.followup.calendar import compose_calendar
from overens.followup.model import EventKind
from overens.writing.values import Missing
from tests.builders import EN, compute
from tests.followup.asking import WHO, calendar_of, rows_of, text_of, words

DUTIES = """
skyldigheter:
  - {vad: lämna rapport, vem: regionerna, till: SKR, senast: 2024-05-01, källa: k}
  - {vad: väg samman, vem: SKR, senast: 2024-06-01, källa: k}
"""


def events(more: str = "", pot: str = "", **options: object) -> dict[EventKind, list[tuple[str, str]]]:
    """Return kind -> when and what of each event."""
    found: dict[EventKind, list[tuple[str, str]]] = {}
    for event in calendar_of(more, pot, **options).events:  # type: ignore[arg-type]  # pots, who, on: as given there
        found.setdefault(event.kind, []).append(words(event))
    return found


@pytest.mark.parametrize(
    ("more", "kind", "expected"),
    [
        (
            "rekvisition: {behov: krävs, senast: 2024-12-01}",
            EventKind.REQUISITION,
            ("2024-12-01", "Rekvirera pengarna"),
        ),
        (
            "rekvisition: {behov: krävs, senast: 2024-12, följd: rätten förfaller}",
            EventKind.REQUISITION,
            ("2024-12", "Rekvirera pengarna (rätten förfaller)"),
        ),
        ("rekvisition: krävs", EventKind.REQUISITION, ("ej funnet", "Rekvirera pengarna")),
        (
            "ansökan: {vad: intresseanmälan, senast: 2023-11-07, till: Socialstyrelsen}",
            EventKind.APPLICATION,
            ("2023-11-07", "Ansök: intresseanmälan → Socialstyrelsen"),
        ),
        (
            "användning: {till: 2025, överföring: också 2025}",
            EventKind.USE_ENDS,
            ("2025", "Pengarna får användas till och med då; överföring: också 2025"),
        ),
        (
            "återbetalning:\n  - {senast: 2025-03-31, till: Kammarkollegiet}",
            EventKind.REPAYMENT,
            ("2025-03-31", "Betala tillbaka av pengarna för 2024: oförbrukade medel → Kammarkollegiet"),
        ),
        (
            "återbetalning:\n  - {vad: det som återstår från juni 2022, senast: 2025-03-31}",
            EventKind.REPAYMENT,
            ("2025-03-31", "Betala tillbaka av tidigare pengar (2022): det som återstår från juni 2022"),
        ),
        ("känd från: 2024-01-03", EventKind.KNOWN, ("2024-01-03", "Blev känt: Prov")),
    ],
)
def test_a_term_is_an_event(more: str, kind: EventKind, expected: tuple[str, str]) -> None:
    assert events(more)[kind] == [expected]


@pytest.mark.parametrize("need", ["krävs inte", "ej funnet"])
def test_what_need_not_be_requisitioned_or_may_need_it_is_no_event(need: str) -> None:
    assert EventKind.REQUISITION not in events(f"rekvisition: {need}")


def test_a_payment_that_needs_requisition_says_so_without_a_date() -> None:
    found = events(pot="utbetalning: [{datum: 2024-03-01, rekvisition: ja}]")

    assert found[EventKind.REQUISITION] == [("ej funnet", "Rekvirera pengarna")]
    assert found[EventKind.PAYMENT] == [("2024-03-01", "Utbetalning")]


def test_money_decided_case_by_case_after_application_must_be_applied_for() -> None:
    pots = "b:\n  namn: B\n  till: regioner\n  belopp: 9 kr\n  källa: k\n  fördelning: {prövas: efter ansökan}"

    assert events(pots=pots)[EventKind.APPLICATION] == [("ej funnet", "Ansök: beloppet prövas efter ansökan")]
    assert EventKind.APPLICATION not in events(pots=pots.replace("efter ansökan", "av Socialstyrelsen"))


def test_the_duties_of_the_recipient_are_told_from_those_of_others() -> None:
    duties = [e for e in calendar_of(DUTIES).events if e.kind is EventKind.DUTY]

    assert [(e.own, e.others_duty, e.by.say()) for e in duties] == [(True, False, "regionerna"), (False, True, "SKR")]
    assert words(duties[0]) == ("2024-05-01", "regionerna: lämna rapport → SKR")


def test_where_all_are_asked_about_nothing_is_the_askers_own() -> None:
    assert not any(event.own for event in calendar_of(DUTIES, who=None).events)


@pytest.mark.parametrize(
    ("met_by", "met", "said"),
    [("alla", True, " (uppfyllt)"), ("{endast: ['03']}", False, " (inte uppfyllt)"), ("ej känt", None, "")],
)
def test_a_condition_says_whether_the_recipient_meets_it(met_by: str, met: bool | None, said: str) -> None:
    pot = f"villkor: [{{krav: plan inlämnad, uppfylls av: {met_by}, senast: 2024-03-31}}]\nej intjänat: förfaller"
    (event,) = [e for e in calendar_of(pot=pot).events if e.kind is EventKind.CONDITION]

    assert (event.met, event.own) == (met, True)
    assert words(event) == ("2024-03-31", f"Villkor: plan inlämnad{said}")


def test_a_condition_that_an_agency_assesses_is_the_agencys_to_do() -> None:
    pot = """
    villkor: [{krav: godkänd plan, uppfylls av: ej känt, senast: 2024-03-31, bedöms av: Socialstyrelsen}]
    ej intjänat: förfaller
    """
    (event,) = [e for e in calendar_of(pot=pot).events if e.kind is EventKind.CONDITION]

    assert (event.own, event.others_duty, event.by.say()) == (False, True, "Socialstyrelsen")
    assert event.what.say(EN) == "Condition: godkänd plan, assessed by Socialstyrelsen"


def test_payments_carry_kronor_of_the_recipient_or_of_all() -> None:
    pot = "utbetalning: [{andel: 1/2, senast: 2024-03-01}, {andel: 1/2, datum: ej funnet, avser: resten}]"

    paid = [(e.kr, *words(e)) for e in calendar_of(pot=pot).events if e.kind is EventKind.PAYMENT]
    assert paid == [(50, "2024-03-01", "Utbetalning, senast"), (50, "ej funnet", "Utbetalning (resten)")]
    assert [e.kr for e in calendar_of(pot=pot, who=None).events if e.kind is EventKind.PAYMENT] == [150, 150]


def test_terms_of_a_group_of_pots_are_told_once() -> None:
    pots = """
    g:
      namn: G
      källa: k
      belopp: 6 kr
      rekvisition: {behov: krävs, senast: 2024-09-01}
      potter:
        x: {namn: X, belopp: 3 kr, till: regioner, fördelning: lika, källa: k}
        y: {namn: Y, belopp: 3 kr, till: regioner, fördelning: lika, källa: k}
    """
    (event,) = [e for e in calendar_of(pots=pots).events if e.kind is EventKind.REQUISITION]

    assert event.name == "prov-2024/g"


def test_a_term_whose_every_source_was_published_later_was_not_known() -> None:
    text = text_of("rekvisition: {behov: krävs, senast: 2024-12-01, källa: sen}")
    text = text.replace("  k: {titel: Källan}", "  k: {titel: Källan}\n  sen: {titel: Senare, datum: 2024-02}")

    def known(on: str | None) -> tuple[list[EventKind], list[tuple[str, ...]]]:
        day = date.fromisoformat(on) if on else None
        found = compose_calendar(rows_of(compute(text, on=on)), (), WHO, day)
        return [e.kind for e in found.events if e.own], [gap.pots for gap in found.need_not_found]

    assert known(None) == known("2024-02-29") == ([EventKind.REQUISITION], [])
    assert known("2024-02-28") == ([], [("a",)])


def test_events_are_numbered_among_their_like() -> None:
    more = "skyldigheter:\n" + "".join(f"  - {{vad: d{n}, vem: SKR, senast: ej funnet, källa: k}}\n" for n in range(3))
    duties = [event for event in calendar_of(more).events if event.kind is EventKind.DUTY]

    assert [(event.n, event.when) for event in duties] == [(n, Missing.NOT_FOUND) for n in range(3)]


def test_the_sources_of_an_event_are_the_agreements_own() -> None:
    (event,) = [e for e in calendar_of(DUTIES).events if e.own]

    assert [source.title for source in event.sources] == ["Källan"]
