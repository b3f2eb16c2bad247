"""What one place missed and could have had -> sentences, the same in the terminal and on pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from overens.allocation.outcomes import SHARE
from overens.scenario.counterfactual import Counterfactual, HadReached, Improvement, MissedPeriod
from overens.usecases.wording.compare import signed
from overens.vocabulary.wording import Text, join_texts, kronor


def in_unit(value: Fraction, unit: str) -> Text:
    """Return a difference in its unit: percentage points, or so many."""
    if unit == SHARE and value == 1:
        return Text("1 procentenhet", "1 percentage point")
    if unit == SHARE:
        return Text("{n} procentenheter", "{n} percentage points", {"n": _rounded(value)})
    return Text("{n} {unit}", "{n} {unit}", {"n": value, "unit": unit or "st"})


def exact_kr(exact: Fraction | None) -> str:
    """Return kronor before rounding, as whole kronor; a dash where they are not known."""
    return "–" if exact is None else kronor(int(exact + Fraction(1, 2)))


def gap_words(missed: MissedPeriod, unit: str) -> Text:
    """Return how far it was to the nearest way: so much, or more than so much."""
    if missed.route is None:
        return Text("inget utfall hade räckt", "no outcome had been enough")
    if not missed.route.gap:
        return Text("minsta förbättring", "the least improvement")
    gap = in_unit(missed.route.gap, unit)
    return Text("mer än {gap}", "more than {gap}", {"gap": gap}) if missed.route.strict else gap


def _rounded(value: Fraction) -> Fraction:
    """Return the value to three decimals, upwards, so that what is said is enough."""
    scaled = value * 1000
    return Fraction(-((-scaled.numerator) // scaled.denominator), 1000)


def cheapest_words(found: Sequence[Improvement]) -> Text | None:
    """Return the cheapest next improvement, with how many tie; None where there is none."""
    if not found:
        return None
    one = found[0]
    unit = one.requirement.unit
    values: dict[str, object] = {
        "name": one.requirement.name,
        "period": one.missed.cell.period,
        "gap": gap_words(one.missed, unit),
        "kr": kronor(one.kr),
        "each": _each(one, unit),
    }
    words = Text(
        "Billigaste nästa steg: {name}, {period}: {gap} hade gett {kr}{each}.",
        "Cheapest next step: {name}, {period}: {gap} had given {kr}{each}.",
        values,
    )
    if len(found) == 1:
        return words
    others = ", ".join(f"{other.requirement.name} {other.missed.cell.period}" for other in found[1:])
    return join_texts([words, Text("Lika billigt: {others}.", "Just as cheap: {others}.", {"others": others})])


def _each(one: Improvement, unit: str) -> Text | str:
    if one.per_unit is None:
        return ""
    values: dict[str, object] = {"kr": kronor(int(one.per_unit + Fraction(1, 2)))}
    if unit == SHARE:
        return Text(", {kr} per procentenhet", ", {kr} per percentage point", values)
    return Text(", {kr} för var och en", ", {kr} for each", values)


def bonus_words(found: Counterfactual, names: Mapping[str, str]) -> list[Text]:
    """Return whose misses gave the bonus, and what the own misses gave others, in kronor."""
    said = []
    called: dict[str, object] = {**names, found.who.code: Text("egna missar", "its own misses")}
    if found.bonus_because_of:
        said.append(
            Text(
                "Ur bonuspotten: {kr}, i proportion till vad var och en missade: {who}.",
                "Of the bonus pot: {kr}, in proportion to what each missed: {who}.",
                {"kr": kronor(found.bonus_kr), "who": _most(found.bonus_because_of, called)},
            )
        )
    elif found.bonus_kr:
        said.append(
            Text(
                "Ur bonuspotten: {kr}; ingens missar, för potten har inga tak per mottagare.",
                "Of the bonus pot: {kr}; nobody's misses, for the pot has no ceilings per recipient.",
                {"kr": kronor(found.bonus_kr)},
            )
        )
    if found.gave_others:
        said.append(
            Text(
                "De egna missarna gav andra {kr}: {who}.",
                "Its own misses gave others {kr}: {who}.",
                {"kr": kronor(found.given_kr), "who": _most(found.gave_others, called)},
            )
        )
    return said


MOST_NAMED = 5
"""How many recipients are named of those who gave or got; the rest are summed."""


def _most(kr: Mapping[str, int], names: Mapping[str, object]) -> Text:
    ranked = sorted(kr.items(), key=lambda one: (-one[1], one[0]))
    named = [
        Text("{who} {kr}", "{who} {kr}", {"who": names.get(c, c), "kr": kronor(n)}) for c, n in ranked[:MOST_NAMED]
    ]
    rest = ranked[MOST_NAMED:]
    if rest:
        values: dict[str, object] = {"n": str(len(rest)), "kr": kronor(sum(n for _, n in rest))}
        named.append(Text("{n} till {kr}", "{n} more {kr}", values))
    return join_texts(named, ", ")


def had_reached_words(what: HadReached, pot: str) -> Text:
    """Return what other outcomes had given the recipient, and all others."""
    values: dict[str, object] = {
        "pot": pot,
        "who": what.who.name,
        "mine": signed(what.mine_kr),
        "others": signed(what.others_kr),
        "lapsed": signed(what.lapsed_kr),
        "left": signed(what.undistributed_kr),
    }
    return Text(
        "Om det hade nåtts, {pot}: {who} {mine}, alla andra {others}, förfallet {lapsed}, ofördelat {left}.",
        "Had it been reached, {pot}: {who} {mine}, all others {others}, lapsed {lapsed}, undistributed {left}.",
        values,
    )
