"""A document beside agreements: which it is about, and what is the same, other or missing."""

from __future__ import annotations

from overens.agreement.model import Agreement
from overens.drafting.against.compare import compare
from overens.drafting.against.find import find_agreement, find_for, picked
from overens.drafting.against.model import Compared, Likeness
from overens.drafting.findings.model import Certainty
from overens.drafting.reading import ReadDocument
from overens.drafting.sums import tree_of_sums
from overens.vocabulary.names import slug
from tests.builders import read
from tests.drafting.made import made


def agreement(name: str, year: int, total: str, pots: str = "", more: str = "") -> Agreement:
    """Return an agreement of the year with the total, and one pot to regions unless others are given."""
    pots = pots or f"  a: {{namn: A, belopp: {total}, källa: k, till: SKR}}\n"
    return read(
        f"id: {slug(name.partition(' ')[0])}-{year}\nnamn: {name} {year}\nslag: överenskommelse\navser: {year}\n"
        f"beslutad: ej funnet\nstatus: beslutad\n"
        f"belopp: {total}\nkälla: k\nkällor:\n  k: {{titel: K}}\npotter:\n{pots}{more}"
    ).agreement


CANCER = [
    agreement("Cancervård med kortare väntetider", year, f"{400 + year - 2020} Mkr") for year in (2020, 2021, 2022)
]
OTHERS = [agreement("Ambulansflyg i glesbygd", 2021, "401 Mkr"), agreement("Tandhälsa för äldre", 2021, "90 Mkr")]


def test_name_year_and_total_make_it_certain() -> None:
    document = made(
        "Överenskommelsen om {cancervård med kortare väntetider|name} är på {401 miljoner kronor|total 2021}."
    )
    found = find_agreement(document, [*CANCER, *OTHERS])
    assert [one.agreement.id for one in found] == ["cancervard-2021", "ambulansflyg-2021"]
    assert (found[0].sure, found[1].sure) == (Certainty.CERTAIN, Certainty.POSSIBLE)
    assert [reason.say() for reason in found[0].reasons] == [
        "namnet liknar 'Cancervård med kortare väntetider 2021'",
        "samma år (2021)",
        "samma belopp (≈\xa0401\xa0000\xa0000\xa0kr)",
    ]


def test_among_equals_none_is_picked() -> None:
    twin = agreement("Cancervård med kortare väntetider", 2021, "401 Mkr")
    document = made("{Cancervård med kortare väntetider|name}: {401 miljoner kronor|total 2021}.")
    found = find_agreement(document, [CANCER[1], twin])
    assert {one.sure for one in found} == {Certainty.POSSIBLE}
    assert picked(found) is None


def test_a_total_alone_picks_none() -> None:
    document = made("Regionerna får {401 miljoner kronor|total regions 2021 for=bibliotek}.")
    (whole,) = tree_of_sums(document)
    assert picked(find_for(document, whole, [*CANCER[:1], *OTHERS])) is None


def test_a_sum_of_another_size_is_of_another_thing_unless_the_document_names_the_agreement() -> None:
    words = "{4 miljoner kronor|total agency 2021 for=cancervård med kortare väntetider} går till en utredning."
    document = made(words)
    (whole,) = tree_of_sums(document)
    assert picked(find_for(document, whole, [*CANCER, *OTHERS])) is None
    named = made(f"Överenskommelsen om {{cancervård med kortare väntetider|name}}: {words}")
    (whole,) = tree_of_sums(named)
    found = picked(find_for(named, whole, [*CANCER, *OTHERS]))
    assert found is not None
    assert found.id == "cancervard-2021"


def test_a_rival_with_a_pot_of_the_very_sum_makes_it_unsure() -> None:
    pots = "  a: {namn: A, belopp: 390 Mkr, källa: k, till: SKR}\n  b: {namn: B, belopp: 60 Mkr, källa: k, till: SKR}\n"
    rival = agreement("Kortare restider", 2021, "450 Mkr", pots)
    document = made("{390 miljoner kronor|total 2021 for=cancervård med kortare väntetider}")
    (whole,) = tree_of_sums(document)
    found = find_for(document, whole, [CANCER[1], rival])
    assert picked(found) is None
    assert "en pott på samma belopp (≈\xa0390\xa0000\xa0000\xa0kr)" in [
        reason.say() for one in found for reason in one.reasons
    ]


def test_a_little_word_and_the_word_for_an_agreement_are_no_name() -> None:
    tillgang = agreement("Tillgänglighet för äldreomsorg, överenskommelsen", 2021, "80 Mkr")
    document = made("Överenskommelsen om stöd till äldre ger {3 miljoner kronor|total 2021}.")
    assert find_agreement(document, [tillgang, *OTHERS]) == ()


def test_a_whole_is_found_by_its_own_heading() -> None:
    document = made("# Vården 2021\n\n## Till tandhälsa för äldre\n\nDet blir {90 miljoner kronor|total 2021}.\n")
    (whole,) = tree_of_sums(document)
    found = picked(find_for(document, whole, [*CANCER, *OTHERS]))
    assert found is not None
    assert found.id == "tandhalsa-2021"


