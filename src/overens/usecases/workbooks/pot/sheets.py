"""A pot -> its sheets, live from amount and figures to kronor, and where each recipient's award stands in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from overens.allocation.describe import describe_rule
from overens.allocation.explain import StepKind
from overens.allocation.explain_steps import mark_words, precision_words
from overens.allocation.model import Allocation, PotAllocation, State
from overens.export.workbook.model import Look, NamedRange, Sheet, Tone, sheet_names
from overens.usecases.wording.why import step_heading
from overens.usecases.workbooks.pot.arithmetic import Arithmetic, arithmetic_of
from overens.usecases.workbooks.pot.lay_out import Laid, lay_out, lay_out_in_one
from overens.usecases.workbooks.pot.result_steps import annex_step, certainty_step, payments_step
from overens.usecases.workbooks.pot.steps import PotFact, PotField, PotStep
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from overens.vocabulary.wording import Language, Text, plain

Who = tuple[RecipientKind, str]


@dataclass(frozen=True)
class PotSheets:
    """A pot's sheets, and the cells that other sheets read (pottens blad).

    Attributes:
        awards: Kind and code -> the cell with the recipient's kronor: 'Avrundning till hela kronor'!$H$12. None for a
            pot that is not computed.
        amount, awarded, lapsed, undistributed: The cells with the pot and what becomes of it; empty where it is not known.
        names: Names for the pot's cells, such as 'pott' and 'kronor'.
        live: Whether the kronor follow from the inputs by formulas.
        laid: Where every fact and field stands.
        steps: The steps, one for each sheet unless all stand in one.
    """

    sheets: tuple[Sheet, ...]
    awards: Mapping[Who, str]
    amount: str
    awarded: str
    lapsed: str
    undistributed: str
    names: tuple[NamedRange, ...]
    live: bool
    laid: Laid
    steps: tuple[PotStep, ...]


def pot_sheets(
    allocation: Allocation,
    pot: PotAllocation,
    register: Register,
    language: Language,
    taken: Collection[str] = (),
    *,
    in_one: bool = False,
    suffix: str = "",
    named: tuple[str, str] | None = None,
) -> PotSheets:
    """Return the pot's sheets.

    Args:
        taken: Names of sheets that the workbook already has.
        in_one: Whether all steps stand beside each other in one sheet, named as the pot; else in one sheet each,
            named as on the page.
        named: Name and title of the one sheet, where they are not the pot's name.
        suffix: What is put after the names of the pot's cells, where a workbook holds several pots: pott_bup.
    """
    recipients = tuple(sorted(pot.recipients, key=lambda who: who.code))
    found = arithmetic_of(pot, recipients) if pot.state is State.COMPUTED else None
    steps = (_pot_step(allocation, pot, found, register), *_steps(pot, found, recipients))
    if in_one:
        wanted, title = named or (pot.pot.name, pot.pot.name)
        [name] = _free(taken, [wanted])
        laid = lay_out_in_one(steps, name, title, recipients, language)
    else:
        headings = [step.heading.say(language) for step in steps]
        titles = [f"{heading} · {pot.pot.name}" for heading in headings]
        laid = lay_out(steps, _free(taken, headings), titles, recipients, language)
    awards = {(who.kind, who.code): laid.one("kronor", n) for n, who in enumerate(recipients)} if found else {}
    pot_cell, awarded, lapsed, left = (laid.fact(name) if name in laid.facts else "" for name in _FACT_NAMES)
    names = tuple(_names(laid, suffix, language))
    live = found is not None and found.live
    return PotSheets(laid.sheets, awards, pot_cell, awarded, lapsed, left, names, live, laid, steps)


def _free(taken: Collection[str], wanted: Sequence[str]) -> list[str]:
    return sheet_names([*taken, *wanted])[len(taken) :]


def _steps(pot: PotAllocation, found: Arithmetic | None, recipients: Sequence[Recipient]) -> tuple[PotStep, ...]:
    if found is None:
        return tuple(_not_computed(pot, recipients))
    after = (
        payments_step(pot, recipients, found.kronor),
        annex_step(pot, recipients, found.kronor),
        certainty_step(pot, recipients),
    )
    return (*found.steps, *(step for step in after if step is not None))


def _not_computed(pot: PotAllocation, recipients: Sequence[Recipient]) -> Iterator[PotStep]:
    """Yield what is known of each one's part of a pot that is not computed: the least and the most, as values."""
    columns = (
        ("at_least", Text("Minst", "At least"), pot.at_least),
        ("least_if_met", Text("Minst om villkoren uppfylls", "At least if conditions are met"), pot.least_if_met),
        ("ceiling", Text("Högst", "At most"), pot.ceilings),
    )
    fields = tuple(
        PotField(name, heading, tuple(of.get(who.code) for who in recipients), "", tone=Tone.FIXED)
        for name, heading, of in columns
        if any(who.code in of for who in recipients)
    )
    if fields and pot.state is State.NOT_COMPUTED:
        yield PotStep(step_heading(StepKind.NOT_COMPUTED), (), fields)


