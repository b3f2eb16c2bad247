"""Performance -> a sentence, requirements by month, what was missed, the cheapest next step, and the identity of each pot."""

from __future__ import annotations

from collections.abc import Sequence

from overens.agreement.rules import Fate
from overens.allocation.unearned import fate_of
from overens.cli.language import language, t
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.scenario.counterfactual import Counterfactual
from overens.scenario.plausible import Range
from overens.scenario.progress import PeriodMark, Progress
from overens.usecases.performance import Performance, PlaceLine, PotPerformance
from overens.usecases.performance_if import PotIf
from overens.usecases.performance_page_tables import ways_of
from overens.usecases.requirement_lines import RequirementLine
from overens.usecases.wording.amounts import kr_words
from overens.usecases.wording.counterfactual import bonus_words, cheapest_words, exact_kr, gap_words, had_reached_words
from overens.usecases.wording.performance import (
    SIGNS,
    headline,
    how_to_give,
    identity_words,
    legend,
    made_up_words,
    missing_words,
    range_words,
    state_words,
    sums_words,
)
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import decimal_number, kronor, percent

MOST_ROWS = 12
"""How many missed months are shown of a pot, those with the most kronor per unit first; the rest are counted."""


def show_performance(page: Page, performance: Performance, ifs: Sequence[PotIf] = ()) -> None:
    """Print how far each pot has come, for the place asked about or for all."""
    who = performance.who
    page.heading(f"{who.name} · {performance.asked.words}" if who else performance.asked.words)
    page.line(say(headline(performance)))
    if performance.synthetic:
        page.line(say(made_up_words(performance.synthetic)))
    for one in ifs:
        page.line(say(had_reached_words(one.anew, one.pot.name)))
    for pot in performance.pots:
        _pot(page, pot, who, alone=len(performance.pots) == 1)


def _pot(page: Page, pot: PotPerformance, who: Recipient | None, *, alone: bool) -> None:
    page.heading(f"{pot.name}: {pot.pot.pot.name}")
    page.line(say(state_words(pot)))
    sums = sums_words(pot)
    if sums is not None:
        page.line(say(sums))
    if pot.requirements:
        _requirements(page, pot, who)
    if pot.pot.missing:
        _missing(page, pot, whole=alone)
    _recipients(page, pot, who)
    if pot.counterfactual is not None:
        _counterfactual(page, pot, pot.counterfactual)
    if pot.is_computed:
        page.line(say(identity_words(pot)), dim=True)


# --- requirement × month ------------------------------------------------------------


def _requirements(page: Page, pot: PotPerformance, who: Recipient | None) -> None:
    progress = pot.progress
    columns = [
        (t("Krav", "Requirement"), [f"{one.number + 1} {one.name}" for one in pot.requirements]),
        (t("Målet", "Target"), [say(one.target) for one in pot.requirements]),
        (t("Andel", "Share"), ["–" if one.share is None else say(percent(one.share)) for one in pot.requirements]),
    ]
    if progress is not None and who is not None:
        columns.append((t("Senast", "Latest"), [_value(progress, one, who) for one in pot.requirements]))
    if progress is not None:
        columns.append(
            (_heading(progress, counts=who is None), [_months(progress, one, who) for one in pot.requirements])
        )
    known = [(heading, cells) for heading, cells in columns if any(cell not in ("–", "") for cell in cells)]
    numbers = [n for n, (heading, _) in enumerate(known) if heading in (t("Andel", "Share"), t("Senast", "Latest"))]
    months = [n for n, (_, cells) in enumerate(known) if progress is not None and cells is columns[-1][1]]
    page.table(
        [h for h, _ in known], list(zip(*(cells for _, cells in known), strict=True)), right=numbers, whole=months
    )
    if progress and who and progress.of(who.code):
        page.line(say(legend(cell.mark for cell in progress.of(who.code))), dim=True)


def _heading(progress: Progress, *, counts: bool) -> str:
    first, last = progress.periods[0], progress.periods[-1]
    span = first if first == last else f"{first}–{last}"
    return t("Antal som uppfyllt {span}", "How many met {span}", span=span) if counts else span


def _months(progress: Progress, one: RequirementLine, who: Recipient | None) -> str:
    if who is not None:
        return "".join(SIGNS[cell.mark] for cell in progress.of(who.code, one.number))
    cells = [cell for cell in progress.cells if cell.requirement == one.number]
    periods = list(dict.fromkeys(cell.period for cell in cells))
    return " ".join(_met([c.mark for c in cells if c.period == period]) for period in periods)


