"""An agreement and its amendments: how it reads from each day on, and what an amendment may not do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from overens.agreement.read_amendment import WrittenAmendment, read_amendment
from overens.agreement.readings import Reading, read_through, reading_on
from tests.builders import agreement_text, read, said

POTS = """\
a:
  namn: A
  belopp: 2 000 000 kr
  till: regioner
  fördelning: lika
  källa: k
b:
  namn: B
  belopp: 1 000 000 kr
  till: regioner
  fördelning: lika
  källa: k
"""
MORE = """\
skyldigheter:
  - {vad: plan, vem: regionerna, senast: 2024-09-30, källa: k}
motsägelser:
  - {om: potter.b.belopp, källa: k, säger: 2, använt: 1, skäl: tryckfel}
"""
BASE = agreement_text(POTS, total="3 000 000 kr", more=MORE)

HEAD = """\
id: {id}
ändrar: prov-2024
namn: Tillägg
slag: tilläggsöverenskommelse
beslutad: {decided}
status: avtalad
källa: t
källor:
  t: {{titel: Tillägget}}
"""
NEW_B = """\
potter:
  b:
    namn: B efter folkmängd
    belopp: 1 000 000 kr
    till: regioner
    fördelning: ej publicerad
    källa: t
"""


def change(more: str, *, id: str = "prov-2024-tillagg", decided: str = "2024-04-24") -> WrittenAmendment:  # noqa: A002 - the key's own name
    """Return an amendment of the agreement."""
    written, problems = read_amendment(HEAD.format(id=id, decided=decided) + more, file=f"{id}.yaml")
    assert said(problems) == []
    assert written is not None
    return written


def readings(*changes: WrittenAmendment) -> list[Reading]:
    """Return how the agreement reads from each day on, when nothing is wrong."""
    found, problems = read_through(read(BASE), changes)
    assert said(problems) == []
    return found


def wrong(*changes: WrittenAmendment) -> list[str]:
    """Return what is wrong with the amendments."""
    return said(read_through(read(BASE), changes)[1])


def pots(reading: Reading) -> Sequence[str]:
    return [f"{path[-1]}: {pot.name}" for path, pot in reading.written.agreement.leaves()]


def test_both_readings_can_be_asked_for() -> None:
    found = readings(change(NEW_B))
    assert [pots(reading) for reading in found] == [["a: A", "b: B"], ["a: A", "b: B efter folkmängd"]]
    assert pots(reading_on(found, date(2024, 4, 23))) == ["a: A", "b: B"]
    assert pots(reading_on(found, date(2024, 4, 24))) == ["a: A", "b: B efter folkmängd"]
    assert reading_on(found, None) is found[-1]


def test_a_replaced_pot_is_known_and_has_its_status_from_the_amendment() -> None:
    pot = readings(change(NEW_B))[-1].written.agreement.pots["b"]
    assert (str(pot.known_from), pot.status) == ("2024-04-24", "avtalad")


def test_an_untouched_pot_stays_as_it_was() -> None:
    before, after = readings(change(NEW_B))
    assert after.written.agreement.pots["a"] == before.written.agreement.pots["a"]


def test_every_value_knows_its_own_file() -> None:
    after = readings(change(NEW_B))[-1].written
    assert after.place("potter", "a", "namn").file == "prov.yaml"
    assert str(after.place("potter", "b", "namn")) == "prov-2024-tillagg.yaml:12:11"


def test_a_pot_can_be_added_inside_another_taken_away_and_the_total_moved() -> None:
    more = """\
belopp: 2 500 000 kr
potter:
  c: {namn: C, belopp: 500 000 kr, till: regioner, fördelning: lika, källa: k}
