"""Every total on every page is that of its downloads, to the krona, and every number says in full what it shows in words."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from io import StringIO

import pytest
from starlette.testclient import TestClient

from overens.usecases.library import Library
from overens.web.form import Form
from tests.web.addresses import THIRDS
from tests.web.page_reader import Number, Page
from tests.web.walking import Walked, library_of, places, some_places, walk, whys

NEWEST = 2024
UNITS = {"kr": 1, "Mkr": 10**6, "mkr": 10**6, "miljoner": 10**6, "million": 10**6, "mdkr": 10**9}
NUMBER = re.compile(r"([−+]?)\s*(\d[\d\s]*)(?:[,.](\d+))?\s*(\w*)")


@pytest.fixture(scope="module")
def library(portal: TestClient) -> Library:
    return library_of(portal)


def test_every_place_of_a_year(library: Library) -> None:
    _check(walk(library, f"/{NEWEST}/{word}") for _, word in places(library))


def test_places_of_the_other_years(library: Library) -> None:
    _check(
        walk(library, f"/{year}/{word}")
        for year in sorted(library.years - {NEWEST})
        for word in some_places(library, year)
    )


def test_every_year_and_list(library: Library) -> None:
    _check(walk(library, address) for address in _of_years(library))


def test_every_agreement(library: Library) -> None:
    _check(walk(library, f"/avtal/{name}") for name in sorted(library.readings))


def test_changes_and_calendars_of_places(library: Library) -> None:
    _check(
        walk(library, f"/{year}/{word}/{page}")
        for year in sorted(library.years)
        for word in some_places(library, year)[:6]
        for page in ("andring", "kalender")
    )


def test_every_pot_that_is_earned(library: Library) -> None:
    pots = [f"/prestation/{row['agreement']}/{row['pot']}" for row in walk(library, "/prestation").rows("pots")]
    _check(walk(library, address) for address in ("/prestation", *pots))
    bup = "/prestation/tillganglighet-2024/bup"
    _check(walk(library, f"{bup}{word}?{THIRDS}") for word in ("", "/region-jonkopings-lan", "/region-gotland"))


def test_why(library: Library) -> None:
    words = ("vastra-gotalandsregionen", "nassjo", "jonkopings-lan", "region-gotland", "stockholm")
    _check(walk(library, address) for word in words for address in whys(library, NEWEST, word))


def test_scenarios(library: Library) -> None:
    women, cancer = "/scenario/kvinnors-halsa-2024/befolkning", "/scenario/cancer-2018/svf"
    questions = (
        "",
        "?golv=20000000",
        "?belopp=1300000000&samma-summa=1",
        "?tak=1",
        "?nyckel=lika&utom=01",
        "?golv=200000000",
    )
    _check(walk(library, address) for address in ("/scenario", cancer, *(f"{women}{one}" for one in questions)))
    _check(
        [walk(library, f"{cancer}?nyckel=lika&villkor-1=alla&villkor-2=alla&villkor-2-utom=09&ej-intjanat=bonuspott")]
    )


def test_a_sum_that_is_not_that_of_its_download_is_seen(library: Library) -> None:
    """Else the tests above would pass whatever they are given."""
    one = walk(library, f"/{NEWEST}/nassjo")
    number = next(number for number in one.page.numbers if number.column)
    rows = one.rows(number.table)
    assert _sum(rows, number) == number.value != 0
    assert _sum([row for row in rows if not row[number.column]], number) != number.value
    assert _says(replace(number, text="≈ 3,4 Mkr", value=3_350_000))
    assert not _says(replace(number, text="≈ 3,4 Mkr", value=3_340_000))
    assert not _says(replace(number, text="3 400 001 kr", value=3_400_000))


def test_each_download_answers_at_its_address(portal: TestClient, library: Library) -> None:
    """What is read above without a server is what the portal sends."""
    for address in ("/2024/nassjo", "/2024", "/avtal/kvinnors-halsa-2024", "/2024/nassjo/kalender", "/2024/andring"):
        walked = walk(library, address)
        for name in walked.answer.tables:
            for form in (Form.CSV, Form.EXCEL):
                sent = portal.get(f"{address}{form.value}", params={"table": name})
                text = sent.content.decode("utf-8-sig")
                separator = ";" if form is Form.EXCEL else ","
                assert list(csv.DictReader(StringIO(text), delimiter=separator)) == walked.rows(name, form), (
                    address,
                    name,
                )


def test_every_pot_of_an_agreement_adds_up(library: Library) -> None:
    """Awarded + lapsed + undistributed = the pot: in the download, on the page, and in the document."""
    for name in sorted(library.readings):
        walked = walk(library, f"/avtal/{name}")
        rows, pots = walked.rows("tree"), walked.document()["pots"]
        assert [row["path"].split("/")[-1] for row in rows if row["state"]] == [pot["id"] for pot in pots], name
        for row in rows:
            if row["amount_kr"]:
                parts = [int(row[column] or 0) for column in ("awarded_kr", "lapsed_kr", "undistributed_kr")]
                assert sum(parts) == int(row["amount_kr"]), (name, row)
        assert "tilldelat + förfallet + ej fördelat = belopp" in walked.html, name
        shown = [number.value for number in walked.page.numbers]
        assert {int(row["amount_kr"]) for row in rows if row["amount_kr"]} <= {*shown}, name


def test_documents_sum_as_their_pages(library: Library) -> None:
    for _, word in places(library)[::9]:
        walked = walk(library, f"/{NEWEST}/{word}")
        document, numbers = walked.document(), walked.page.numbers
        for name in ("certain_kr", "inferred_kr"):
            shown = next((one.value for one in numbers if (one.table, one.column) == ("agreements", name)), 0)
            assert document[name] == shown, (word, name)
    for name in sorted(library.readings):
        walked = walk(library, f"/avtal/{name}")
        awarded = next(one.value for one in walked.page.numbers if one.column == "awarded_kr")
        document = walked.document()
        awards = [award["awarded_kr"] for pot in document["pots"] for award in pot["awards"]]
        assert document["awarded_kr"] == sum(awards) == awarded, name


def _of_years(library: Library) -> Iterator[str]:
    yield from ("/", "/avtal", "/tidiga-besked")
    for year in sorted(library.years):
        yield f"/avtal?year={year}"
        for page in ("", "/alla-bidrag", "/kalender", "/andring", "/tidiga-besked", "/pressmeddelande"):
            yield f"/{year}{page}"


def _check(walked: Iterable[Walked]) -> None:
    wrong = [f"{one.asked.target.path}: {what}" for one in walked for what in _wrong(one)]
    assert not wrong, f"{len(wrong)}:\n" + "\n".join(wrong[:40])


def _wrong(walked: Walked) -> Iterator[str]:
    page = walked.page
    yield from _unmarked(page, alone=walked.view.name == "why")
    for number in page.numbers:
        if not _says(number):
            yield f"{number.text!r} is not {number.value}"
        if number.column:
            table = number.table or next(iter(walked.answer.tables))
            assert {*number.column.split(), *number.where} <= {*walked.answer.tables[table].names}, number
            for form in (Form.CSV, Form.EXCEL):
                found = _sum(walked.rows(table, form), number)
                if found != number.value:
                    yield f"{number.value} on the page, {found} in {table}{form.value}: {number}"


def _unmarked(page: Page, *, alone: bool) -> Iterator[str]:
    """Yield sums that do not say what they are the sums of.

    Args:
        alone: Whether the page is about one pot, and may say what that is a part of.
    """
    for number in page.numbers:
        if number.is_sum and not number.column:
            yield f"a sum of no column: {number}"
    for text, numbers in page.big:
        if re.search(r"\d\s*M?kr", text) and not numbers and not alone:
            yield f"kronor that are not marked: {text!r}"


def _sum(rows: Sequence[dict[str, str]], number: Number) -> int:
    chosen = [row for row in rows if all(row[name] == value for name, value in number.where.items())]
    return sum(int(row[name]) for row in chosen for name in number.column.split() if row[name])


def _says(number: Number) -> bool:
    """Return whether the words are the number, rounded as far as they say."""
    for sign, whole, decimals, unit in NUMBER.findall(number.text):
        said = Fraction(re.sub(r"\s", "", whole) + (f".{decimals}" if decimals else ""))
        size = UNITS.get(unit, 10**6 if decimals else 1)
        off = abs(number.value - (-1 if sign == "−" else 1) * said * size)
        if off <= (Fraction(size, 2 * 10 ** len(decimals)) if size > 1 else 0):
            return True
    return False
