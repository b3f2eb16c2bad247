"""Sums, earmarks, sources, names and sizes of an agreement: each problem at its place, in both languages."""

from __future__ import annotations

import pytest

from overens.vocabulary.problems import Severity
from tests.builders import EN, agreement_text, block, one_pot, place_of, problems_in, said


def pot(name: str, amount: str, more: str = "") -> str:
    return f"{name}:\n  namn: {name.upper()}\n  belopp: {amount}\n  till: ej angivet\n  källa: k\n{block(more, 2)}"


# --- sums ---------------------------------------------------------------------------


def test_pots_must_sum_to_the_whole() -> None:
    problems = problems_in(agreement_text(pot("a", "60 kr") + pot("b", "30 kr"), total="100 kr"))
    assert said(problems) == [
        "prov.yaml:7:9: Beloppet är 100 kr men potterna summerar till 90 kr; det skiljer −10 kr. "
        "Rätta ett belopp, eller lägg till den pott som saknas."
    ]
    assert said(problems, EN) == [
        "prov.yaml:7:9: The amount is 100 kr but the pots sum to 90 kr; the difference is −10 kr. "
        "Mend an amount, or add the pot that is missing."
    ]


def test_pots_must_sum_to_the_pot_they_are_in() -> None:
    inner = block("potter:\n" + block(pot("b", "60 kr") + pot("c", "50 kr"), 2))
    text = agreement_text(
        pot("a", "100 kr", inner).replace("  till: ej angivet\n  källa: k\n  potter", "  källa: k\n  potter")
    )
    (problem,) = said(problems_in(text))
    assert problem.startswith(
        "prov.yaml:14:13: Beloppet är 100 kr men potterna summerar till 110 kr; det skiljer 10 kr."
    )


@pytest.mark.parametrize(
    ("whole", "parts", "fine"),
    [
        ("100 kr", ["60 kr", "40 kr"], True),
        ("397 Mkr", ["290 Mkr", "drygt 86 Mkr", "drygt 20 Mkr"], True),
        ("375 Mkr", ["290 Mkr", "drygt 86 Mkr"], True),
        ("379 Mkr", ["290 Mkr", "drygt 86 Mkr"], False),
        ("1,7 miljarder kr", ["1 000 Mkr", "740 Mkr"], True),
        ("1,7 miljarder kr", ["1 000 Mkr", "760 Mkr"], False),
        ("upp till 100 kr", ["60 kr"], True),
        ("upp till 100 kr", ["101 kr"], False),
        ("100 kr", ["60 kr", "ej funnet"], True),
        ("100 kr", ["101 kr", "ej funnet"], False),
        ("ej funnet", ["101 kr"], True),
        ("0 kr", ["0 kr"], True),
        ("1 000 000 000 000 kr", ["999 999 999 999 kr", "1 kr"], True),
    ],
)
def test_exact_amounts_sum_to_the_krona_and_rough_ones_within_their_intervals(
    whole: str, parts: list[str], fine: bool
) -> None:
    pots = "".join(pot(name, amount) for name, amount in zip("abc", parts, strict=False))
    problems = said(problems_in(agreement_text(pots, total=whole)))
    assert [problem.split(": ")[0] for problem in problems] == ([] if fine else ["prov.yaml:7:9"])


def test_the_known_pots_must_not_be_more_than_the_whole() -> None:
    problems = problems_in(agreement_text(pot("a", "101 kr") + pot("b", "ej funnet"), total="100 kr"))
    assert said(problems) == [
        "prov.yaml:7:9: De kända potterna summerar till 101 kr, mer än beloppet 100 kr. Rätta ett belopp."
    ]
    assert said(problems, EN) == [
        "prov.yaml:7:9: The known pots sum to 101 kr, more than the amount 100 kr. Mend an amount."
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        ("beslutad: 2023-12-20", "beslutad: 2021-02-31"),
        ("status: beslutad", "status: beslutat"),
        ("slag: överenskommelse", "slag: överenskomelse"),
        ("avser: 2024", "avser: nästa år"),
        ("källa: k\nkällor", "utbetalare: [a]\nkälla: k\nkällor"),
        ("namn: Prov", "namn: ''"),
    ],
)
def test_a_wrong_value_does_not_hide_a_sum_that_does_not_add_up(wrong: tuple[str, str]) -> None:
    found = said(problems_in(agreement_text(pot("a", "60 kr"), total="100 kr").replace(*wrong, 1)))
    assert len(found) == 2
    assert any("potterna summerar till 60 kr" in problem for problem in found)


def test_a_pot_that_cannot_be_read_is_no_sum_that_does_not_add_up() -> None:
    (problem,) = said(problems_in(agreement_text(pot("a", "60 kr") + pot("b", "40.0 Mkr"), total="100 kr")))
    assert "'40.0' är fel grupperat eller har decimalpunkt." in problem


# --- earmarks -----------------------------------------------------------------------

EARMARK = "öronmärkt:\n  - {{namn: x, belopp: {}, källa: k{}}}"


