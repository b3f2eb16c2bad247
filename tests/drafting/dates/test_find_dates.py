from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.drafting.dates.find import find_dates
from overens.drafting.model import DateRole, ReadDate
from overens.drafting.page import lay_out_page
from overens.intake.lexicon import shipped_lexicon

OTHER, APPLY, REPAY, REPORT = DateRole.OTHER, DateRole.APPLY_BY, DateRole.REPAY_BY, DateRole.REPORT_BY


def read(source: str, *, dated: str = "") -> list[ReadDate]:
    lexicon = shipped_lexicon()
    return find_dates(lay_out_page(source, lexicon.text, dated=dated), lexicon)


@pytest.mark.parametrize(
    ("source", "dates"),
    [
        ("Pengar finns från den 7 december 2021.", [("7 december 2021", "2021-12-07")]),
        ("Mötet var 7 dec. 2021.", [("7 dec. 2021", "2021-12-07")]),
        ("Mötet var den 7:e december, 2021.", [("7:e december, 2021", "2021-12-07")]),
        ("Mötet var den sjunde december 2021.", [("sjunde december 2021", "2021-12-07")]),
        ("Mötet var den sista februari 2024.", [("sista februari 2024", "2024-02-29")]),
        ("Mötet var 7.12.2021.", [("7.12.2021", "2021-12-07")]),
        ("Mötet var 2021-12-07.", [("2021-12-07", "2021-12-07")]),
        ("Mötet var 7/12 2021.", [("7/12 2021", "2021-12-07")]),
        ("Mötet var den 7/12, under 2021.", [("7/12", "2021-12-07")]),
        ("En tolftedel, 1/12, av 2021 års medel.", []),
        ("Beslutet togs i januari 2017.", [("januari 2017", "2017-01")]),
        ("Beslutet togs under november månad 2020.", [("november månad 2020", "2020-11")]),
        ("Statistiken (sep 2025) visar det.", [("sep 2025", "2025-09")]),
        ("Perioden juli–november 2022 räknas.", [("juli–november 2022", "2022-07/2022-11")]),
        ("Perioden juli till och med november 2022 räknas.", [("juli till och med november 2022", "2022-07/2022-11")]),
        ("Perioden november-februari 2022 räknas.", [("november-februari 2022", "2021-11/2022-02")]),
        ("Månaderna maj-juni 2022–2024 jämförs.", [("maj-juni 2022–2024", "2022-05/2024-06")]),
        ("Mellan mars och juni 2025 mäts det.", [("mars och juni 2025", "2025-03/2025-06")]),
        ("Mellan mars 2024 och mars 2025 steg det.", [("mars 2024", "2024-03"), ("mars 2025", "2025-03")]),
        ("I månadsskiftet augusti/september 2024.", [("augusti/september 2024", "2024-08/2024-09")]),
        ("Det mäts den 1–15 mars 2024.", [("1–15 mars 2024", "2024-03-01/2024-03-15")]),
        ("Besöket varar 31 maj - 2 juni 2015.", [("31 maj - 2 juni 2015", "2015-05-31/2015-06-02")]),
        (
            "Det betalas den 31 mars och den 30 september 2024.",
            [("31 mars", "2024-03-31"), ("30 september 2024", "2024-09-30")],
        ),
        ("Det betalas den 15 och 30 juni 2024.", [("15", "2024-06-15"), ("30 juni 2024", "2024-06-30")]),
        ("Det redovisas den 15 april 2017 respektive 2018.", [("15 april 2017", "2017-04-15"), ("2018", "2018-04-15")]),
    ],
)
def test_a_date_is_read_as_it_is_written(source: str, dates: list[tuple[str, str]]) -> None:
    assert [(date.text, date.iso) for date in read(source)] == dates


@pytest.mark.parametrize(
    "source",
    [
        "Majoriteten av pengarna gick till kommunerna 2024.",
        "Ministern Augusti Mars talade med Jan Maj om 2024.",
        "Juni-mötet och decembermätningen under 2024.",
        "Kungl. Maj:t beslutade om prop. 2016/17:1 och lagen (2020:526).",
        "Slutet av 2024, första kvartalet 2025 och åren 2024–2026.",
        "God jul 2024.",
    ],
)
def test_what_only_looks_like_a_date_is_none(source: str) -> None:
    assert read(source) == []


