"""Steps that name each other -> sheets whose formulas point at cells: a sheet for each step, or one for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from string import Formatter

from overens.export.workbook.model import Cell, Column, Fact, Formula, Sheet, Span, Styled, quoted, span_of
from overens.export.workbook.model import letter as letter_of
from overens.usecases.workbooks.pot.steps import PotFact, PotField, PotStep, Value
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Language, Text

_BEFORE = 2
"""How many columns stand before the fields: the recipient and its code."""
_RECIPIENT = Text("Mottagare", "Recipient")
_CODE = Text("Kod", "Code")
TOTAL = Text("Summa", "Total")


@dataclass(frozen=True)
class Laid:
    """Sheets, and where in them each fact and field stands (uppställning).

    Attributes:
        facts: Name -> sheet and row.
        fields: Name -> where the rows stand, and in which column.
        labels: What each recipient is called, in the order of the rows; each unlike the others.
        names: Where the recipients' names stand; None where there are no rows.
    """

    sheets: tuple[Sheet, ...]
    facts: Mapping[str, tuple[str, int]]
    fields: Mapping[str, tuple[Span, int]]
    labels: tuple[str, ...]
    names: Span | None

    def fact(self, name: str, within: str = "") -> str:
        """Return the cell of a fact, as formulas of the sheet write it."""
        sheet, row = self.facts[name]
        return f"{_prefix(sheet, within)}$B${row}"

    def everyone(self, name: str, within: str = "") -> str:
        """Return all cells of a field, as formulas of the sheet write them."""
        span, column = self.fields[name]
        return _prefix(span.sheet, within) + span.column(column)

    def one(self, name: str, n: int) -> str:
        """Return the cell of the n:th recipient, as formulas of other sheets write it."""
        span, column = self.fields[name]
        return f"{_prefix(span.sheet, '')}${letter_of(column)}${span.first + n}"


def _prefix(sheet: str, within: str) -> str:
    return "" if sheet == within else f"{quoted(sheet)}!"


def labels_of(recipients: Sequence[Recipient]) -> tuple[str, ...]:
    """Return what each is called: its name, with its code where others have the same."""
    names = [who.name.casefold() for who in recipients]
    return tuple(
        who.name if names.count(who.name.casefold()) == 1 else f"{who.name} ({who.code})" for who in recipients
    )


def lay_out(
    steps: Sequence[PotStep],
    names: Sequence[str],
    titles: Sequence[str],
    recipients: Sequence[Recipient],
    language: Language,
) -> Laid:
    """Return a sheet for each step.

    Args:
        names: The sheets' names.
        titles: What stands in the sheets' first cells.
        recipients: In the order of the steps' values.
    """
    return _laid(list(zip(names, titles, steps, strict=True)), recipients, language, grouped=False)


def lay_out_in_one(
    steps: Sequence[PotStep], name: str, title: str, recipients: Sequence[Recipient], language: Language
) -> Laid:
    """Return one sheet with all the steps beside each other."""
    whole = PotStep(
        steps[0].heading,
        tuple(fact for step in steps for fact in step.facts),
        tuple(one for step in steps for one in step.fields),
        _notes(steps, language),
    )
    groups = {one.name: step.heading.say(language) for step in steps for one in step.fields}
    laid = _laid([(name, title, whole)], recipients, language, grouped=True)
    [sheet] = laid.sheets
    fields = whole.fields if sheet.columns else ()
    columns = (
        *sheet.columns[:_BEFORE],
        *(replace(c, group=groups[f.name]) for c, f in zip(sheet.columns[_BEFORE:], fields, strict=True)),
    )
    return replace(laid, sheets=(replace(sheet, columns=columns),))


def _notes(steps: Sequence[PotStep], language: Language) -> tuple[Text, ...]:
    """Return the steps' notes, each once."""
    return tuple({note.say(language): note for step in steps for note in step.notes}.values())


