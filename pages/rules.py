"""The models of the rule and their texts -> the reference of rule kinds, each with what an example of it gives."""

from __future__ import annotations

from overens.agreement.rules import Fate, Method, Rounding, Unearned
from overens.allocation.model import State
from overens.drafting.rule_words import RULES
from overens.writing.clauses import Clause
from pages import fields
from pages.census import CENSUS
from pages.examples import compute, show, show_figures
from pages.markdown import bullets, code, page, table
from pages.rule_kinds import FATES, ROUNDING, SECTIONS, RuleKind, Section

_ABOUT = """\
En potts regel har sex delar. Här är alla sorter som finns av varje del: vad de betyder, vad som skrivs i filen och vad ett litet
exempel ger. Kronorna i exemplen är uträknade av programmet när sidan skrevs.

Hur filen runt regeln ser ut står i [avtalsfilen](avtalsfilen.md). Har du aldrig skrivit en avtalsfil, börja med
[skriv din första avtalsfil](forsta-avtalsfilen.md)."""

_EXAMPLES = """\
Exemplen delar ut pengar till tre påhittade regioner: A (kod 01), B (03) och C (04). Underlagen är också påhittade och valda så att det
går att räkna i huvudet."""

_CENSUS = """\
Trettio sorters regler har hittats i riktiga beslut 2009–2026. De är numrerade R1 till R30. Hitta din regel här, och se med vilka
ord den skrivs."""


def rules_page() -> str:
    """Return the reference of rule kinds."""
    inside = fields.parts_within(model for s in SECTIONS for k in s.kinds for model in _model(k))
    return page(
        "Regelslag",
        _ABOUT,
        "## Alla på en gång",
        _overview(),
        "## Vilken regel är din?",
        _CENSUS,
        _census(),
        "## Siffrorna i exemplen",
        _EXAMPLES,
        show_figures(),
        *(_section(n, section) for n, section in enumerate(SECTIONS, start=1)),
        "## Delar som står inuti andra",
        *(f"### {fields.PARTS[part.__name__].capitalize()}\n\n{_fields(part)}" for part in inside),
    )


def _model(kind: RuleKind) -> tuple[type[Clause], ...]:
    """Return the kind's model; nothing for a word of an enumeration."""
    return () if isinstance(kind.of, Fate | Method) else (kind.of,)


def is_computed(kind: RuleKind) -> bool:
    """Tell whether the program computes kronor for the kind, by computing its first example."""
    return compute(kind.examples[0]).state is State.COMPUTED


def census_of(kind: RuleKind) -> tuple[str, ...]:
    """Return the numbers of the real rules that the kind is used for."""
    return tuple(number for number, rule in CENSUS.items() if kind.key in rule.kinds)


def _overview() -> str:
    rows = [
        (code(section.key), kind.key, ", ".join(census_of(kind)) or "–", _state(kind))
        for section in SECTIONS
        for kind in section.kinds
    ]
    return table(("del", "sort", "i riktiga beslut", "räknas"), rows)


def _state(kind: RuleKind) -> str:
    return "ja" if is_computed(kind) else "visas, räknas inte"


def _census() -> str:
    rows = [
        (
            number,
            RULES[number].sv,
            rule.where,
            ", ".join([*map(_as_written, rule.kinds), *([rule.beside] if rule.beside else [])]),
        )
        for number, rule in CENSUS.items()
    ]
    return table(("nr", "regeln", "till exempel", "skrivs med"), rows)


def _as_written(name: str) -> str:
    return name if name.startswith("golv") else code(name)


def _section(number: int, section: Section) -> str:
    around: dict[str, type[Clause]] = {FATES.key: Unearned, ROUNDING.key: Rounding}
    shared = around.get(section.key)
    parts = [f"## {number}. {section.title}: `{section.key}`", section.means]
    if shared is not None:
        parts += [f"Kan skrivas som ett ord, eller med nycklar:\n\n{_fields(shared)}"]
    return "\n\n".join([*parts, *(_kind(kind) for kind in section.kinds)])


def _kind(kind: RuleKind) -> str:
    numbers = census_of(kind)
    facts = [
        "Räknas." if is_computed(kind) else "Visas, räknas inte.",
        *([f"I riktiga beslut: {', '.join(numbers)}."] if numbers else []),
    ]
    parts = [f"### {_as_written(kind.key)}", kind.means, bullets(facts)]
    parts += [_fields(model) for model in _model(kind)]
    return "\n\n".join([*parts, *(show(example) for example in kind.examples)])


def _fields(part: type[Clause]) -> str:
    short = f"\n\nSkrivs bara ett ord räknas det som `{part.shorthand}`." if part.shorthand else ""
    return table(("nyckel", "vad som skrivs", "måste stå"), fields.rows(part)) + short
