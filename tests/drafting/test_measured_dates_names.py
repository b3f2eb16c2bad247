"""The annotated documents beside the repository hold dates and names to what was reached."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from overens.usecases.documents.reading import reading_document
from overens.usecases.read import dated_by_name, read_words

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dev"


@pytest.mark.skipif(not GOLD.is_dir(), reason="../shared/gold is not beside the repository")
def test_dates_and_names_of_the_annotated_documents() -> None:
    wanted = right = read = 0
    for file in sorted(GOLD.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        source = file.with_suffix(".md").open(encoding="utf-8", newline="").read()
        found = reading_document(read_words(source, dated=dated_by_name(file.stem)))
        said = {(date["start"], date["iso"], date["role"]) for date in gold["dates"]} | {*gold["agreements"]}
        mine = {(date["start"], date["iso"], date["role"]) for date in found["dates"]} | {*found["agreements"]}
        wanted, read, right = wanted + len(said), read + len(mine), right + len(said & mine)
    assert 2 * right / (wanted + read) > 0.92
