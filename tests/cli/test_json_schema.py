"""overens schema: a JSON Schema that every shipped file passes and that catches what an editor should catch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from overens.agreement.label import amends_of
from overens.intake.register import shipped_library
from overens.usecases import schema as schemas
from tests.cli.own_files import agreement
from tests.cli.running import asked, document, overens

LIBRARY = shipped_library()
EXAMPLES = Path(__file__).parents[2] / "docs" / "exempel"
KINDS = ("avtal", "ändring", "serie", "sammanställning", "besked", "underlag", "scenario")


def kind_of(path: Path) -> str:
    """Return what kind of file lies there; an amendment lies among the agreements and says what it amends."""
    if path.parent.name == "serier":
        return "serie"
    if path.parent.name == "sammanstallningar":
        return "sammanställning"
    if path.parent.name == "besked":
        return "besked"
    if path.parent == EXAMPLES:
        return "scenario"
    return "ändring" if amends_of(path.read_text(encoding="utf-8")) else "avtal"


WRITTEN = sorted(
    path for path in (*LIBRARY.rglob("*.yaml"), *EXAMPLES.glob("*.yaml")) if path.parent.name != "sprak"
)  # the lexicon is read with, not written in
FIGURES = sorted((LIBRARY / "underlag").rglob("*.csv"))


def schema(what: str = "avtal") -> Any:
    """Return the schema that the command prints."""
    return document("schema", what)


def faults(written: Any, what: str = "avtal") -> list[str]:
    """Return what the schema finds wrong in a file as read without types."""
    found: Iterator[jsonschema.ValidationError] = jsonschema.Draft202012Validator(schema(what)).iter_errors(written)
    return [f"{'.'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in found]


def read(text: str) -> Any:
    """Return YAML as the project reads it: every value a string."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def head(path: Path) -> Any:
    """Return the head of a figure file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return read("\n".join(line[1:].removeprefix(" ") for line in lines if line.startswith("#")))


@pytest.mark.parametrize("what", KINDS)
def test_it_is_a_valid_json_schema(what: str) -> None:
    one = schema(what)

    jsonschema.Draft202012Validator.check_schema(one)
    assert one["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_command_offers_every_kind_of_file_that_is_read() -> None:
    assert tuple(schemas.KINDS) == KINDS


def test_without_a_word_it_is_the_schema_of_an_agreement() -> None:
    assert asked("schema").out == asked("schema", "avtal", "--json").out


def test_there_are_files_to_try_it_on() -> None:
    assert {kind_of(path) for path in WRITTEN} == set(KINDS) - {"underlag"}
    assert len(FIGURES) >= 70


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_shipped_file_passes_the_schema_of_its_kind(path: Path) -> None:
    assert faults(read(path.read_text(encoding="utf-8")), kind_of(path)) == []


def test_an_amendment_is_no_agreement_and_an_agreement_no_amendment() -> None:
    """Otherwise an editor would let the keys of one pass in the other."""
    for path in WRITTEN:
        other = {"avtal": "ändring", "ändring": "avtal"}.get(kind_of(path))
        assert other is None or faults(read(path.read_text(encoding="utf-8")), other), path.stem


@pytest.mark.parametrize(
    ("what", "wrong", "instead_of"),
    [
        ("ändring", "ändrat: avtal-2024", "ändrar: avtal-2024"),
        ("ändring", "ersätter: [potter]", "ersätter: [skyldigheter]"),
        ("serie", "fanns inte: [{år: 2017}]", "fanns inte: [{år: 2017, skäl: före bidraget}]"),
    ],
)
def test_what_is_wrong_in_an_amendment_or_a_series_is_caught(what: str, wrong: str, instead_of: str) -> None:
    texts = {
        "ändring": "id: tillagg-2024\nändrar: avtal-2024\nnamn: Tillägg\nslag: tilläggsöverenskommelse\n"
        "beslutad: 2024-05\nstatus: beslutad\nkälla: k\nkällor: {k: {titel: K}}\nersätter: [skyldigheter]\n",
        "serie": "id: bidrag\nnamn: Bidrag\nfanns inte: [{år: 2017, skäl: före bidraget}]\n",
    }

    assert faults(read(texts[what]), what) == []
    assert faults(read(texts[what].replace(instead_of, wrong)), what)


def test_the_head_of_every_shipped_figure_passes() -> None:
    assert {path.name: found for path in FIGURES if (found := faults(head(path), "underlag"))} == {}


def test_a_file_written_with_bare_numbers_and_dates_passes_as_editors_read_it() -> None:
    written = yaml.safe_load(agreement().replace("2023-12-20", "'2023-12-20'").replace("2023-12-31", "'2023-12-31'"))

    assert written["avser"] == 2024
    assert faults(written) == []


@pytest.mark.parametrize(
    ("wrong", "instead_of"),
    [
        ("beloppp: 1 kr", "belopp: 1 000 000 kr\nkälla"),
        ("status: klart", "status: beslutad"),
        ("slag: avtal", "slag: överenskommelse"),
        ("", "namn: Prov\n"),
    ],
)
def test_what_is_wrong_is_caught(wrong: str, instead_of: str) -> None:
    text = agreement()
    assert instead_of in text

    assert faults(read(text)) == []
    assert faults(read(text.replace(instead_of, wrong + ("\nkälla" if "källa" in instead_of else ""), 1)))


def test_a_word_may_stand_for_a_clause_that_has_a_shorthand() -> None:
    text = agreement(to="{grupp: regioner, utom: ['13', '21', '24']}", key="lika")

    assert faults(read(text)) == []
    assert faults(read(agreement(to="regioner", key="ej publicerad"))) == []


def test_it_goes_to_a_file(tmp_path: Path) -> None:
    answer = overens("schema", "underlag", "--out", tmp_path / "underlag.schema.json")

    assert (answer.code, answer.out) == (0, "")
    assert (tmp_path / "underlag.schema.json").read_text(encoding="utf-8") == asked("schema", "underlag").out
