"""The parts that several JSON documents share. Enum values are English identifiers; kronor are integers."""

from __future__ import annotations

from enum import Enum
from typing import Any

from overens.agreement.terms import Contradiction
from overens.allocation.model import Allocation, AnnexComparison, Award
from overens.allocation.run_record import RunRecord, record_run
from overens.vocabulary.money import Amount
from overens.vocabulary.problems import Place, Problem
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Language, Text

Document = dict[str, Any]


def word(member: Enum) -> str:
    """Return an enum member as an English identifier: Mark.NOT_FOUND -> not_found."""
    return member.name.lower()


def say(text: Text | None, language: Language) -> str | None:
    """Return the sentence, or null."""
    return text.say(language) if text else None


def amount(value: Amount | None) -> Document | None:
    """Return an amount with precision, mark and interval, or null."""
    if value is None:
        return None
    return {
        "kr": value.kr,
        "precision": word(value.precision),
        "mark": word(value.mark),
        "low_kr": value.low,
        "high_kr": value.high,
    }


def recipient(who: Recipient) -> Document:
    """Return who it is: kind, code, name."""
    document: Document = {"kind": word(who.kind), "code": who.code, "name": who.name}
    if who.shared_by:
        document["shared_by"] = list(who.shared_by)
    return document


def award(one: Award) -> Document:
    """Return an award with its ceiling, what was earned, given and withheld, and its payments."""
    value = amount(one.amount) or {}
    return {
        **recipient(one.recipient),
        "awarded_kr": one.amount.kr,
        "mark": value["mark"],
        "precision": value["precision"],
        "low_kr": one.amount.low,
        "high_kr": one.amount.high,
        "ceiling_kr": one.ceiling_kr,
        "earned_kr": one.earned_kr,
        "bonus_kr": one.bonus_kr,
        "withheld_kr": one.withheld_kr,
        "instalments_kr": list(one.instalments),
    }


def annex(comparison: AnnexComparison | None) -> Document | None:
    """Return how a published table compares with the rule, or null."""
    if comparison is None:
        return None
    return {
        "table": comparison.table,
        "equal": comparison.equal,
        "of": comparison.of,
        "basis": word(comparison.basis),
        "deviations": [
            {
                "code": d.recipient.code,
                "published_kr": d.published_kr,
                "computed_kr": d.computed_kr,
                "reason": d.reason,
            }
            for d in comparison.deviations
        ],
        "not_published": [who.code for who in comparison.not_published],
    }


def contradiction(one: Contradiction, place: Place | None = None) -> Document:
    """Return a contradiction: what it is about, both values, which is used and why."""
    document: Document = {
        "about": one.about,
        "source": list(one.source),
        "says": one.says,
        "used": one.used,
        "reason": one.reason,
    }
    if place is not None:
        document |= {"file": place.file, "line": place.line, "column": place.column}
    return document


def problem(one: Problem, language: Language) -> Document:
    """Return a problem: place, message and remedy in the language."""
    return {
        "file": one.place.file,
        "line": one.place.line,
        "column": one.place.column,
        "severity": word(one.severity),
        "message": one.message.say(language),
        "remedy": one.remedy.say(language),
    }


def run(allocation: Allocation) -> Document:
    """Return the run record's hashes."""
    return run_document(record_run(allocation))


def run_document(record: RunRecord) -> Document:
    """Return a run record, of one allocation or of several together."""
    return {
        "rules": record.rules,
        "figures": record.figures,
        "arguments": record.arguments,
        "result": record.result,
    }
