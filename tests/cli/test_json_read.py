"""overens read FILE --json: the shape of the annotations, and beside it how sure each value is and where it stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import overens
from tests.cli.shapes import KR_OR_NULL, WORDS_OR_NULL, has
from tests.drafting.press_release import SENTENCE, TEXT, release

__all__ = ["release"]

ANNOTATED = {
    "amounts": "text start end value_kr approx role purpose recipient period per_year recipient_explicit",
    "tables": "header unit total sums_ok rows",
    "dates": "text start end iso role",
}


@pytest.fixture
def document(release: Path) -> Any:
    return overens("read", release, "--json").json


@pytest.mark.parametrize("part", ANNOTATED)
def test_the_keys_of_the_annotations_are_there(document: Any, part: str) -> None:
    assert document[part]
    for one in document[part]:
        assert set(ANNOTATED[part].split()) <= set(one)


def test_every_value_stands_where_it_says(document: Any) -> None:
    for one in (*document["amounts"], *document["dates"], *document["agreement_places"], *document["passages"]):
        assert TEXT[one["start"] : one["end"]] == one["text"]
    for amount in document["amounts"]:
        start, end = amount["sentence"]["start"], amount["sentence"]["end"]
        assert start <= amount["start"] < amount["end"] <= end
        assert TEXT.count("\n", 0, amount["start"]) + 1 == amount["line"]


def test_an_amount_says_how_sure_it_is_and_what_else_it_may_be(document: Any) -> None:
    amount = document["amounts"][3]

    has(amount, sure=bool, alternatives=dict, cues=list, per_unit=str, printed_as=str, section=str, exact_to=int)
    assert (amount["role"], amount["sure"]) == ("earmark", False)
    assert amount["alternatives"] == {"role": ["outside"], "recipient": []}
    sentence = amount["sentence"]
    assert TEXT[sentence["start"] : sentence["end"]].strip() == SENTENCE


def test_the_other_parts_have_their_keys(document: Any) -> None:
    has(document, file=str, agreements=list, findings=list, sums=list)
    has(document["document"], file=str, sha256=str, format=str, encoding=WORDS_OR_NULL, characters=int, dated=str)
    has(document["document"], pages=KR_OR_NULL, notes=list)
    (table,) = document["tables"]
    has(table, caption=str, start=int, end=int, line=int, is_list=bool, sure=bool)
    assert (table["unit"], table["total"], table["sums_ok"]) == ("Mkr", 51, False)
    row = table["rows"][0]
    assert (row["name"], row["code"], row["value"], row["printed"]) == ("Norrvik", "01", 20, "20")
    assert [(date["iso"], date["role"], date["date_of"], date["impossible"]) for date in document["dates"]] == [
        ("2031-03-03", "apply_by", "apply_by", False),
        ("", "other", "pay_by", True),
    ]
    assert document["agreements"] == ["Överenskommelse om hamnar 2031"]
    (passage,) = document["passages"]
    assert (passage["kind"], passage["sure"], passage["alternatives"]) == ("R22", True, {"kind": []})


def test_the_sums_are_a_tree_of_the_amounts(document: Any) -> None:
    def amounts(node: Any) -> list[int]:
        under = [n for part in (*node["parts"], *node["earmarks"]) for n in amounts(part)]
        return [*node["mentions"], *under, *node["beside"]]

    assert sorted(n for node in document["sums"] for n in amounts(node)) == list(range(len(document["amounts"])))
    whole = document["sums"][0]
    has(whole, kr=int, low_kr=KR_OR_NULL, high_kr=KR_OR_NULL, addition=WORDS_OR_NULL)
    assert (whole["kr"], whole["adds_up"]) == (5_500_000_000, True)


def test_findings_say_what_where_how_sure_and_what_to_do(document: Any) -> None:
    for finding in document["findings"]:
        has(finding, kind=str, sure=str, what=str, remedy=str, where=list)
        assert finding["sure"] in {"certain", "likely", "possible"}
        for place in finding["where"]:
            has(place, start=int, end=int, line=int)
    (impossible,) = [one for one in document["findings"] if one["kind"] == "impossible_date"]
    assert TEXT[impossible["where"][0]["start"] : impossible["where"][0]["end"]] == "31 februari"


def test_against_the_library_each_value_is_same_other_or_missing(release: Path) -> None:
    (against,) = overens("read", release, "--json", "--against", "cancer-2021").json["against"]

    has(against, agreement=str, candidates=list, compared=list, whole_kr=KR_OR_NULL)
    assert against["compared"]
    for one in against["compared"]:
        has(one, what=str, likeness=str, path=WORDS_OR_NULL, start=KR_OR_NULL, end=KR_OR_NULL)
        assert one["likeness"] in {"same", "other", "not_in_library", "not_in_document"}
    assert overens("read", release, "--json", "--no-library").json["against"] is None


def test_several_files_are_one_object_a_line_with_the_file_first(release: Path, tmp_path: Path) -> None:
    answer = overens("read", release, tmp_path / "saknas.md", release, "--json")

    assert answer.code == 1
    documents = [json.loads(line) for line in answer.lines]
    assert [next(iter(one.items())) for one in documents] == [("file", str(release))] * 2
    assert answer.err.count("\n") == 1


def test_several_files_are_written_whole(release: Path, tmp_path: Path) -> None:
    out = tmp_path / "allt.jsonl"

    assert overens("read", release, release, "--json", "--out", out).code == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 2


def test_the_hash_is_of_the_bytes_and_places_count_line_ends_as_they_are(tmp_path: Path) -> None:
    from hashlib import sha256

    file = tmp_path / "rader.txt"
    file.write_bytes("Hamnen.\r\nKajen är 50 meter.\r\n".encode())

    document = overens("read", file, "--json").json["document"]

    assert document["sha256"] == sha256(file.read_bytes()).hexdigest()
    assert document["characters"] == len(file.read_bytes().decode())