# --- the pot itself -----------------------------------------------------------------


def _pot_step(allocation: Allocation, pot: PotAllocation, found: Arithmetic | None, register: Register) -> PotStep:
    notes: tuple[Text, ...] = (describe_rule(pot.pot, register),)
    if pot.reason is not None and found is None:
        notes += (Text("Ej beräknad: {reason}.", "Not computed: {reason}.", {"reason": pot.reason}),)
    step = PotStep(step_heading(StepKind.POT), tuple(_amount_facts(pot, found)), (), notes)
    if found is not None:
        step = replace(step, facts=(*step.facts, *_sum_facts(pot, found)))
    titles = [allocation.agreement.sources[n].title for n in pot.pot.source if n in allocation.agreement.sources]
    sources = tuple(PotFact("", Text("Källa", "Source"), None, "", Look.TEXT, note=plain(title)) for title in titles)
    return replace(step, facts=(*step.facts, *sources))


def _amount_facts(pot: PotAllocation, found: Arithmetic | None) -> Iterator[PotFact]:
    if pot.amount is None or pot.state is State.NOT_YET_KNOWN:
        return
    words = {"precision": precision_words(pot.amount.precision), "mark": mark_words(pot.amount.mark)}
    note = Text("kronor; {precision}, {mark}", "kronor; {precision}, {mark}", {**words})
    formula = "SUM({kronor:all})" if found is not None and found.open_ended else ""
    tone = Tone.PLAIN if formula else Tone.INPUT if found is not None and found.live else Tone.FIXED
    yield PotFact("pot", Text("Potten", "The pot"), pot.amount.kr, formula, tone=tone, note=note)
    yield PotFact("", Text("Antal mottagare", "Number of recipients"), len(pot.recipients), "", Look.COUNT)


def _sum_facts(pot: PotAllocation, found: Arithmetic) -> Iterator[PotFact]:
    """Yield what becomes of the pot, and that awarded + lapsed + undistributed is the pot."""
    assert pot.amount is not None
    fixed = Tone.PLAIN if found.live else Tone.FIXED
    lapsed, left = found.lapsed, found.undistributed
    yield PotFact("awarded", Text("Tilldelat", "Awarded"), sum(found.kronor), "SUM({kronor:all})")
    yield PotFact("lapsed", Text("Förfallet", "Lapsed"), found.lapsed_kr, lapsed, tone=Tone.PLAIN if lapsed else fixed)
    yield PotFact("undistributed", Text("Ej fördelat", "Undistributed"), found.undistributed_kr, left, tone=fixed)
    label = Text("Kontroll", "Check")
    note = Text(
        "tilldelat + förfallet + ej fördelat − potten: 0 stämmer",
        "awarded + lapsed + undistributed − the pot: 0 agrees",
    )
    yield PotFact("check", label, 0, "{awarded}+{lapsed}+{undistributed}-{pot}", tone=Tone.CHECK, note=note)


# --- names --------------------------------------------------------------------------

_FACT_NAMES = {
    "pot": Text("pott", "pot"),
    "awarded": Text("tilldelat", "awarded"),
    "lapsed": Text("förfallet", "lapsed"),
    "undistributed": Text("ej_fördelat", "undistributed"),
}
_FIELD_NAMES = {"figure": Text("underlag", "figure"), "share": Text("andel", "share"), "kronor": plain("kronor")}


def _names(laid: Laid, suffix: str, language: Language) -> Iterator[NamedRange]:
    """Yield names for the cells that people look for."""
    end = "_" + "".join(one if one.isalnum() else "_" for one in suffix) if suffix else ""
    for name, words in _FACT_NAMES.items():
        if name in laid.facts:
            yield NamedRange(words.say(language) + end, laid.fact(name))
    for name, words in _FIELD_NAMES.items():
        if name in laid.fields:
            yield NamedRange(words.say(language) + end, laid.everyone(name))