def _laid(
    asked: Sequence[tuple[str, str, PotStep]], recipients: Sequence[Recipient], language: Language, *, grouped: bool
) -> Laid:
    facts: dict[str, tuple[str, int]] = {}
    fields: dict[str, tuple[Span, int]] = {}
    for name, _, step in asked:
        grows = grouped and bool(step.fields)
        bare = Sheet(name, "", (), (), tuple("" for _ in step.notes))
        facts |= {one.name: (name, row) for row, one in enumerate(step.facts, bare.first_fact) if one.name}
        span = _span(name, step, len(recipients), grows)
        fields |= {one.name: (span, column) for column, one in enumerate(step.fields, _BEFORE)}
    labels = labels_of(recipients)
    first = next((span for span, _ in fields.values()), None)
    laid = Laid((), facts, fields, labels, first)
    return replace(laid, sheets=tuple(_sheet(laid, *one, recipients, language) for one in asked))


def _span(name: str, step: PotStep, rows: int, grouped: bool) -> Span:
    return span_of(name, len(step.notes), rows, len(step.facts), grouped=grouped)


def _sheet(
    laid: Laid, name: str, title: str, step: PotStep, recipients: Sequence[Recipient], language: Language
) -> Sheet:
    facts = tuple(_fact(laid, name, one, language) for one in step.facts)
    notes = tuple(note.say(language) for note in step.notes)
    if not step.fields:
        return Sheet(name, title, (), (), notes, facts=facts)
    columns = (Column(_RECIPIENT.say(language), width=_widest(laid, facts)), Column(_CODE.say(language), width=18))
    cells = [_cells(laid, one, language) for one in step.fields]
    rows = [(laid.labels[n], who.code, *(column[n] for column in cells)) for n, who in enumerate(recipients)]
    return Sheet(
        name,
        title,
        (*columns, *(_column(one, language) for one in step.fields)),
        rows,
        notes,
        _total(laid, name, step.fields, language) if len(rows) > 1 else (),
        frozen=1,
        facts=facts,
    )


def _widest(laid: Laid, facts: Iterable[Fact]) -> int:
    return min(48, max(20, *(len(label) + 2 for label in laid.labels), *(len(one.label) + 1 for one in facts), 20))


def _column(one: PotField, language: Language) -> Column:
    return Column(one.heading.say(language), one.look, None, one.tone)


def _fact(laid: Laid, sheet: str, one: PotFact, language: Language) -> Fact:
    value = _said(one.value, language)
    cell = Formula(_fact_formula(laid, sheet, one.formula), _number(one.value)) if one.formula else value
    note = one.note.say(language) if one.note is not None else ""
    return Fact(one.label.say(language), Styled(cell, one.look, one.tone), note)


def _cells(laid: Laid, one: PotField, language: Language) -> list[Cell]:
    if not one.formula:
        return [_said(value, language) for value in one.values]
    template, firsts = _compiled(laid, laid.fields[one.name][0].sheet, one.formula)
    return [
        Formula(template % tuple(first + n for first in firsts), _number(value)) for n, value in enumerate(one.values)
    ]


def _total(laid: Laid, sheet: str, fields: Sequence[PotField], language: Language) -> tuple[Cell, ...]:
    sums = [Formula(f"=SUM({laid.everyone(one.name, sheet)})", one.total) if one.summed else None for one in fields]
    return (TOTAL.say(language), None, *sums) if any(sums) else ()


def _said(value: Value, language: Language) -> str | int | Fraction | None:
    return value.say(language) if isinstance(value, Text) else value


def _number(value: Value) -> str | int | Fraction | None:
    assert not isinstance(value, Text)
    return value


def _fact_formula(laid: Laid, sheet: str, formula: str) -> str:
    parts = ["="]
    for words, name, way, _ in Formatter().parse(formula):
        parts.append(words)
        if name:
            parts.append(laid.everyone(name, sheet) if way == "all" else laid.fact(name, sheet))
    return "".join(parts)


def _compiled(laid: Laid, sheet: str, formula: str) -> tuple[str, list[int]]:
    """Return the formula with %d for each row that follows the recipient, and those rows for the first recipient."""
    parts, firsts = ["="], []
    for words, name, way, _ in Formatter().parse(formula):
        parts.append(words.replace("%", "%%"))
        if not name:
            continue
        if name in laid.facts:
            parts.append(laid.fact(name, sheet).replace("%", "%%"))
            continue
        span, column = laid.fields[name]
        at = _prefix(span.sheet, sheet).replace("%", "%%")
        if way == "all":
            parts.append(at + span.column(column))
            continue
        above = f"${letter_of(column)}${span.first}:" if way == "above" else ""
        parts.append(f"{at}{above}${letter_of(column)}%d")
        firsts.append(span.first)
    return "".join(parts), firsts
