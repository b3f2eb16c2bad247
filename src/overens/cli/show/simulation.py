"""A simulation -> who gains and loses, which change moved what, who pays, and the identity, in the terminal."""

from __future__ import annotations

from overens.allocation.model import State
from overens.cli.language import count, language, t
from overens.cli.show.page import Page
from overens.cli.show.parts import kr, say
from overens.figures.population import kr_each
from overens.scenario.effects import PotMove
from overens.usecases.simulate import Row, Simulation, SimulationStep
from overens.usecases.simulation_tables import IDENTITY, identity_of, rows_for
from overens.usecases.wording.compare import pot_state_words, signed
from overens.usecases.wording.moved import from_and_to, qualified_words
from overens.usecases.wording.simulate import (
    NOT_IN_SUMS,
    change_words,
    effect_words,
    extremes,
    headline,
    not_sure_words,
    predictable_words,
    tried_on,
)
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import kronor, percent

BAR = 12
"""How many characters the longest bar is, where there is room."""


def show_simulation(page: Page, simulation: Simulation, place: Recipient | None) -> None:
    """Print what moves in one sentence, then each recipient, each step, who pays, and the identity of each pot."""
    names = ", ".join(one.name for one in simulation.scenarios)
    page.heading(f"{names}, {place.name}" if place else names)
    page.line(say(headline(simulation)))
    page.line(say(tried_on(simulation)), dim=True)
    if (not_sure := not_sure_words(simulation)) is not None:
        page.line(say(not_sure), dim=True)
    if not simulation.changes_nothing:
        _recipients(page, simulation, place)
    _steps(page, simulation, place)
    if not simulation.changes_nothing:
        _who_pays(page, simulation)
        _identity(page, simulation)
    _not_compared(page, simulation, place)


def _recipients(page: Page, simulation: Simulation, place: Recipient | None) -> None:
    rows = [row for row in rows_for(simulation, place) if row.difference_kr]
    left_alone = len(rows_for(simulation, place)) - len(rows)
    if rows:
        page.heading(t("Vem får mer och mindre", "Who gets more and less"))
        if place is None and (most := extremes(simulation)) is not None:
            page.line(say(most))
        total = None if place else _total(simulation)
        page.table(_headings(), _cells(rows, page.width), right=(1, 2, 3, 4, 5), total=total)
        if left_alone:
            n = count(left_alone, ("mottagare", "mottagare"), ("recipient", "recipients"))
            page.line(t("{n} får lika mycket som förut.", "As much as before to {n}.", n=n), dim=True)
    elif place is not None:
        words = t("{who} får lika mycket som förut.", "{who} gets as much as before.", who=place.name)
        nothing = t("{who} får inget av det som prövas.", "{who} gets nothing of what is tried.", who=place.name)
        page.line(words if left_alone else nothing)


def _headings() -> tuple[str, ...]:
    return (
        t("Mottagare", "Recipient"),
        t("Före", "Before"),
        t("Efter", "After"),
        t("Skillnad", "Difference"),
        "%",
        t("kr/inv", "kr/inh"),
        t("█ mer ░ mindre", "█ more ░ less"),
    )


def _cells(rows: list[Row], width: int) -> list[tuple[str, ...]]:
    longest = max(abs(row.difference_kr) for row in rows)
    bar = min(BAR, max(3, width // 9))
    return [
        (
            row.who.short_name if row.who.code.isdigit() else row.who.name,
            kronor(row.before_kr),
            kronor(row.after_kr),
            signed(row.difference_kr),
            "–"
            if row.difference_share is None
            else _sign(row) + say(percent(row.difference_share, 1)).rstrip(" %\u00a0"),
            "–" if row.per_inhabitant is None else _sign(row) + kr_each(row.per_inhabitant).say(language()),
            ("█" if row.difference_kr > 0 else "░") * max(1, abs(row.difference_kr) * bar // longest),
        )
        for row in rows
    ]


def _sign(row: Row) -> str:
    return "+" if row.difference_kr > 0 else ""


def _total(simulation: Simulation) -> tuple[str, ...]:
    difference = signed(simulation.after_kr - simulation.before_kr)
    total = t("Summa, alla", "Total, all")
    return (total, kronor(simulation.before_kr), kronor(simulation.after_kr), difference, "", "", "")


def _steps(page: Page, simulation: Simulation, place: Recipient | None) -> None:
    page.heading(t("Ändring för ändring, i ordning", "Change by change, in order"))
    several = len(simulation.scenarios) > 1
    for step in simulation.steps:
        whose = f"[{step.made.scenario}] " if several and step.made.scenario else ""
        page.item(f"{step.number}.", f"{whose}{say(change_words(step.made))}")
        mine = "" if place is None or step.nothing else f"{place.name} {signed(_moved(step, place))}; "
        page.tree(1, "→", mine + say(effect_words(step)))


def _moved(step: SimulationStep, place: Recipient) -> int:
    return step.kr.get((place.kind, place.code), 0)


def _who_pays(page: Page, simulation: Simulation) -> None:
    said = from_and_to(simulation.balance)
    said += qualified_words(simulation.newly_qualified, simulation.no_longer_qualified)
    if (predictable := predictable_words(simulation.predictable_before, simulation.predictable_after)) is not None:
        said.append(predictable)
    if said:
        page.heading(t("Vem betalar, och till vem", "Who pays, and to whom"))
        page.notes(map(say, said))


def _identity(page: Page, simulation: Simulation) -> None:
    changed = [
        pot for pot in simulation.compared if identity_of(pot.before) != identity_of(pot.after) or any(pot.effects)
    ]
    if not changed:
        return
    page.heading(
        t(
            "Potterna efteråt: delas ut + förfaller + ej fördelat = potten",
            "The pots afterwards: awarded + lapses + undistributed = the pot",
        )
    )
    rows = [(pot.name, *map(kr, identity_of(pot.after))) for pot in changed]
    page.table((t("Pott", "Pot"), *map(say, IDENTITY)), rows, right=(1, 2, 3, 4), whole=(0,))


def _not_compared(page: Page, simulation: Simulation, place: Recipient | None) -> None:
    if not simulation.not_compared:
        return
    page.heading(t("Går inte att jämföra", "Cannot be compared"))
    page.line(say(NOT_IN_SUMS))
    for pot in simulation.not_compared:
        before, after = say(pot_state_words(pot.before)), say(pot_state_words(pot.after))
        page.item("·", f"{pot.name}: {after if before == after else f'{before} → {after}'}")
    for pot in simulation.not_compared:
        if pot.after.state is State.COMPUTED:
            _first_with_the_scenario(page, pot, place)


def _first_with_the_scenario(page: Page, pot: PotMove, place: Recipient | None) -> None:
    """Print who gets what of a pot that is computed only with the scenario; there is nothing to hold it against."""
    page.heading(t("{pot}, beräknad först med scenariot", "{pot}, computed only with the scenario", pot=pot.name))
    awards = [one for one in pot.after.awards if place is None or one.recipient == place]
    rows = [(one.recipient.name, kronor(one.amount.kr)) for one in awards]
    page.table((t("Mottagare", "Recipient"), t("Får", "Gets")), rows, right=(1,))