def _met(marks: Sequence[PeriodMark]) -> str:
    if all(mark is PeriodMark.NO_DATA for mark in marks):
        return SIGNS[PeriodMark.NO_DATA]
    return str(sum(1 for mark in marks if mark in (PeriodMark.MET, PeriodMark.PARTLY)))


def _value(progress: Progress, one: RequirementLine, who: Recipient) -> str:
    values = [c.value for c in progress.of(who.code, one.number) if c.value is not None]
    return decimal_number(values[-1], 1, language()) if values else "–"


# --- values that must be given ------------------------------------------------------


FEW = 4
"""How many missing values are named of a pot among several; of more than so many only the number is told."""


def _missing(page: Page, pot: PotPerformance, *, whole: bool) -> None:
    words = range_words(pot)
    if not whole and len(pot.pot.missing) > FEW:
        page.line(
            t(
                "Saknade värden, och hur de ges: overens performance {pot} --range",
                "Missing values, and how they are given: overens performance {pot} --range",
                pot=pot.name,
            ),
            dim=True,
        )
        return
    page.line(t("Värden som inte är publicerade och måste ges:", "Values that are not published and must be given:"))
    page.notes(say(missing_words(one)) for one in pot.pot.missing)
    if words is not None:
        page.line(say(words))
    page.line(say(how_to_give(pot)), dim=True)


# --- recipients ---------------------------------------------------------------------


def _recipients(page: Page, pot: PotPerformance, who: Recipient | None) -> None:
    lines = [line for line in pot.lines if who is None or (line.who.kind, line.who.code) == (who.kind, who.code)]
    spread = isinstance(pot.range, Range)
    columns = [
        (t("Tak", "Ceiling"), [kr_words(line.ceiling_kr, exact=pot.is_exact) for line in lines]),
        (_earned(pot), [kr_words(line.earned_kr, exact=pot.is_exact) for line in lines]),
        (t("Missat", "Missed"), [kr_words(line.missed_kr, exact=pot.is_exact) for line in lines]),
        (_bonus(pot), [kr_words(line.bonus_kr, exact=pot.is_exact) for line in lines]),
        (t("Får", "Gets"), [kr_words(line.awarded_kr, exact=pot.is_exact) for line in lines]),
        (t("Spann", "Range"), [_range(line) for line in lines] if spread else []),
    ]
    known = [(heading, cells) for heading, cells in columns if any(cell != "–" for cell in cells)]
    if not known or not lines:
        return
    rows = [
        (line.who.short_name if line.who.code.isdigit() else line.who.name, *(cells[n] for _, cells in known))
        for n, line in enumerate(lines)
    ]
    headings = (t("Mottagare", "Recipient"), *(heading for heading, _ in known))
    page.table(headings, rows, right=range(1, len(headings)))


def _bonus(pot: PotPerformance) -> str:
    if fate_of(pot.pot.pot) is Fate.BONUS_POT:
        return t("Bonus", "Bonus")
    return t("Av resten", "Of the rest")


def _earned(pot: PotPerformance) -> str:
    return t("Intjänat hittills", "Earned so far") if pot.is_so_far else t("Intjänat", "Earned")


def _range(line: PlaceLine) -> str:
    if line.low_kr is None or line.high_kr is None:
        return "–"
    return f"{kronor(line.low_kr)}–{kronor(line.high_kr)}"


# --- what could have been -----------------------------------------------------------


def _counterfactual(page: Page, pot: PotPerformance, found: Counterfactual) -> None:
    ways = ways_of(found)
    if ways:
        page.heading(t("Vad som missades", "What was missed"))
        page.table(
            (
                t("Krav", "Requirement"),
                t("Period", "Period"),
                t("Utfall", "Outcome"),
                t("Det fattades", "Short by"),
                t("Värt", "Worth"),
                t("Per enhet", "Per unit"),
            ),
            [
                (
                    f"{one.number + 1} {one.name}",
                    missed.cell.period,
                    decimal_number(missed.cell.value, 2, language()),
                    say(gap_words(missed, one.unit)),
                    exact_kr(missed.route.worth if missed.route else missed.worth),
                    exact_kr(missed.route.per_unit if missed.route else None),
                )
                for one, missed in ways[:MOST_ROWS]
            ],
            right=(2, 4, 5),
            whole=(1,),
        )
        if len(ways) > MOST_ROWS:
            n = str(len(ways) - MOST_ROWS)
            page.line(t("… och {n} till; alla med --json.", "… and {n} more; all with --json.", n=n), dim=True)
    words = cheapest_words(found.cheapest)
    if words is not None:
        page.line(say(words))
    names = {one.code: one.short_name for one in pot.pot.recipients}
    for said in bonus_words(found, names):
        page.line(say(said))
