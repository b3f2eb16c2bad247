"""A comparison -> its workbook: every recipient of every pot, and the steps, pots and gains as formulas over them."""

from __future__ import annotations

from collections.abc import Iterator

from overens.allocation.model import Allocation
from overens.export.csv_table import Table
from overens.export.workbook.model import Formula, Workbook
from overens.scenario.attribute import Cause
from overens.usecases.compare import Changes
from overens.usecases.compare_tables import cause_words, changes_table, gains_table, pots_table
from overens.usecases.tables import AGREEMENT, POT
from overens.usecases.wording.compare import IN_NO_SUM, ONE_SIDE_ONLY, one_sided_kr, pot_state_words
from overens.usecases.workbooks.cover import COVER, EMPTY, FORMULAS, ROUGH, BookIdentity, Check, workbook
from overens.usecases.workbooks.sources import SOURCES, sources_sheet
from overens.usecases.workbooks.table_sheet import Here, Live, Plan, Written, live, named_sheets, same_as, with_column
from overens.usecases.workbooks.words import REASON, with_kinds_as_words
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Language, Text

_SHEETS = {
    "cover": COVER,
    "steps": Text("Varför det skiljer", "Why it differs"),
    "pots": Text("Pott för pott", "Pot by pot"),
    "gains": Text("Vilka som får mer och mindre", "Who gets more and who less"),
    "details": Text("Pott och mottagare", "Pot and recipient"),
    "not_compared": Text("Går inte att jämföra", "Cannot be compared"),
    "one_sided": Text("Bara på ena sidan", "On one side only"),
    "sources": SOURCES,
}
_CAUSES = tuple(f"{cause.name.lower()}_kr" for cause in Cause)
_CHECK = Text("Kontroll: skillnad minus orsaker", "Check: difference minus causes")
_NOTE = Text(
    "Före, efter och varje orsak är värden, en rad för varje mottagare av varje pott. Orsakerna ska ge skillnaden;"
    " kontrollen visar vad som skiljer.",
    "Before, after and each cause are values, a row for each recipient of each pot. The causes are to give the difference;"
    " the check shows what differs.",
)


def change_workbook(changes: Changes, register: Register, about: BookIdentity, nothing: Text | None = None) -> Workbook:
    """Return the comparison's workbook; changing what one gets of one pot changes every sum.

    Args:
        nothing: Why nothing is told, where one side is empty or both are the same.
    """
    language = about.language
    names = named_sheets(_SHEETS, language)
    details = _details(changes, register, names["details"], language)
    pots = _pots(changes, details, names["pots"], language)
    steps = _steps(changes, pots, names["steps"], language)
    sheets = [steps, pots]
    if changes.place is None:
        sheets.append(_gains(changes, register, details, names["gains"], language))
    behind = {one.agreement.id: one for side in (changes.before, changes.after) for one in side.allocations}
    sheets += [details, *_outside(changes, names, language)]
    sheets.append(sources_sheet(_concerned(changes, behind), names["sources"], language))
    notes = [*([nothing] if nothing else []), FORMULAS, EMPTY, ROUGH]
    return workbook(about, sheets, _checks(changes, details, pots, steps), notes)


def _concerned(changes: Changes, behind: dict[str, Allocation]) -> list[Allocation]:
    """Return the agreements that are compared or on one side only; for a place only those that concern it."""
    pairs = [pots.agreements for pots in (*(line.pair for line in changes.lines), *changes.not_compared)]
    named = {one.agreement.id for pair in pairs for one in (pair.before, pair.after) if one}
    named |= {one.allocation.agreement.id for one in changes.one_sided}
    return [one for id_, one in behind.items() if id_ in named]


def _checked(table: Table, at: str = "difference_kr") -> Table:
    n = table.names.index(at)
    return with_column(table, "check_kr", _CHECK, tuple(0 if row[n] is not None else None for row in table.rows))


def _difference(here: Here, _: object) -> str:
    return f"{here('after_kr')}-{here('before_kr')}"


def _check(here: Here, _: object) -> str:
    return f"{here('difference_kr')}-SUM({here(_CAUSES[0])}:{here(_CAUSES[-1])})"


_OWN: dict[str, Written] = {"difference_kr": _difference, "check_kr": _check}
_GIVEN = ("before_kr", "after_kr", *_CAUSES)
_SUMMED = ("before_kr", "after_kr", "difference_kr", *_CAUSES, "check_kr")


def _details(changes: Changes, register: Register, name: str, language: Language) -> Live:
    table = with_kinds_as_words(_checked(changes_table(changes, register)))
    return live(table, Plan(name, "details", (_NOTE,), _OWN, _SUMMED, inputs=_GIVEN, frozen=4, filtered=True), language)


