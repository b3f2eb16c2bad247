"""Draws -> between which amounts each place's money lies, and the identity of each pot, in the terminal."""

from __future__ import annotations

from overens.cli.language import t
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.usecases.draws import Between, Draws, PlaceDraws
from overens.usecases.draws_tables import places_of
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import kronor, whole_number


def show_draws(page: Page, draws: Draws, names: str, place: Recipient | None) -> None:
    """Print what was drawn, each place's interval, and what of each pot lapses or reaches nobody."""
    page.heading(f"{names}, {place.name}" if place else names)
    page.line(_what(draws))
    if draws.draw.synthetic:
        made_up = ", ".join(draws.draw.synthetic)
        page.line(t("Utfallen är påhittade: {names}.", "The outcomes are made up: {names}.", names=made_up))
    page.line(t("Räkning: {engine}.", "Engine: {engine}.", engine=say(draws.engine)), dim=True)
    page.heading(t("Vad var och en får", "What each gets"))
    shown = places_of(draws, place)
    rows = [(one.who.short_name if one.who.code.isdigit() else one.who.name, *_cells(one.between)) for one in shown]
    page.table(_headings(), rows, right=(1, 2, 3, 4, 5), total=None)
    page.line(
        t(
            "P10: i en tiondel av dragningarna blir det inte mer än så; P50: i hälften; P90: i nio tiondelar.",
            "P10: in a tenth of the draws it is no more than that; P50: in half; P90: in nine tenths.",
        ),
        dim=True,
    )
    if any(one.certain_kr for one in shown):
        page.line(_same_in_all(draws, shown[0] if place else None))
    _identity(page, draws)


def _same_in_all(draws: Draws, one: PlaceDraws | None) -> str:
    """Return how much of the amounts the draws do not decide: what is uncertain is the rest."""
    if one is None:
        return t(
            "I beloppen ingår de andra potterna, som är lika i alla dragningar; --csv skiljer ut dem.",
            "The amounts include the other pots, which are the same in every draw; --csv tells them apart.",
        )
    return t(
        "Av det är {same} lika i alla dragningar, ur andra potter. Ur {pots}: {low}–{high} (P10–P90).",
        "Of that {same} is the same in every draw, of other pots. Of {pots}: {low}–{high} (P10–P90).",
        same=kronor(one.certain_kr),
        pots=", ".join(pot.name for pot in draws.pots),
        low=kronor(one.between.p10 - one.certain_kr),
        high=kronor(one.between.p90 - one.certain_kr),
    )


def _what(draws: Draws) -> str:
    months = sorted({one.series.measured_on for one in draws.draw.variables})
    drawn = t(
        "{n} dragningar med frö {seed} av {values} utfall, {first}–{last}.",
        "{n} draws with seed {seed} of {values} outcomes, {first}–{last}.",
        n=whole_number(draws.done),
        seed=str(draws.draw.seed),
        values=whole_number(len(draws.draw.variables)),
        first=months[0],
        last=months[-1],
    )
    if not draws.stopped:
        return drawn
    stopped = t("Stoppat: {n} var begärda.", "Stopped: {n} were asked for.", n=whole_number(draws.wanted))
    return f"{drawn} {stopped}"


def _headings() -> tuple[str, ...]:
    return (t("Mottagare", "Recipient"), t("Lägst", "Least"), "P10", "P50", "P90", t("Högst", "Greatest"))


def _cells(one: Between) -> tuple[str, ...]:
    return tuple(kronor(kr) for kr in (one.least, one.p10, one.p50, one.p90, one.greatest))


def _identity(page: Page, draws: Draws) -> None:
    page.heading(t("Potterna", "The pots"))
    for one in draws.pots:
        holds = kronor(one.amount_kr) if one.amount_kr is not None else t("öppen ram", "open-ended")
        page.line(
            t(
                "{name}, {pot}: utdelat + förfallet + ej fördelat är potten i var och en av {n} dragningar; "
                "förfallet {lapsed}, ej fördelat {left} (P10–P90).",
                "{name}, {pot}: awarded + lapsed + undistributed is the pot in each of {n} draws; "
                "lapsed {lapsed}, undistributed {left} (P10–P90).",
                name=one.name,
                pot=holds,
                n=whole_number(draws.done),
                lapsed=_span(one.lapsed),
                left=_span(one.undistributed),
            )
        )
    for name in draws.draw.not_computed:
        page.line(t("{name} är inte beräknad och ingår inte.", "{name} is not computed and not in it.", name=name))


def _span(one: Between) -> str:
    return kronor(one.p10) if one.p10 == one.p90 else f"{kronor(one.p10)}–{kronor(one.p90)}"
