"""Files of typed columns -> the description of them all, as a Data Package: names, fields, keys, sizes and checksums."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from overens.export.columns import Columns, Field, FieldKind
from overens.vocabulary.wording import Language

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {
    FieldKind.TEXT: "string",
    FieldKind.KRONOR: "integer",
    FieldKind.COUNT: "integer",
    FieldKind.YEAR: "year",
    FieldKind.SHARE: "string",
    FieldKind.VALUE: "string",
    FieldKind.DAY: "date",
    FieldKind.TRUTH: "boolean",
}


def described(
    held: Mapping[str, Columns], files: Mapping[str, str | bytes], language: Language, about: Mapping[str, str]
) -> dict[str, Any]:
    """Return the description of the files.

    Args:
        held: The name of each file, with the columns in it.
        files: The content of each.
        about: What the whole says of itself: version, licence, run.
    """
    return {
        "$schema": PROFILE,
        "name": "overens",
        **{name: words for name, words in about.items() if name not in ("licence", "source")},
        "licenses": [{"name": about["licence"]}],
        "resources": [_resource(name, columns, files[name], language) for name, columns in held.items()],
    }


def _resource(path: str, columns: Columns, content: str | bytes, language: Language) -> dict[str, Any]:
    raw = content.encode() if isinstance(content, str) else content
    ending = path.rpartition(".")[2]
    return {
        "name": columns.name,
        "path": path,
        "title": columns.title.say(language),
        "description": columns.about.say(language),
        "format": ending,
        **({"encoding": "utf-8"} if isinstance(content, str) else {}),
        **({"dialect": {"delimiter": ";"}} if path.endswith(".excel.csv") else {}),
        "bytes": len(raw),
        "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
        "rows": columns.length,
        "schema": {
            "fields": [_field(one, language, in_csv=ending == "csv") for one in columns.fields],
            "primaryKey": list(columns.key),
            "missingValues": [""],
        },
    }


def _field(one: Field, language: Language, *, in_csv: bool) -> dict[str, Any]:
    limits: dict[str, Any] = {} if one.nullable else {"required": True}
    if one.values:
        limits["enum"] = list(one.values)
    said = {
        "name": one.name,
        "type": _TYPES[one.kind],
        "description": one.about.say(language),
        "kind": one.kind.name.lower(),
    }
    truth = {"trueValues": ["1"], "falseValues": ["0"]} if in_csv and one.kind is FieldKind.TRUTH else {}
    return {**said, **truth, **({"constraints": limits} if limits else {})}
