"""The page where a pot's rule is changed in its own sentence: the answer, the way to do the same, and bad questions."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from overens.scenario.read_scenario import read_scenario
from tests.builders import said
from tests.web.pages.sums import sums_on

POT = "/scenario/kvinnors-halsa-2024/befolkning"
FLOOR = f"{POT}?golv=20000000"


def seen(portal: TestClient, address: str) -> str:
    """Return the words of the page's main part, on one line."""
    page = portal.get(address)
    main = page.text.partition("<main")[2].partition("</main>")[0]
    bare = unescape(re.sub(r"<option.*?</option>|<[^>]+>", " ", main)).replace("\u00a0", " ")
    return " ".join(bare.split())


def field(portal: TestClient, address: str, name: str) -> str:
    """Return what stands in a field of the sentence."""
    text = portal.get(address).text
    chosen = re.search(rf'<select[^>]* name="{name}".*?<option value="([^"]*)" selected>', text, re.DOTALL)
    found = chosen or re.search(rf'<input[^>]* name="{name}" value="([^"]*)"', text)
    assert found, name
    return unescape(found[1]).replace("\u00a0", " ")


def test_the_sentence_is_filled_in_with_what_is_agreed(portal: TestClient) -> None:
    assert (field(portal, POT, "belopp"), field(portal, POT, "golv")) == ("1 367 000 000", "")
    assert field(portal, POT, "nyckel") == "befolkning@2023-11-01"
    assert "Inget är ändrat än." in seen(portal, POT)
    labelled = re.findall(r'<label class="unseen" for="(falt-[^"]+)">[^<]+</label>', portal.get(POT).text)
    fields = re.findall(r'<(?:input|select) id="(falt-[^"]+)"', portal.get(POT).text)
    assert labelled == fields != []


def test_the_answer_begins_with_one_sentence(portal: TestClient) -> None:
    assert (
        "2 regioner får mer och 19 regioner får mindre. Mest får Region Gotland: +12 089 729 kr (+152,8 %). "
        "Mest förlorar Region Stockholm: −3 539 787 kr (−1,1 %)."
    ) in seen(portal, FLOOR)
    assert "2 regions get more and 19 regions get less." in seen(portal, f"{FLOOR}&lang=en")


@pytest.mark.parametrize("query", ["golv=20000000", "belopp=1300000000&samma-summa=1", "utom=12&nyckel=lika"])
def test_every_sum_is_that_of_its_download(portal: TestClient, query: str) -> None:
    found = [*sums_on(portal, f"{POT}?{query}")]
    assert len(found) >= 8
    assert [one for one in found if one.shown != one.summed] == []


def test_each_row_is_an_identity(portal: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(portal.get(f"{POT}.csv?golv=20000000&belopp=1400000000").text)))
    assert len(rows) == 21
    for row in rows:
        steps = sum(int(value) for name, value in row.items() if name.startswith("step_"))
        assert int(row["after_kr"]) - int(row["before_kr"]) == int(row["difference_kr"]) == steps


def test_the_steps_are_attributed_in_their_order(portal: TestClient) -> None:
    shown = seen(portal, f"{POT}?golv=20000000&belopp=1400000000")
    first, second = (
        shown.index("Pottens belopp: 1 367 000 000 kr → 1 400 000 000 kr"),
        shown.index("Golv: inget golv →"),
    )
    assert first < second


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (f"{POT}?utom=12", "Får inte längre del av potten Region Skåne (−184 156 683 kr)"),
        (f"{POT}?belopp=1400000000", "staten, som lägger till 33 000 000 kr"),
        (f"{POT}?golv=1", "Ändringen flyttar inte en krona."),
        (f"{POT}?golv=1", "golvet 1 kr är lägre än vad alla redan får"),
        (f"{POT}?golv=200000000", "golven kräver 4 200 000 000 kr"),
        (f"{POT}?golv=200000000", "Därför finns inget att jämföra."),
        ("/scenario/omstallning-socialtjanst-2025/kommuner", "Fyll i det som saknas"),
        ("/scenario/omstallning-socialtjanst-2025/kommuner?nyckel=lika", "Så fördelas potten om det du antar stämmer."),
        ("/scenario/omstallning-socialtjanst-2025/kommuner?nyckel=lika&belopp=1", "Antaget på båda sidor"),
        ("/scenario/vardplatser-2023/prestation", "måste antas"),
    ],
)
def test_what_comes_of_it_is_said(portal: TestClient, asked: str, said: str) -> None:
    assert portal.get(asked).status_code == 200
    assert said in seen(portal, asked)


def test_what_is_changed_is_marked_with_what_it_was(portal: TestClient) -> None:
    assert field(portal, FLOOR, "golv") == "20 000 000"
    assert "(avtalat: inget golv)" in seen(portal, FLOOR)


