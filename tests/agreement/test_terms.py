"""What stands beside the formula: every key of an agreement and a pot can be written and is kept as written."""

from __future__ import annotations

from overens.agreement.model import Agreement, Pot
from overens.agreement.rules import Met
from overens.agreement.terms import RequisitionNeed
from overens.vocabulary.money import Amount, Mark
from overens.vocabulary.periods import When
from overens.vocabulary.sources import GrantKind, Status
from overens.writing.clauses import as_plain
from overens.writing.values import Missing
from tests.builders import read, when

TEXT = """\
id: allt-2024
namn: Allt som kan skrivas
slag: tilläggsöverenskommelse
parter: [staten, SKR]
avser: 2024–2025
beslutad: 2023-12
känd från: 2023-12-01
status: avtalad
utbetalare: Kammarkollegiet
anslag: ["1:6", "1:8"]
belopp: 100 Mkr
märke: beräknad
källa: [a, b]
källor:
  a:
    {titel: A, utgivare: SKR, adress: skr.se, diarienummer: S2023/1, datum: 2023-12, hämtad: 2024-01-02,
    kontrollerad: 2024-01-03, anmärkning: x}
  b: {titel: B, datum: ej funnet}
potter:
  p:
    namn: Potten
    belopp: 100 Mkr
    märke: härledd
    härledning: så räknat
    status: preliminär
    känd från: 2024-01
    källa: a
    till: {grupp: regioner, endast: [01, 03]}
    fördelning: {andel av: befolkning, per: 2023-11-01, härlett: skäl}
    villkor:
      - {krav: plan, uppfylls av: {utom: [03]}, bedöms av: Socialstyrelsen, senast: ej funnet, källa: b}
    ej intjänat: {blir: bonuspott, betalas: 2024-12, källa: a}
    avrundning: {sätt: närmaste, till: 1 kr, resten till: 01, härlett: löst}
    utbetalning:
      - {andel: 50 %, datum: 2024-06-01, avser: hälften, rekvisition: nej, källa: a}
      - {andel: 1/2, senast: 2024-12, rekvisition: ja}
    rekvisition: {behov: krävs, senast: 2024-11-01, följd: rätten förfaller, källa: a}
    användning: {från: 2024-01-01, till: 2025-12-31, överföring: ja till 2025, ändamål: vård, källa: a}
    återbetalning: [{senast: 2026-03-31, till: Kammarkollegiet, källa: a}]
    skyldigheter: [{vad: redovisa, vem: regionerna, till: Socialstyrelsen, senast: 2025-02-28, källa: a}]
    öronmärkt: [{namn: ST, belopp: 5 Mkr, märke: verifierad, källa: a}]
    förmedlas via: {av: Region Stockholm, till: RCC}
    myndighetens egen kostnad: 1 Mkr
    återkrav och ny utbetalning: betalades om i maj
    anmärkning: inget
utanför: [{namn: eget, belopp: ej känt, mottagarnas egna: ja, källa: b}]
öronmärkt: [{namn: BUP, belopp: upp till 20 Mkr, källa: b}]
rekvisition: krävs inte
användning: {till: 2025}
återbetalning: [{vad: allt, senast: ej angivet}]
skyldigheter: [{vad: möte, vem: SKR, senast: 2024, källa: b}]
motsägelser: [{om: belopp, källa: b, säger: 99, använt: 100, skäl: summan}]
ej funnet: [{vad: dagen, sökt i: arkivet}]
anmärkning: >-
  två rader
  blir en
"""


def agreement() -> Agreement:
    return read(TEXT).agreement


def pot() -> Pot:
    return agreement().pots["p"]


def test_the_agreement() -> None:
    one = agreement()
    assert (one.kind, one.parties, one.years) == (GrantKind.SUPPLEMENTARY, ("staten", "SKR"), (2024, 2025))
    assert (one.decided, one.known_from, one.status) == (when("2023-12"), when("2023-12-01"), Status.AGREED)
    assert (one.paid_by, one.appropriations, one.mark) == ("Kammarkollegiet", ("1:6", "1:8"), Mark.COMPUTED)
    assert (one.source, one.remark) == (("a", "b"), "två rader blir en")
    assert (one.sources["a"].registry_number, one.sources["b"].published) == ("S2023/1", Missing.NOT_FOUND)


def test_what_stands_outside_and_what_was_not_found() -> None:
    one = agreement()
    assert (one.outside[0].amount, one.outside[0].own_money) == (Missing.NOT_KNOWN, True)
    assert isinstance(one.earmarks[0].amount, Amount)
    assert one.earmarks[0].amount.low == 0
    assert (one.not_found[0].what, one.not_found[0].looked_in) == ("dagen", "arkivet")
    assert one.contradictions[0].source == ("b",)


def test_a_word_stands_for_its_clause() -> None:
    one = agreement()
    assert one.requisition is not None
    assert one.requisition.need is RequisitionNeed.NOT_NEEDED
    assert one.repayment[0].due is Missing.NOT_STATED
    assert pot().repayment[0].what == "oförbrukade medel"


def test_the_pot_and_its_payments() -> None:
    one = pot()
    assert (one.mark, one.status, one.known_from) == (Mark.INFERRED, Status.PRELIMINARY, when("2024-01"))
    assert [instalment.share for instalment in one.instalments] == [instalment.share for instalment in one.instalments][
        ::-1
    ]
    assert [instalment.requisition for instalment in one.instalments] == [False, True]
    assert (one.rounding.rest_to, one.rounding.inferred) == ("01", "löst")
    assert one.conditions[0].what == "plan"
    condition = as_plain(one.conditions[0])
    assert isinstance(condition, dict)
    assert condition["uppfylls av"] == {"av": Met.ALL.value, "utom": ["03"]}


def test_use_and_what_is_passed_on() -> None:
    one = pot()
    assert one.use is not None
    assert isinstance(one.use.end, When)
    assert (one.use.end.words, one.use.carry_over) == ("2025-12-31", "ja till 2025")
    assert one.pass_through is not None
    assert (one.pass_through.by, one.pass_through.to) == ("Region Stockholm", "RCC")
    assert isinstance(one.agency_cost, Amount)
    assert one.replaces == "betalades om i maj"


def test_everything_written_is_kept_under_its_swedish_key() -> None:
    said = as_plain(agreement())
    assert isinstance(said, dict)
    written = [line.split(":")[0] for line in TEXT.splitlines() if line[0].isalpha()]
    assert set(written) <= set(said)
    (in_pot,) = said["potter"].values()
    lines = TEXT.split("  p:\n")[1].split("utanför:", maxsplit=1)[0].splitlines()
    assert {line.strip().split(":")[0] for line in lines if line[:4] == "    " and line[4] not in " -"} <= set(in_pot)
