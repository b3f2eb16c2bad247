"""A description whose closed sets of words stand where they are used -> one where each has a name, told once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from overens.usecases.resources.model import Resource
from overens.vocabulary.wording import Language
from overens.web.api.parameter import Schema

Words = tuple[str, ...]


def names_of(resources: Iterable[Resource]) -> dict[Words, str]:
    """Return a name for each closed set: that of its field, after the table's where two fields differ."""
    found: dict[Words, str] = {tuple(one.value for one in Language): "Language"}
    taken: dict[str, Words] = {}
    for resource in resources:
        fields = [one.name for one in resource.fields]
        found[tuple(fields)] = f"{_camel(resource.name)}Field"
        found[tuple(way + name for name in fields for way in ("", "-"))] = f"{_camel(resource.name)}Order"
        for field in resource.fields:
            name = _camel(field.name)
            if field.values and field.values not in found:
                found[field.values] = (
                    name if taken.setdefault(name, field.values) == field.values else f"{_camel(resource.name)}{name}"
                )
    return found


def with_names(description: Mapping[str, Any], names: Mapping[Words, str]) -> dict[str, Any]:
    """Return the description with each closed set that has a name among its schemas, and referred to where it is used."""
    named: dict[str, Any] = _named(description, names)
    sets = {name: {"type": "string", "enum": list(words)} for words, name in names.items()}
    components = named["components"]
    return {**named, "components": {**components, "schemas": {**components["schemas"], **dict(sorted(sets.items()))}}}


def _named(node: Any, names: Mapping[Words, str]) -> Any:  # noqa: ANN401 - a part of a description has every type
    match node:
        case {"examples": _} if "schema" in node:  # what stands in an example is data
            return {**node, "schema": _named(node["schema"], names)}
        case {"enum": list(words)} if _known(words) in names:
            return _reference(node, names[_known(words)])
        case dict():
            return {name: _named(one, names) for name, one in node.items()}
        case list():
            return [_named(one, names) for one in node]
        case _:
            return node


def _known(words: list[Any]) -> Words:
    return tuple(one for one in words if one is not None)


def _reference(schema: Schema, name: str) -> Schema:
    """Return a schema that refers to the set; null, and what else is said of it, stay."""
    own = {key: value for key, value in schema.items() if key not in ("type", "enum")}
    to = {"$ref": f"#/components/schemas/{name}"}
    return {"anyOf": [to, {"type": "null"}], **own} if None in schema["enum"] else {**to, **own}


def _camel(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))