def _pots(changes: Changes, details: Live, name: str, language: Language) -> Live:
    """Return the pots: sums of their recipients."""
    table = _checked(pots_table(changes))

    def of(column: str) -> Written:
        return lambda here, values: details.sum_where(column, ("pot", same_as(here("pot"), str(values["pot"]))))

    formulas: dict[str, Written] = {column: of(column) for column in ("before_kr", "after_kr", *_CAUSES)}
    return live(table, Plan(name, "pots", (), formulas | _OWN, _SUMMED, widths={"why": 60}), language)


def _gains(changes: Changes, register: Register, details: Live, name: str, language: Language) -> Live:
    """Return the recipients, who gains most first: sums of their pots."""
    table = with_kinds_as_words(_checked(gains_table(changes, register)))

    def of(column: str) -> Written:
        return lambda here, values: details.sum_where(
            column,
            ("kind", here("kind")),
            ("code", same_as(here("code"), str(values["code"]))),
        )

    formulas: dict[str, Written] = {column: of(column) for column in ("before_kr", "after_kr", *_CAUSES)}
    return live(table, Plan(name, "gains", (), formulas | _OWN, _SUMMED, frozen=3, filtered=True), language)


def _steps(changes: Changes, pots: Live, name: str, language: Language) -> Live:
    """Return the waterfall: before, what each cause gives or takes, and after, which is the sum of the steps above it."""
    causes = [cause for cause in Cause if any(cause in line.causes for line in changes.lines)]
    columns = ["before_kr", *(f"{cause.name.lower()}_kr" for cause in causes)]
    rows = [(changes.before.name, changes.before_kr), *((cause_words(one), changes.of_cause(one)) for one in causes)]
    table = Table(
        Text(
            "{a} → {b}, steg för steg, kronor",
            "{a} → {b}, step by step, kronor",
            {"a": changes.before.name, "b": changes.after.name},
        ),
        ("step", "step_kr"),
        (Text("Steg", "Step"), Text("Kronor", "Kronor")),
        (*rows, (changes.after.name, changes.after_kr)) if changes.lines else (),
    )

    def step(here: Here, _: object) -> str:
        n = here.row - here.span.first
        return f"SUM({pots.column(columns[n])})" if n < len(columns) else f"SUM({here.above('step_kr')})"

    return live(table, Plan(name, "steps", (), {"step_kr": step}, widths={"step": 44, "step_kr": 20}), language)


def _checks(changes: Changes, details: Live, pots: Live, steps: Live) -> Iterator[Check]:
    """Yield the identity: before and after as the pots sum, and that the steps lead from the one to the other."""
    if not changes.lines:
        return
    for side, column in ((changes.before, "before_kr"), (changes.after, "after_kr")):
        words = Text("{name}, det som går att jämföra", "{name}, what can be compared", {"name": side.name})
        yield Check(words, pots.sum(column))
    yield Check(Text("Skillnad", "Difference"), pots.sum("difference_kr"))
    last = steps.cell("step_kr", len(steps.table.rows) - 1)
    yield Check(
        Text("Kontroll: stegens summa minus efter, ska vara 0", "Check: the steps' sum minus after, to be 0"),
        Formula(f"={last}-SUM({pots.column('after_kr')})", 0),
        wrong=Text("stegen leder inte till efter", "the steps do not lead to after"),
    )
    yield Check(
        Text(
            "Kontroll: rad för rad, skillnad minus orsaker, ska vara 0",
            "Check: row by row, difference minus causes, to be 0",
        ),
        details.all_nought("check_kr"),
        wrong=Text("orsakerna ger inte skillnaden på varje rad", "the causes do not give the difference in each row"),
    )


def _outside(changes: Changes, names: dict[str, str], language: Language) -> Iterator[Live]:
    """Yield what is in no sum: pots that cannot be compared, and agreements on one side only."""
    yield live(
        Table(
            Text("Potter som inte går att jämföra", "Pots that cannot be compared"),
            ("pot", "before", "after"),
            (POT, Text("Före", "Before"), Text("Efter", "After")),
            tuple((one.name, pot_state_words(one.before), pot_state_words(one.after)) for one in changes.not_compared),
        ),
        Plan(names["not_compared"], "not_compared", (IN_NO_SUM,)),
        language,
    )
    yield live(
        Table(
            ONE_SIDE_ONLY,
            ("agreement", "name", "side", "computed_kr", "words", "reason"),
            (
                AGREEMENT,
                Text("Namn", "Name"),
                Text("Finns i", "Is in"),
                Text("Beräknat", "Computed"),
                Text("I ord", "In words"),
                REASON,
            ),
            tuple(
                (
                    one.allocation.agreement.id,
                    one.allocation.agreement.name,
                    changes.after.name if one.on_the_later_side else changes.before.name,
                    one.kr,
                    one_sided_kr(one),
                    one.why,
                )
                for one in changes.one_sided
            ),
        ),
        Plan(names["one_sided"], "one_sided", widths={"reason": 60}),
        language,
    )