@pytest.mark.parametrize(
    ("source", "dated", "iso"),
    [
        ("Utredaren lämnade den 20 januari sina förslag.", "2025-01", "2025-01-20"),
        ("I november lämnade utredaren sina förslag.", "2025-01", "2024-11"),
        ("Ansökan ska vara inne senast den 1 december.", "2024-02-15", "2024-12-01"),
        ("Ansökan ska vara inne senast den 1 mars.", "2024-11", "2025-03-01"),
        ("Pengarna för 2026 ska sökas senast den 1 mars.", "2025-01", "2026-03-01"),
        ("Uppdraget slutredovisas den 20 oktober i år.", "2023-04", "2023-10-20"),
        ("Uppdraget slutredovisas den 20 mars nästa år.", "2023-04", "2024-03-20"),
        ("Det började den 1 juni 2021 och slutade den 1 mars året efter.", "2023-04", "2022-03-01"),
        ("Folkmängden mäts den 1 november året före.", "2023-04", "2022-11-01"),
        ("Uppdraget redovisas årligen 2025–2027, senast den 5 juni.", "2024-10", "2025-06-05"),
        ("Avtalet gäller 2019. Det skrevs på i mars.", "", "2019-03"),
        ("Kartläggningen görs 1 december–31 mars när det ska vara vinter.", "2023-10", "2023-12-01/2024-03-31"),
    ],
)
def test_a_year_left_out_is_inferred(source: str, dated: str, iso: str) -> None:
    date = read(source, dated=dated)[-1]
    assert (date.iso, date.year_inferred) == (iso, True)


def test_a_year_that_nothing_tells_is_not_invented() -> None:
    [date] = read("Mötet hålls den 1 mars.")
    assert (date.iso, date.year_inferred, date.impossible) == ("", False, False)


def test_a_day_that_is_not_in_the_calendar_is_impossible() -> None:
    [date] = read("Vaccineringen inleds den 31 februari 2021.")
    assert (date.text, date.iso, date.impossible) == ("31 februari 2021", "", True)


@pytest.mark.parametrize(
    ("source", "roles"),
    [
        ("Rekvisition ska lämnas senast den 1 december 2021.", [APPLY]),
        ("Pengar betalas ut efter rekvisition till myndigheten senast den 1 december 2022.", [APPLY]),
        ("Kommunerna kan ansöka till och med den 3 maj 2024.", [APPLY]),
        ("Regionen ska senast den 1 oktober 2022 meddela att den når antalet.", [APPLY]),
        ("Kommunen begär utbetalning senast den 1 oktober 2025.", [APPLY]),
        ("Medel som inte förbrukats den 1 maj 2025 ska återbetalas senast den 1 juli 2025.", [OTHER, REPAY]),
        ("Utfallet ska rapporteras för perioden maj–juni 2025 senast den 15 juli 2025.", [OTHER, REPORT]),
        ("Medel som inte har använts ska betalas tillbaka senast den 31 mars 2022.", [REPAY]),
        ("Regionen ska senast den 31 mars 2022 redovisa hur medlen använts och återbetala resten.", [REPAY]),
        ("Outnyttjade medel återbetalas senast den 31 mars 2022 då en redovisning också lämnas.", [REPAY]),
        ("En delrapport ska lämnas senast den 31 mars 2026 och en slutrapport den 1 maj 2027.", [REPORT, REPORT]),
        ("Myndigheten ska senast den 31 mars 2026 lämna förslag till modell.", [REPORT]),
        ("Underlaget för november 2020 ska vara myndigheten tillhanda senast den 11 december 2020.", [OTHER, REPORT]),
        ("Medlen ska rekvireras senast den 1 december 2024 och redovisas senast den 31 mars 2025.", [APPLY, REPORT]),
        ("Senast den 1 juni 2025 och den 1 juni 2026 ska regionen rapportera utfallet.", [REPORT, REPORT]),
        ("Förordningen träder i kraft den 1 mars 2023.", [OTHER]),
        ("Myndigheten redovisade uppdraget den 1 mars 2023.", [OTHER]),
        ("Ansökan öppnar den 1 februari 2026.", [OTHER]),
        ("Medlen betalas ut senast den 30 augusti 2025.", [DateRole.PAY_BY]),
        ("Regeringen beslutade den 14 mars 2024 om uppdraget.", [DateRole.DECIDED]),
    ],
)
def test_a_date_is_the_date_of_what_stands_nearest(source: str, roles: list[DateRole]) -> None:
    assert [date.role.chosen for date in read(source)] == roles


def test_a_day_for_paying_out_says_so_in_its_cues() -> None:
    [date] = read("Medlen betalas ut senast den 30 augusti 2025.")
    assert [(cue.words, cue.says) for cue in date.role.cues] == [("betalas ut", "betalas ut")]


def test_a_span_leads_to_the_document_as_it_was() -> None:
    source = "Sök senast den 1\u00a0decem\u00adber\r\n2021."
    [date] = read(source)
    assert source[date.span.start : date.span.end] == date.text == "1\u00a0decem\u00adber\r\n2021"


WORDS = st.sampled_from(
    [
        "den",
        "1",
        "31",
        "mars",
        "maj",
        "–",
        "-",
        "/",
        ",",
        "2024",
        "och",
        "senast",
        "till",
        "redovisas",
        "\n",
        ". ",
        "år",
        "30/6",
        "2024-02-30",
        "återbetalas",
        "sista",
        "İ",
    ]
)


@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from(["", "2024", "2024-05", "2024-05-06"]))
def test_any_words_give_dates_in_order_within_the_text(source: str, dated: str) -> None:
    dates = read(source, dated=dated)
    assert all(source[date.span.start : date.span.end] == date.text for date in dates)
    assert [date.span for date in dates] == sorted(date.span for date in dates)
    assert all(before.span.end <= after.span.start for before, after in pairwise(dates))
