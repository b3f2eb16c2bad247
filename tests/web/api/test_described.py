"""The description is sound JSON Schema, refers only to what is there, and every example fits what is said of it."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from overens.usecases.resources.all import RESOURCES
from overens.web.api.closed_sets import names_of
from overens.web.api.collection import cell_schema, parameters_of
from overens.web.api.endpoints import endpoints
from tests.web.api.asked import ask, described, operations, schemas


def _fits(value: object, schema: dict[str, Any]) -> list[str]:
    whole = {**schema, "components": described()["components"]}
    return [error.message for error in Draft202012Validator(whole, format_checker=FormatChecker()).iter_errors(value)]


def test_every_schema_is_one() -> None:
    for schema in described()["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    for _, _, one in operations():
        for parameter in one["parameters"]:
            Draft202012Validator.check_schema(parameter["schema"])


def test_everything_referred_to_is_there() -> None:
    components = described()["components"]
    for schema in schemas(described()):
        if isinstance(schema.get("$ref"), str):
            _, _, kind, name = schema["$ref"].split("/")
            assert name in components[kind]


def test_every_example_fits_its_schema() -> None:
    for path, _, one in operations():
        right = one["responses"]["200"]["content"]["application/json"]
        assert _fits(right["examples"]["example"]["value"], right["schema"]) == [], path
        for parameter in one["parameters"]:
            assert _fits(parameter["example"], parameter["schema"]) == [], (path, parameter["name"])
    for name, one in described()["components"]["responses"].items():
        told = one["content"]["application/problem+json"]
        assert _fits(told["examples"]["example"]["value"], told["schema"]) == [], name


def test_each_operation_has_a_name_of_its_own() -> None:
    names = [one["operationId"] for _, _, one in operations()]
    assert len(set(names)) == len(names) == len(endpoints())


@pytest.mark.parametrize("name", RESOURCES)
def test_a_tables_parameters_have_names_of_their_own(name: str) -> None:
    """A field called limit, or amount_kr_from beside amount_kr, would be asked for by a name that means something else."""
    names = [one.name for one in parameters_of(RESOURCES[name])]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", RESOURCES)
def test_every_cell_of_every_table_is_as_described(name: str) -> None:
    for offset in (0, 1000):
        found = ask(f"/api/v1/{name}?limit=1000&offset={offset}").json()["columns"]
        for field in RESOURCES[name].fields:
            assert _fits(found[field.name], {"type": "array", "items": cell_schema(field)}) == [], field.name


def test_closed_sets_have_names_of_their_own() -> None:
    names = names_of(RESOURCES.values())
    assert len(set(names.values())) == len(names)
    assert not set(names.values()) & {"Link", "Problem", *(one.title.en for one in endpoints())}
