"""What the JSON documents promise, as one function for each part that several of them share."""

from __future__ import annotations

import re
from typing import Any

KINDS = {"region", "municipality", "area", "skr", "rcc", "agency", "register", "other"}
MARKS = {"verified", "computed", "inferred", "not_found"}
PRECISIONS = {"exact", "rounded", "bounded"}
BASES = {"independent", "same_table", "list"}

AGREEMENTS = (
    "tillganglighet-2024",
    "kvinnors-halsa-2024",
    "god-och-nara-vard-2024",
    "cancer-2024",
    "lakemedelsberedskap-2024",
    "sektorsbidrag-2024",
    "tillganglighet-2021",
    "cancer-2021",
    "psykisk-halsa-2021",
    "sammanhallen-vard-2021",
    "covid-testning-2021",
    "covid-vaccination-2021",
)
"""The ids that others rely on."""


def has(document: Any, **types: type | tuple[type, ...]) -> None:
    """Fail unless the document has each key with a value of the type; a bool is no int."""
    for key, wanted in types.items():
        assert key in document, f"{key} is not in {sorted(document)}"
        value = document[key]
        assert isinstance(value, wanted), f"{key}: {value!r}"
        assert not isinstance(value, bool) or wanted is bool, f"{key}: {value!r}"


KR_OR_NULL = (int, type(None))
WORDS_OR_NULL = (str, type(None))


def is_recipient(document: Any) -> None:
    """Fail unless it says who: kind, code and name; a code of a kind that has codes is text with its zero."""
    has(document, kind=str, code=str, name=str)
    assert document["kind"] in KINDS
    digits = {"region": 2, "area": 2, "municipality": 4}.get(document["kind"])
    assert digits is None or re.fullmatch(rf"\d{{{digits}}}", document["code"])


def is_amount(document: Any) -> None:
    """Fail unless it is an amount: kronor, precision, mark, and an interval that holds the kronor."""
    has(document, kr=int, precision=str, mark=str, low_kr=KR_OR_NULL, high_kr=KR_OR_NULL)
    assert document["precision"] in PRECISIONS
    assert document["mark"] in MARKS
    assert document["low_kr"] is None or document["low_kr"] <= document["kr"]
    assert document["high_kr"] is None or document["kr"] <= document["high_kr"]
    if document["precision"] == "exact":
        assert document["low_kr"] == document["kr"] == document["high_kr"]


def is_award(document: Any) -> None:
    """Fail unless it is an award: who, how much, how it is known, and what was earned and withheld."""
    is_recipient(document)
    has(document, awarded_kr=int, mark=str, precision=str, earned_kr=int, bonus_kr=int, withheld_kr=int)
    has(document, ceiling_kr=KR_OR_NULL, instalments_kr=list)
    assert document["mark"] in MARKS
    assert document["awarded_kr"] >= 0
    if document["instalments_kr"]:
        assert sum(document["instalments_kr"]) == document["awarded_kr"]


def is_annex(document: Any) -> None:
    """Fail unless it says how many cells are equal, on what basis, and names each that is not."""
    has(document, equal=int, of=int, basis=str, deviations=list)
    assert document["basis"] in BASES
    assert document["of"] - document["equal"] == len(document["deviations"])
    for deviation in document["deviations"]:
        has(deviation, code=str, published_kr=int, computed_kr=int, reason=WORDS_OR_NULL)
        assert deviation["published_kr"] != deviation["computed_kr"]


def is_contradiction(document: Any) -> None:
    """Fail unless both values are kept, one is used, and the reason is said."""
    has(document, about=str, source=list, says=str, used=str, reason=str)
    assert all(document[key] for key in ("about", "source", "says", "used", "reason"))


def is_problem(document: Any) -> None:
    """Fail unless it has a place, a message and a remedy."""
    has(document, file=str, line=int, column=int, severity=str, message=str, remedy=str)
    assert document["severity"] in {"error", "warning"}
    assert document["line"] >= 1
    assert document["column"] >= 1
    assert document["message"]
    assert document["remedy"]


def is_run(document: Any) -> None:
    """Fail unless rules, figures and result each are a SHA-256 in hex."""
    for name in ("rules", "figures", "result"):
        assert re.fullmatch(r"[0-9a-f]{64}", document[name]), document