def test_the_form_leads_to_the_shortest_address_and_that_to_itself(portal: TestClient) -> None:
    everything = {"utom": "", "belopp": "1 367 000 000", "nyckel": "befolkning@2023-11-01", "golv": "20 Mkr", "tak": ""}
    answer = portal.get(POT, params={**everything, "avrundning": "1", "lang": "en"})
    assert (answer.status_code, answer.headers["location"]) == (307, f"{POT}?lang=en&golv=20000000")
    as_shown = portal.get(POT, params={"belopp": "1\u00a0367\u00a0000\u00a0000", "golv": "20\u202f000\u202f000"})
    assert as_shown.headers["location"] == FLOOR
    assert portal.get(FLOOR).status_code == 200
    assert portal.get(f"{POT}?golv=").headers["location"] == POT


def test_one_can_do_the_same_on_the_command_line(portal: TestClient) -> None:
    assert 'overens simulate --change "kvinnors-halsa-2024/befolkning: gränser/golv=20 000 000 kr"' in seen(
        portal, FLOOR
    )
    sent = portal.get(f"{POT}.yaml?golv=20000000")
    assert sent.headers["content-disposition"] == (
        'attachment; filename="overens-scenario-kvinnors-halsa-2024-befolkning.yaml"'
    )
    scenario, problems = read_scenario(sent.text, file="f")
    assert said(problems) == []
    assert scenario is not None


def test_where_only_a_file_can_say_it_the_command_names_the_file_that_is_sent(portal: TestClient) -> None:
    asked = "/scenario/omstallning-socialtjanst-2025/kommuner{}?nyckel=befolkning@2024-12-31&golv=1000000{}"
    shown = seen(portal, asked.format("", ""))
    sent = portal.get(asked.format(".yaml", "&table=assumed"))
    name = sent.headers["content-disposition"].partition('"')[2].rstrip('"')
    assert f"--from {name}" in shown
    assert "andel av: befolkning" in sent.text


def test_pictures_tables_and_document(portal: TestClient) -> None:
    for address in ("/bild/skillnad.svg", "/bild/karta.svg", "/bild/karta.csv", ".csv", ".excel.csv", ".json"):
        assert portal.get(f"{POT}{address}?golv=20000000").status_code == 200, address
    answer = portal.get(f"{POT}.json?golv=20000000").json()
    assert answer["moved"]["balance"]["gained_kr"] == 14_938_140
    assert [one["command"] for one in answer["changes"]] == [
        "kvinnors-halsa-2024/befolkning: gränser/golv=20 000 000 kr"
    ]
    assert [one["name"] for one in answer["fields"] if one["changed"]] == ["golv"]


def test_it_is_answered_as_known_on_the_day(portal: TestClient) -> None:
    text = seen(portal, f"{FLOOR}&as-known-on=2024-03")
    assert "--as-known-on 2024-03-31" in text


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_what_cannot_be_read_stands_in_the_form_with_what_would_be_right(portal: TestClient, lang: str) -> None:
    asked = f"{POT}?golv=-3&tak=10%5E30&belopp=&nyckel=xyz&utom=N%C3%A4ssj%C3%B6&lang={lang}"
    answer = portal.get(asked)
    assert answer.status_code == 422
    assert (field(portal, asked, "golv"), field(portal, asked, "tak")) == ("-3", "10^30")
    assert answer.text.count('aria-invalid="true"') == answer.text.count('class="fault"') == 5
    assert portal.get(asked.replace(POT, f"{POT}.json")).json()["status"] == 422


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        (f"{POT}?golf=1", 422, "Menade du 'golv'?"),
        (f"{POT}?golv=1&golv=2", 422, "två gånger"),
        (f"{POT}?GOLV=1", 422, "känner inte till"),
        (f"{POT}?golv={'9' * 201}", 422, "tecken"),
        (f"{POT}?samma-summa=kanske", 422, "Skriv ett av: 1"),
        (f"{POT}?" + "&".join(f"a{n}=1" for n in range(200)), 422, "fält"),
        ("/scenario/kvinnors-halsa-2024/befolknin", 404, "/scenario/kvinnors-halsa-2024/befolkning"),
        ("/scenario/kvinnors-halsa-202/befolkning", 404, "finns inte"),
        ("/scenario?year=x", 422, "1990"),
        (f"{POT}.ics", 404, ".csv"),
        (f"{POT}.yaml", 404, ".json"),
    ],
)
def test_bad_questions_say_what_would_be_right(portal: TestClient, asked: str, status: int, words: str) -> None:
    answer = portal.get(asked)
    assert answer.status_code == status
    assert words in unescape(answer.text)


def test_one_chooses_among_the_pots_that_several_share(portal: TestClient) -> None:
    text = portal.get("/scenario").text
    assert f'href="{POT}"' in text
    assert "SKR" not in {row["name"] for row in csv.DictReader(io.StringIO(portal.get("/scenario.csv").text))}
    assert "Ingen pott" in seen(portal, "/scenario?q=xyzzy")


@pytest.mark.parametrize(
    "address",
    ["/avtal/kvinnors-halsa-2024", "/2024/region-gotland/kvinnors-halsa-2024/befolkning"],
)
def test_pots_lead_here(portal: TestClient, address: str) -> None:
    assert f'href="{POT}"' in portal.get(address).text


def test_two_agreements_say_who_pays_too(portal: TestClient) -> None:
    assert "Pengarna kommer från:" in seen(portal, "/avtal/kvinnors-halsa-2024/andring?fran=kvinnors-halsa-2023")