def test_an_earmark_above_its_pot() -> None:
    problems = problems_in(one_pot("belopp: 100 kr\ntill: ej angivet\n" + EARMARK.format("101 kr", "")))
    assert said(problems) == [
        "prov.yaml:18:27: Öronmärkningen 101 kr är större än sin pott, 100 kr. "
        "Rätta beloppet, eller ange 'mottagarnas egna: ja' om pengarna inte är statens."
    ]
    assert said(problems, EN)[0].startswith("prov.yaml:18:27: The earmark 101 kr is larger than its pot, 100 kr.")


@pytest.mark.parametrize(
    ("amount", "more"), [("100 kr", ""), ("ej funnet", ""), ("101 kr", ", mottagarnas egna: ja"), ("drygt 99 kr", "")]
)
def test_an_earmark_that_may_be_within_its_pot(amount: str, more: str) -> None:
    assert problems_in(one_pot("belopp: 100 kr\ntill: ej angivet\n" + EARMARK.format(amount, more))) == []


def test_an_earmark_of_the_agreement() -> None:
    text = agreement_text(pot("a", "100 kr"), total="100 kr", more=EARMARK.format("101 kr", ""))
    (problem,) = said(problems_in(text))
    assert problem.startswith("prov.yaml:18:23: Öronmärkningen 101 kr är större än sin pott, 100 kr.")


# --- sources ------------------------------------------------------------------------


def test_an_unknown_source_is_named_with_the_nearest() -> None:
    text = agreement_text(pot("a", "1 kr").replace("källa: k", "källa: tabel")).replace(
        "  k:", "  tabell: {titel: T}\n  k:"
    )
    problems = problems_in(text)
    assert said(problems) == ["prov.yaml:17:12: Källan 'tabel' finns inte under 'källor'. Menade du 'tabell'?"]
    assert said(problems, EN) == ["prov.yaml:17:12: The source 'tabel' is not under 'källor'. Did you mean 'tabell'?"]


@pytest.mark.parametrize(
    "more",
    [
        "skyldigheter:\n  - {vad: x, vem: y, senast: 2024, källa: zzz}",
        "rekvisition: {behov: krävs, källa: zzz}",
        "utbetalning: [{datum: 2024, källa: zzz}]",
        "öronmärkt: [{namn: x, belopp: 1 kr, källa: zzz}]",
        "återbetalning: [{senast: 2025-03-31, källa: [k, zzz]}]",
        "villkor: [{krav: x, uppfylls av: alla, källa: zzz}]\nej intjänat: {blir: förfaller, källa: k}",
    ],
)
def test_an_unknown_source_is_found_wherever_it_is_named(more: str) -> None:
    text = agreement_text(pot("a", "1 kr", more))
    (problem,) = said(problems_in(text))
    assert problem.startswith(f"{place_of('zzz', text)}: Källan 'zzz' finns inte under 'källor'.")


def test_a_value_without_a_source_is_a_problem() -> None:
    assert said(problems_in(agreement_text(pot("a", "1 kr").replace("  källa: k\n", "")))) == [
        "prov.yaml:12:3: 'källa' saknas. Lägg till 'källa:' här."
    ]


def test_a_wrong_item_in_a_list_does_not_move_the_place_of_the_next() -> None:
    more = "skyldigheter:\n  - {vad: x}\n  - {vad: x, vem: y, senast: 2024, källa: zzz}"
    text = agreement_text(pot("a", "1 kr"), more=more)
    assert any(problem.startswith(f"{place_of('zzz', text)}: Källan 'zzz'") for problem in said(problems_in(text)))


# --- names and sizes ----------------------------------------------------------------


def test_two_pots_with_one_name_at_any_depth() -> None:
    text = agreement_text(
        "a:\n  namn: A\n  belopp: 1 kr\n  källa: k\n  potter:\n" + block(pot("b", "1 kr"), 4) + pot("b", "1 kr")
    )
    problems = problems_in(text)
    assert said(problems) == [
        "prov.yaml:22:3: Två potter heter 'b'; den första på rad 17. Ge dem olika namn: potten pekas ut som AVTAL/POTT."
    ]
    assert said(problems, EN)[0].startswith("prov.yaml:22:3: Two pots are called 'b'; the first on line 17.")


def test_more_than_the_state_has_is_a_warning() -> None:
    (problem,) = problems_in(one_pot("belopp: 1 000 000 000 000 000 kr\ntill: ej angivet"))
    assert problem.severity is Severity.WARNING
    assert said([problem]) == [
        "prov.yaml:15:13: varning: Beloppet 1 000 000 000 000 000 kr är större än hela statsbudgeten. "
        "Kontrollera antalet nollor."
    ]


@pytest.mark.parametrize(
    ("amount", "part"),
    [
        ("-5 kr", "är negativt"),
        ("1.5 Mkr", "decimalpunkt"),
        ("544 99 160 kr", "fel grupperat"),
        ("100", "saknar känd enhet"),
        ("", ""),
    ],
)
def test_money_written_wrongly_is_one_problem_at_its_place(amount: str, part: str) -> None:
    (problem,) = said(problems_in(one_pot(f"belopp: {amount}\ntill: ej angivet")))
    assert problem.startswith("prov.yaml:15:1")
    assert part in problem
