"""A text with its values marked, or an annotated document -> a ReadDocument, so that no reader is needed to test what follows."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from overens.drafting.model import (
    AmountMention,
    DateRole,
    Hedge,
    Judged,
    Passage,
    ReadAmount,
    ReadCell,
    ReadDate,
    ReadName,
    ReadTable,
    Receiver,
    Role,
    Span,
    Unit,
)
from overens.drafting.page import Page, lay_out_page
from overens.drafting.reading import ReadDocument
from overens.intake.lexicon import shipped_lexicon
from overens.vocabulary.money import Amount, parse_amount

_MARK = re.compile(r"\{([^|{}]*)\|([^{}]*)\}")
_ROLES = {role.name.lower(): role for role in Role}
_RECEIVERS = {receiver.name.lower(): receiver for receiver in Receiver}
_HEDGES = {hedge.name.lower(): hedge for hedge in Hedge}
_DATES = {role.name.lower(): role for role in DateRole}
_UNITS = {unit.name.lower(): unit for unit in Unit}


def made(marked: str, *, tables: Sequence[ReadTable] = (), dated: str = "") -> ReadDocument:
    """Return the document of a text in which values are marked: {350 Mkr|part regions 2024 for=primärvård}.

    After the bar, in any order: the role of an amount, its receiver, hedge, period, 'yearly', 'kr=', 'exact=', 'per=', 'as=', and
    last 'for=' with a purpose; '?role' is another role it may be. Or 'date' with a role and 'iso=' ('iso=' alone cannot be);
    or 'name'; or 'passage=' with a kind.
    """
    text, marks, last = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        marks.append((Span(len(text), len(text) + len(found[1])), found[1], found[2]))
        text += found[1]
        last = found.end()
    text += marked[last:]
    page = lay_out_page(text, shipped_lexicon().text, dated=dated)
    assert page.text == text, "a marked text must be clean already"
    amounts, dates, names, passages = [], [], [], []
    for span, words, says in marks:
        if says.startswith("date"):
            dates.append(_date(span, words, says.split()[1:]))
        elif says == "name":
            names.append(ReadName(span, words))
        elif says.startswith("passage="):
            passages.append(Passage(span, words, Judged(says.removeprefix("passage="))))
        else:
            amounts.append(_amount(span, words, says))
    return ReadDocument(page, tuple(amounts), tuple(tables), tuple(dates), tuple(names), tuple(passages))


def _amount(span: Span, words: str, says: str) -> ReadAmount:
    said, _, purpose = says.partition("for=")
    given = dict(word.split("=", 1) for word in said.split() if "=" in word)
    bare = [word for word in said.split() if "=" not in word]
    others = tuple(_ROLES[word[1:]] for word in bare if word.startswith("?"))
    kr, step = _kronor(words)
    receiver = next((_RECEIVERS[word] for word in bare if word in _RECEIVERS and word != "other"), Receiver.NONE)
    mention = AmountMention(
        span,
        span,
        words,
        int(given.get("kr", kr)),
        next((_HEDGES[word] for word in bare if word in _HEDGES), Hedge.EXACT),
        per_year="yearly" in bare,
        period=next((word for word in bare if word[:1].isdigit()), ""),
        per_unit=given.get("per", "").replace("_", " "),
        printed_as=given.get("as", "").replace("_", " "),
        exact_to=int(given.get("exact", step)),
    )
    role = Judged(next(_ROLES[word] for word in bare if word in _ROLES), others, sure=not others)
    explicit = None if receiver is Receiver.NONE else True
    return ReadAmount(mention, role, Judged(receiver), explicit, purpose.strip())


def _kronor(words: str) -> tuple[int, int]:
    """Return kronor and what the last printed digit is worth; 0 and 1 for what is no plain amount."""
    read = parse_amount(re.sub(r"[\s\u00ad-]+", " ", words))
    if not isinstance(read, Amount):
        return 0, 1
    return read.kr, max(1, (read.high or 0) - (read.low or 0))


def _date(span: Span, words: str, says: Sequence[str]) -> ReadDate:
    iso = next((word.removeprefix("iso=") for word in says if word.startswith("iso=")), "")
    return ReadDate(span, words, iso, Judged(_DATES[says[0]]), "inferred" in says, not iso)


def table(
    rows: Mapping[str, tuple[str, int | str | None]] | Sequence[tuple[str, str, int | str | None]],
    *,
    unit: Unit = Unit.KR,
    total: int | str | None = None,
    sums: bool | None = None,
    header: str = "",
    caption: str = "",
    at: int = 0,
) -> ReadTable:
    """Return a column of numbers; rows are name -> (code, value), or (name, code, value)."""
    listed = [(name, *row) for name, row in rows.items()] if isinstance(rows, Mapping) else list(rows)
    cells = tuple(
        ReadCell(
            name,
            code,
            None if value is None else Fraction(value),
            "" if value is None else str(value),
            Span(at + n, at + n + 1),
            Span(at + n, at + n + 1),
        )
        for n, (name, code, value) in enumerate(listed)
    )
    span = Span(at, at + len(cells) + 1)
    stated = None if total is None else Fraction(total)
    return ReadTable(header, Judged(unit), stated, span if total is not None else None, sums, cells, span, caption)


def annotated(path: Path) -> ReadDocument:
    """Return the document that an annotation (NAME.json beside NAME.md) says that it is."""
    said = json.loads(path.read_text(encoding="utf-8"))
    with path.with_suffix(".md").open(encoding="utf-8", newline="") as file:
        source = file.read()
    dated = re.search(r"_(20\d\d-\d\d(?:-\d\d)?)", path.name)
    page = lay_out_page(source, shipped_lexicon().text, dated=dated[1] if dated else "")
    return ReadDocument(
        page,
        tuple(_annotated_amount(page, one) for one in said["amounts"]),
        tuple(_annotated_table(one) for one in said["tables"]),
        tuple(_annotated_date(one) for one in said["dates"]),
        tuple(ReadName(Span(at := max(0, source.find(name)), at + len(name)), name) for name in said["agreements"]),
        (),
    )


def _annotated_amount(page: Page, one: dict[str, Any]) -> ReadAmount:
    span = Span(one["start"], one["end"])
    kr, step = _kronor(one["text"])
    loose = 1
    while one["value_kr"] and one["value_kr"] % (loose * 10) == 0:
        loose *= 10
    mention = AmountMention(
        span,
        Span(_clean(page, span.start), _clean(page, span.end)),
        one["text"],
        one["value_kr"],
        _HEDGES[one["approx"]],
        per_year=bool(one["per_year"]),
        period=str(one["period"]),
        exact_to=step if kr == one["value_kr"] else loose,
    )
    receiver = Receiver[one["recipient"].upper()]
    return ReadAmount(
        mention, Judged(_ROLES[one["role"]]), Judged(receiver), one["recipient_explicit"], one.get("purpose") or ""
    )


def _clean(page: Page, position: int) -> int:
    """Return where a position of the document is in the clean text."""
    starts = [cut + lost for cut, lost in zip(page.clean.cuts, page.clean.gone, strict=True)]
    found = bisect_right(starts, position)
    return position - (page.clean.gone[found - 1] if found else 0)


def _annotated_table(one: dict[str, Any]) -> ReadTable:
    unit = _UNITS[one["unit"].lower()]
    total = None if one["total"] is None else Fraction(str(one["total"]))
    cells = tuple(
        ReadCell(
            row["name"],
            row.get("code") or "",
            None if row["value"] is None else Fraction(str(row["value"])),
            row["printed"],
            Span(0, 0),
            Span(0, 0),
        )
        for row in one["rows"]
    )
    return ReadTable(one["header"], Judged(unit), total, Span(0, 0), one["sums_ok"], cells, Span(0, 0))


def _annotated_date(one: dict[str, Any]) -> ReadDate:
    return ReadDate(Span(one["start"], one["end"]), one["text"], one["iso"], Judged(_DATES[one["role"]]))
