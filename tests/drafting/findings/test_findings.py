"""What does not agree in a document is found, and what does gives no alarm."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overens.drafting.findings.find import find_faults
from overens.drafting.findings.model import Certainty, FindingKind, certainty_words
from overens.drafting.model import ReadTable, Unit
from overens.drafting.reading import ReadDocument
from overens.intake.register import read_register
from overens.usecases.read import read_words
from overens.vocabulary.wording import Language
from tests.builders import SHARED
from tests.drafting.made import annotated, made, table

REGISTER = read_register()
CODES = [one.code for one in REGISTER.regions]
K = FindingKind


def kinds(document: ReadDocument) -> list[FindingKind]:
    """Return the kinds of what is found."""
    return [finding.kind for finding in find_faults(document, REGISTER)]


def only(document: ReadDocument) -> str:
    """Return the one sentence that is found, with ordinary spaces."""
    (finding,) = find_faults(document, REGISTER)
    return finding.what.say().replace("\xa0", " ")


def regions(*, without: str = "", each: int = 10, **given: object) -> ReadTable:
    """Return a table of every region with the same to each."""
    rows = {one.short_name: (one.code, each) for one in REGISTER.regions if one.code != without}
    return table(rows, unit=Unit.MKR, **given)  # type: ignore[arg-type]  # what table takes, passed on


LIST = "\n\n* {350 miljoner kronor|part regions}\n* {350 miljoner kronor|part municipalities}\n* {220 miljoner kronor|part skr}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Totalt {970 miljoner kronor|total}:" + LIST, [K.PARTS_AGAINST_TOTAL]),
        ("Totalt {920 miljoner kronor|total}:" + LIST, []),
        ("Totalt {4 miljarder kronor|total}, bland annat:" + LIST, []),  # a list that plainly has not all
        ("Totalt {900 miljoner kronor|total}:" + LIST, [K.PARTS_AGAINST_TOTAL]),
        # within what drygt and the last digit allow
        (
            "{397 miljoner kronor|total}: {290 miljoner kronor|part}, drygt {86 miljoner kronor|part "
            "at_least}, drygt {20 miljoner kronor|part at_least}.",
            [],
        ),
        ("{5,5 miljarder kronor|total} varav {2,9 miljarder kronor|part} och {2,6 miljarder kronor|part}.", []),
        # some parts of a whole are no contradiction, more than all of it are
        ("{500 miljoner kronor|total}: {76,5 miljoner kronor|part rcc} och {80 miljoner kronor|part}.", []),
        (
            "{500 miljoner kronor|total}: {300 miljoner kronor|part rcc} och {280 miljoner kronor|part}.",
            [K.PARTS_AGAINST_TOTAL],
        ),
        # a complete split told as 'varav'
        ("{326 miljoner kronor|total} varav {100 miljoner kronor|earmark} och {226 miljoner kronor|earmark}.", []),
        # an earmark fits in the whole or is a finding
        ("{10 miljoner kronor|part} ska gå till SKR, varav {4 miljoner kronor|earmark}.", []),
        ("Regionerna får {44 7 500 000 kronor|total kr=447500000 as=447_500_000}.", [K.MISPRINT]),
        ("Det blir {369|part kr=369000000} respektive {323 miljoner|part}.", [K.ELLIPSIS]),
        ("Det kostar {100|other kr=100000000000}–{150 miljarder kronor|other}.", []),
        ("Det blir {5 500 000 miljoner kronor|total}.", [K.TOO_LARGE]),
        ("Senast den {31 februari 2021|date report_by}.", [K.IMPOSSIBLE_DATE]),
        (
            "{5 kr|total 2024}. Begär senast {1 december 2024|date apply_by iso=2024-12-01}, betala åter "
            "senast {31 mars 2024|date repay_by iso=2024-03-31}.",
            [K.DATE_ORDER],
        ),
        (
            "{5 kr|total 2024}. Begär senast {1 december 2024|date apply_by iso=2024-12-01}, betala åter "
            "senast {31 mars 2025|date repay_by iso=2025-03-31}.",
            [],
        ),
        ("{5 kr|total 2024}. Betala åter senast {31 mars 2023|date repay_by iso=2023-03-31}.", [K.DATE_ORDER]),
        # one thing, two sums; explained by an agency's own cost it is none
        (
            "{252 miljoner kronor|total 2024 for=god vård}.\n\nSlut.\n\nSå blir det {254 miljoner "
            "kronor|total 2024 for=god vård}.",
            [K.STATED_TWICE],
        ),
        (
            "{226 miljoner kronor|total 2024 for=läkartjänster}.\n\nSlut.\n\n{229 miljoner kronor|total "
            "2024 for=läkartjänster} inklusive {3 miljoner kronor|earmark agency 2024}.",
            [],
        ),
        (
            "{252 miljoner kronor|total 2024 for=god vård}.\n\nSlut.\n\n{254 miljoner kronor|total 2025 for=god vård}.",
            [],
        ),
        # a price times those who get it
        (
            "Drygt {60 miljoner kronor|total regions at_least}, cirka {2,9 miljoner kronor|per_unit about "
            "regions per=region} vardera.",
            [],
        ),
        (
            "{50 miljoner kronor|total regions}, {2,9 miljoner kronor|per_unit regions per=region} till var och en.",
            [K.PRICE_TIMES_COUNT],
        ),
        (
            "{5,9 miljarder kronor|total regions}, varav {100 miljoner kronor|per_unit regions per=region} "
            "i grundbelopp.",
            [],
        ),
    ],
)
def test_the_text_is_held_against_itself(text: str, expected: list[FindingKind]) -> None:
    assert kinds(made(text)) == expected


def test_an_earmark_above_its_whole() -> None:
    document = made("{10 miljoner kronor|total skr}.\n\nAv medlen är {40 miljoner kronor|earmark} bundna.")
    assert kinds(document) == []  # it finds no whole that holds it, and is then no earmark of it


ALL = 21 * 10


@pytest.mark.parametrize(
    ("columns", "text", "expected"),
    [
        ([regions(total=ALL, sums=True)], "", []),
        ([regions(total=ALL + 40, sums=False)], "", [K.TABLE_AGAINST_TOTAL]),
        ([regions(total=ALL + 5, sums=False)], "", []),  # rounding of 21 rows
        ([regions()], "Totalt {210 miljoner kronor|total regions}.", []),
        ([regions()], "Totalt {214 miljoner kronor|total regions}.", []),
        ([regions(each=65)], "Totalt {1 357 000 000 kronor|total regions}.", []),
        ([regions(each=65)], "Totalt {1 410 miljoner kronor|total regions}.", [K.TABLE_AGAINST_TEXT]),
        ([regions(each=65)], "Totalt {3 miljarder kronor|total regions}.", []),
        ([regions(without="09")], "", [K.RECIPIENT_MISSING]),
    ],
)
def test_tables_are_held_against_their_sums(columns: list[ReadTable], text: str, expected: list[FindingKind]) -> None:
    assert kinds(made(text or "Hej.", tables=columns)) == expected


def test_who_is_missing_is_named_once_for_columns_beside_each_other() -> None:
    columns = [regions(without="09", header="År 1"), regions(without="09", header="År 2")]
    assert only(made("Hej.", tables=columns)) == "Dessa står inte i 'År 1': Gotland."


def rows(*extra: tuple[str, str, int | str | None]) -> list[tuple[str, str, int | str | None]]:
    return [*((one.short_name, one.code, 10) for one in REGISTER.regions), *extra]


@pytest.mark.parametrize(
    ("extra", "expected", "words"),
    [
        (("Skåne", "12", 10), K.RECIPIENT_TWICE, "Skåne står 2 gånger i tabellen."),
        (("Malmö", "12", 10), K.CODE_SHARED, "Skåne, Malmö i tabellen lästes som en och samma mottagare (12)."),
        (("Sametinget", "", 10), K.NOT_A_RECIPIENT, "'Sametinget' i tabellen är ingen av de kända mottagarna."),
    ],
)
def test_odd_names_in_a_table(extra: tuple[str, str, int], expected: FindingKind, words: str) -> None:
    document = made("Hej.", tables=[table(rows(extra))])
    assert (kinds(document), only(document)) == ([expected], words)


def test_a_row_in_another_unit() -> None:
    document = made("Hej.", tables=[table(rows(("Sametinget", "", 10_000_000)), unit=Unit.MKR)])
    assert sorted(kinds(document)) == sorted([K.MIXED_UNITS, K.NOT_A_RECIPIENT])
    assert (
        kinds(made("Hej.", tables=[table([(f"r{n}", "", -5 if n == 3 else 5) for n in range(9)], unit=Unit.MKR)])) == []
    )


def test_a_row_whose_price_is_not_that_of_the_others() -> None:
    counts = {f"Region {code}": (code, 3) for code in CODES}
    sums = {f"Region {code}": (code, 27 if code == "05" else 30) for code in CODES}
    document = made("Hej.", tables=[table(counts, unit=Unit.COUNT), table(sums)])
    assert only(document) == "Region 05: 3 × 10 kr är 30 kr, men där står 27 kr."


def test_a_deadline_that_had_passed_when_the_document_came() -> None:
    text = "{5 kr|total 2021}. Begär senast {1 december 2021|date apply_by iso=2021-12-01}."
    assert kinds(made(text, dated="2022-02")) == [K.DATE_ORDER]
    assert kinds(made(text, dated="2021-12")) == []


def test_every_finding_is_said_in_both_languages_and_has_a_place() -> None:
    document = made(
        "Totalt {970 miljoner kronor|total}:" + LIST, tables=[regions(total=ALL + 40, sums=False, without="09")]
    )
    found = find_faults(document, REGISTER)
    assert len(found) == 3
    for finding in found:
        swedish, english = (finding.what.say(language) for language in Language)
        assert swedish != english
        assert finding.where
        assert finding.where == tuple(sorted(finding.where))
        assert certainty_words(finding.sure).sv == finding.sure.value
    assert {finding.sure for finding in found} == set(Certainty)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 10**12), st.sampled_from(["total", "part", "earmark", "per_unit", "change"])),
        max_size=12,
    )
)
def test_no_document_raises(sums: list[tuple[int, str]]) -> None:
    find_faults(made(". ".join(f"{{{kr} kr|{role}}}" for kr, role in sums) or "Hej."), REGISTER)


def test_of_the_annotated_documents_only_those_with_faults_have_findings() -> None:
    found = sorted((SHARED / "gold" / "dev").glob("*.json"))
    if not found:
        pytest.skip("../shared/gold is not here: the annotated documents cannot be checked")
    assert {path.name[:3]: kinds(document) for path in found if kinds(document := annotated(path))} == {
        "g10": [K.PARTS_AGAINST_TOTAL],
        "g50": [K.RECIPIENT_MISSING, K.TABLE_AGAINST_TOTAL, K.TABLE_AGAINST_TOTAL],
    }


def test_a_payment_before_its_decision() -> None:
    text = "{5 kr|total 2024} betalas ut {1 mars 2024|date pay_by iso=2024-03-01}. Beslut {9 mars 2024|date decided iso=2024-03-09}."
    assert only(made(text)) == "Betalningen (1 mars 2024) ligger före beslutet (9 mars 2024)."
    assert kinds(made(text.replace("2024-03-09", "2024-02-09"))) == []


def test_a_cell_that_is_read_otherwise_than_it_is_printed() -> None:
    rows = "".join(
        f"| {name} | {kr} |\n"
        for name, kr in (("Stockholm", "45 500 840"), ("Uppsala", "544 99 160"), ("Skåne", "1 000 000"))
    )
    document = read_words(f"| Region | Kronor |\n| --- | --- |\n{rows}")
    said = [finding.what.say().replace("\xa0", " ") for finding in find_faults(document, REGISTER)]
    assert "Uppsala: '544 99 160' är feltryckt och lästes som 54 499 160 kr." in said