POTS = """\
  rcc: {namn: Till RCC, belopp: 76 500 000 kr, källa: k, till: RCC}
  barn: {namn: Barncancer, belopp: 82 Mkr, källa: k, till: SKR}
  ovrigt: {namn: Resten, belopp: ej funnet, källa: k, till: ej angivet}
"""
POTS_BEFORE = """\
  rcc: {namn: Till RCC, belopp: 48 Mkr, källa: k, till: RCC}
  o: {namn: O, belopp: ej funnet, källa: k, till: SKR}
"""
BEFORE = agreement("Cancervård", 2020, "480 Mkr", POTS_BEFORE)
MORE = """\
utanför: [{namn: Forskning, belopp: 5 Mkr, källa: k}]
rekvisition: {senast: 2021-12-01, källa: k}
återbetalning: [{senast: 2022-03-31, källa: k}]
"""
NOW = agreement("Cancervård", 2021, "500 Mkr", POTS, MORE)
DOCUMENT = made(
    "Cancervården får {500 miljoner kronor|total 2021}. {76,5 miljoner kronor|part rcc 2021} går till RCC, en ökning med "
    "{28,5 miljoner kronor|change rcc 2021}, och {80 miljoner kronor|part 2021 for=barncancer} till barncancer. "
    "{7 miljoner kronor|earmark 2021 for=register} är bundet.\n\n"
    "Rekvirera senast {1 december 2021|date apply_by iso=2021-12-01}, återbetala senast {30 april 2022|date repay_by iso=2022-04-30}, "
    "redovisa senast {1 juni 2022|date report_by iso=2022-06-01}."
)


def said(document: ReadDocument, before: Agreement | None) -> dict[str, Likeness]:
    """Return each value that was compared, by what it is called."""
    (whole,) = tree_of_sums(document)
    return {one.what.say(): one.likeness for one in compare(document, whole, NOW, before)}


def test_each_value_is_the_same_other_or_missing() -> None:
    assert said(DOCUMENT, BEFORE) == {
        "hela beloppet": Likeness.SAME,
        "Till RCC": Likeness.SAME,
        "Barncancer": Likeness.OTHER,
        "Resten": Likeness.NOT_IN_DOCUMENT,
        "register": Likeness.NOT_IN_LIBRARY,
        "Forskning": Likeness.NOT_IN_DOCUMENT,
        "sista dag att begära pengarna": Likeness.SAME,
        "sista dag att betala tillbaka": Likeness.OTHER,
        "sista dag att redovisa": Likeness.NOT_IN_LIBRARY,
        "ändringen från året före": Likeness.SAME,
    }


def test_a_change_needs_the_year_before() -> None:
    assert said(DOCUMENT, None)["ändringen från året före"] is Likeness.NOT_IN_LIBRARY


def test_each_value_leads_to_both_places() -> None:
    (whole,) = tree_of_sums(DOCUMENT)
    text = DOCUMENT.page.clean.source
    found: dict[str, Compared] = {one.what.say(): one for one in compare(DOCUMENT, whole, NOW)}
    span = found["Barncancer"].span
    assert span is not None
    assert (text[span.start : span.end], found["Barncancer"].path) == ("80 miljoner kronor", "potter.barn.belopp")


HALVES = """\
  forsta: {namn: Första halvan, belopp: 60 Mkr, källa: k, till: regioner, fördelning: ej publicerad}
  andra: {namn: Andra halvan, belopp: 60 Mkr, källa: k, till: regioner, fördelning: ej publicerad}
  ovrigt: {namn: Till SKR, belopp: 380 Mkr, källa: k, till: SKR}
"""


def test_what_is_paid_out_of_an_agreement_is_not_held_against_all_of_it() -> None:
    halved = agreement("Cancervård", 2021, "500 Mkr", HALVES)
    document = made(
        "Nu betalas {60 miljoner kronor|total regions 2021} ut. Avtalet ger SKR {380 miljoner kronor|total 2021}."
    )
    paid, other = tree_of_sums(document)
    compared = {one.what.say(): one for one in compare(document, paid, halved, None, [paid, other])}
    assert compared["Första halvan eller Andra halvan"].likeness is Likeness.SAME
    assert compared["Till SKR"].likeness is Likeness.SAME
    assert compared["hela beloppet"].likeness is Likeness.NOT_IN_DOCUMENT
    small = made("Nu betalas {70 miljoner kronor|total regions 2021} ut.")
    compared = {one.what.say(): one for one in compare(small, tree_of_sums(small)[0], halved)}
    assert compared["mindre än hela beloppet"].likeness is Likeness.NOT_IN_LIBRARY


def test_an_earmark_is_what_lies_outside_where_the_sums_are_the_same() -> None:
    document = made(
        "Cancervården får {500 miljoner kronor|total 2021}, varav {5 miljoner kronor|earmark 2021 for=annat}."
    )
    (whole,) = tree_of_sums(document)
    compared = {one.what.say(): one for one in compare(document, whole, NOW)}
    assert (compared["Forskning"].likeness, compared["Forskning"].path) == (Likeness.SAME, "utanför.0.belopp")


def test_an_earlier_sum_of_several_years_is_not_that_of_the_year_before() -> None:
    document = made(
        "Cancervården får {500 miljoner kronor|total 2021}, tidigare {900 miljoner kronor|previous 2019-2020}."
    )
    (whole,) = tree_of_sums(document)
    assert "året före" not in {one.what.say() for one in compare(document, whole, NOW, BEFORE)}