tas bort: [b]
"""
    agreement = readings(change(more))[-1].written.agreement
    assert pots(readings(change(more))[-1]) == ["a: A", "c: C"]
    assert str(agreement.total) == "2\u00a0500\u00a0000\u00a0kr"


def test_a_new_pot_goes_where_it_is_placed() -> None:
    c = "{namn: C, belopp: 1 000 000 kr, till: regioner, fördelning: lika, källa: k}"
    group = f"potter:\n  b: {{namn: B, belopp: 1 000 000 kr, källa: k, potter: {{c: {c}}}}}\n"
    more = "potter:\n  d: {namn: D, belopp: ej funnet, till: regioner, fördelning: lika, källa: k}\nläggs i: {d: b}\n"
    last = readings(change(group), change(more, id="prov-2024-tillagg-2", decided="2024-05"))[-1]
    assert [path for path, _ in last.written.agreement.leaves()] == [("a",), ("b", "c"), ("b", "d")]


@pytest.mark.parametrize(
    ("more", "due"),
    [
        ("skyldigheter: [{vad: plan, vem: regionerna, senast: 2025-03-31, källa: t}]\n", ["2024-09-30", "2025-03-31"]),
        (
            "skyldigheter: [{vad: plan, vem: regionerna, senast: 2025-03-31, källa: t}]\nersätter: [skyldigheter]\n",
            ["2025-03-31"],
        ),
        ("ersätter: [skyldigheter]\n", []),
    ],
)
def test_a_list_is_added_to_or_replaced(more: str, due: list[str]) -> None:
    assert [str(duty.due) for duty in readings(change(more))[-1].written.agreement.duties] == due


def test_a_contradiction_about_what_is_gone_stays_with_the_reading_before() -> None:
    before, after = readings(change("belopp: 2 000 000 kr\ntas bort: [b]\n"))
    assert (len(before.written.agreement.contradictions), len(after.written.agreement.contradictions)) == (1, 0)


def test_an_amendment_of_which_only_the_existence_is_known_changes_nothing_and_says_why() -> None:
    before, after = readings(change("ej läst: bara rubriken är funnen\n"))
    assert after.written.agreement.pots == before.written.agreement.pots
    assert after.amendment is not None
    assert after.amendment.unread == "bara rubriken är funnen"


def test_two_amendments_apply_in_the_order_of_their_days() -> None:
    one = change(NEW_B, id="prov-2024-b", decided="2024-05-01")
    other = change(NEW_B.replace("folkmängd", "plan"), id="prov-2024-a", decided="2024-06")
    assert [pots(r)[-1] for r in readings(other, one)] == ["b: B", "b: B efter folkmängd", "b: B efter plan"]


def test_of_the_same_day_the_one_that_says_after_is_last() -> None:
    one = change(NEW_B, id="prov-2024-b")
    other = change("efter: prov-2024-b\n" + NEW_B.replace("folkmängd", "plan"), id="prov-2024-a")
    assert pots(readings(other, one)[-1])[-1] == "b: B efter plan"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ((("", {}),), "prov-2024-tillagg.yaml:1:5: Ändringen ändrar ingenting"),
        (
            ((NEW_B, {"decided": "2023-11"}),),
            "prov-2024-tillagg.yaml:5:11: Ändringen är känd 2023-11, före avtalet (2023-12-20).",
        ),
        ((("tas bort: [c]\n", {}),), "Potten 'c' finns inte i avtalet när ändringen kommer. Där finns: a, b."),
        (((NEW_B + "tas bort: [b]\n", {}),), "Potten 'b' både ersätts och tas bort."),
        (((NEW_B + "läggs i: {b: a}\n", {}),), "'b' är ingen ny pott i ändringen."),
        ((("efter: finns-ej\n" + NEW_B, {}),), "Ingen annan ändring av avtalet heter 'finns-ej'. Ta bort 'efter'."),
        ((("belopp: 9 000 000 kr\n", {}),), "Beloppet är 9 000 000 kr men potterna summerar till 3 000 000 kr"),
        (((NEW_B.replace("källa: t", "källa: u"), {}),), "prov-2024-tillagg.yaml:16:12: Källan 'u' finns inte"),
        (
            ((NEW_B, {}), (NEW_B, {"id": "prov-2024-igen"})),
            "vilken som kom sist går inte att se. Skriv 'efter: prov-2024-igen' i den som kom sist",
        ),
        (
            ((NEW_B, {"decided": "2024-04"}), (NEW_B, {"id": "prov-2024-igen"})),
            "vilken som kom sist går inte att se.",
        ),
        (
            (("efter: prov-2024-igen\n" + NEW_B, {}), (NEW_B, {"id": "prov-2024-igen", "decided": "2024-05-01"})),
            "Ändringen är känd 2024-04-24 men ska gälla efter 'prov-2024-igen', som är känd 2024-05-01.",
        ),
        (
            (("efter: prov-2024-igen\n" + NEW_B, {}), ("efter: prov-2024-tillagg\n" + NEW_B, {"id": "prov-2024-igen"})),
            "som i sin tur ska gälla efter den",
        ),
        (
            (
                ("tas bort: [b]\nbelopp: 2 000 000 kr\n", {}),
                ("tas bort: [b]\n", {"id": "prov-2024-igen", "decided": "2024-05-01"}),
            ),
            "prov-2024-igen.yaml:10:12: Potten 'b' finns inte i avtalet när ändringen kommer. Där finns: a.",
        ),
        (((NEW_B.replace("t: {", "k: {"), {}),), None),
    ],
)
def test_what_an_amendment_may_not_do(changes: tuple[tuple[str, dict[str, str]], ...], words: str | None) -> None:
    found = wrong(*(change(more, **head) for more, head in changes))
    assert found == [] if words is None else any(words in one for one in found), found


def test_a_source_keeps_its_name_to_itself() -> None:
    text = HEAD.format(id="prov-2024-tillagg", decided="2024-04-24") + NEW_B
    written, problems = read_amendment(
        text.replace("  t: {titel", "  k: {titel").replace(" t\n", " k\n"), file="t.yaml"
    )
    assert problems == []
    assert written is not None
    assert "Källan 'k' finns i avtalet och är en annan." in wrong(written)[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD.format(id="t", decided="ej funnet"), "t.yaml:5:11: Det står inte från vilken dag ändringen räknas."),
        (
            HEAD.format(id="t", decided="2024-04") + "gäller: {från: 2024-12, till: 2024-01}\n",
            "t.yaml:10:31: Ändringen gäller från 2024-12 till 2024-01, som är tidigare.",
        ),
        (HEAD.format(id="t", decided="2021-02-31"), "31 februari 2021 finns inte."),
        (HEAD.format(id="t", decided="2024-04") + "pötter: {}\n", "Nyckeln 'pötter' är okänd här. Menade du 'potter'?"),
        ("ändrar: prov-2024\n", "'id' saknas"),
    ],
)
def test_what_is_wrong_in_an_amendment_by_itself(text: str, words: str) -> None:
    written, problems = read_amendment(text, file="t.yaml")
    assert written is None
    assert any(words in one for one in said(problems)), said(problems)


def test_an_amendment_whose_day_is_not_found_counts_from_when_it_was_known() -> None:
    text = HEAD.format(id="t", decided="ej funnet") + "känd från: 2024-05\n" + NEW_B
    written, problems = read_amendment(text, file="t.yaml")
    assert problems == []
    assert written is not None
    assert str(written.since) == "2024-05"
