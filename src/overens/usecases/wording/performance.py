"""What was earned, missed and could have been -> sentences, the same in the terminal and on pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from overens.agreement.rules import Fate
from overens.allocation.explain_results import certainty
from overens.allocation.parameters import Parameter
from overens.allocation.unearned import fate_of
from overens.scenario.plausible import Range
from overens.scenario.progress import PeriodMark, Progress
from overens.usecases.performance import Performance, PlaceLine, PotPerformance
from overens.usecases.wording.amounts import kr_words
from overens.vocabulary.money import SURE, Precision, weakest
from overens.vocabulary.wording import Text, counted, decimal_number, join_texts, kronor, whole_number

SIGNS = {
    PeriodMark.MET: "●",
    PeriodMark.PARTLY: "◐",
    PeriodMark.MISSED: "○",
    PeriodMark.OPEN: "?",
    PeriodMark.NO_DATA: "·",
}
"""A sign for each mark, told apart without colour."""

_MARKS = {
    PeriodMark.MET: Text("uppfyllt", "met"),
    PeriodMark.PARTLY: Text("delvis", "partly"),
    PeriodMark.MISSED: Text("missat", "missed"),
    PeriodMark.OPEN: Text("går inte att avgöra", "cannot be decided"),
    PeriodMark.NO_DATA: Text("utfall saknas", "no data"),
}


def mark_words(mark: PeriodMark) -> Text:
    """Return what became of a requirement in a period, in words."""
    return _MARKS[mark]


def legend(marks: Iterable[PeriodMark]) -> Text:
    """Return what each sign means, of those that occur."""
    seen = set(marks)
    return join_texts(
        [Text("{s} {w}", "{s} {w}", {"s": SIGNS[m], "w": _MARKS[m]}) for m in PeriodMark if m in seen], "  "
    )


# --- in one sentence ----------------------------------------------------------------


def headline(performance: Performance) -> Text:
    """Return what is earned, missed and given out of bonus pots, over all pots shown, in one sentence."""
    lines = [line for pot in performance.pots for line in _mine(performance, pot) if line.earned_kr is not None]
    left = sum(1 for pot in performance.pots if not any(one.earned_kr is not None for one in _mine(performance, pot)))
    who = Text("{who}", "{who}", {"who": performance.who.name}) if performance.who else Text("Alla", "All")
    if not performance.pots:
        return _nothing(performance)
    if not lines:
        return Text(
            "{pots} ska tjänas in, men ingen kan räknas i kronor med det som är känt.",
            "{pots} to be earned, but none can be counted in kronor by what is known.",
            {"pots": counted(len(performance.pots), ("pott", "potter"), ("pot is", "pots are"))},
        )
    counted_in = [pot for pot in performance.pots if any(one.earned_kr is not None for one in _mine(performance, pot))]
    exact = all(pot.is_exact for pot in counted_in)
    parts = [
        _earned(
            lines, who, so_far=any(pot.is_so_far for pot in performance.pots), exact=exact, bonus=_all_bonus(counted_in)
        )
    ]
    if left:
        words = Text("{n} kan inte räknas i kronor.", "{n} cannot be counted in kronor.", {"n": _pots(left)})
        parts.append(words)
    return join_texts(parts)


def _earned(lines: Sequence[PlaceLine], who: Text, *, so_far: bool, exact: bool, bonus: bool) -> Text:
    missed = [line.missed_kr for line in lines if line.missed_kr is not None]
    shared = [line.bonus_kr for line in lines if line.bonus_kr is not None]
    parts = [
        Text(
            "{who} har{sofar} tjänat in {kr}",
            "{who} has earned {kr}{sofar}" if who.en != "All" else "All have earned {kr}{sofar}",
            {
                "who": who,
                "kr": kr_words(sum(line.earned_kr or 0 for line in lines), exact=exact),
                "sofar": Text(" hittills", " so far") if so_far else "",
            },
        )
    ]
    if missed:
        parts.append(Text("missat {kr}", "missed {kr}", {"kr": kr_words(sum(missed), exact=exact)}))
    if shared:
        kr: dict[str, object] = {"kr": kr_words(sum(shared), exact=exact)}
        pot = Text("fått {kr} ur bonuspotten", "got {kr} of the bonus pot", kr)
        parts.append(pot if bonus else Text("fått {kr} av resten", "got {kr} of the rest", kr))
    last = Text(" och {x}", " and {x}", {"x": parts.pop()}) if len(parts) > 1 else None
    words = join_texts(parts, ", ")
    return Text("{a}{b}.", "{a}{b}.", {"a": words, "b": last or ""})


def _all_bonus(pots: Sequence[PotPerformance]) -> bool:
    return all(fate_of(pot.pot.pot) is Fate.BONUS_POT for pot in pots if pot.bonus_kr is not None)


def _mine(performance: Performance, pot: PotPerformance) -> Sequence[PlaceLine]:
    if performance.who is None:
        return pot.lines
    line = pot.line_of(performance.who)
    return (line,) if line else ()


def _pots(n: int) -> Text:
    return counted(n, ("pott", "potter"), ("pot", "pots"))


def _nothing(performance: Performance) -> Text:
    if performance.who is not None and performance.elsewhere:
        return Text(
            "{who} är inte med i någon av potterna som tjänas in: {pots}.",
            "{who} has no part in any of the pots that are earned: {pots}.",
            {"who": performance.who.name, "pots": ", ".join(performance.elsewhere)},
        )
    if performance.as_known_on is not None:
        return Text(
            "I {asked} finns ingen pott som tjänas in genom prestation och som var känd {day}.",
            "In {asked} there is no pot that is earned by performance and was known on {day}.",
            {"asked": performance.asked.words, "day": performance.as_known_on.isoformat()},
        )
    return Text(
        "I {asked} finns ingen pott som tjänas in genom prestation.",
        "In {asked} there is no pot that is earned by performance.",
        {"asked": performance.asked.words},
    )


# --- one pot ------------------------------------------------------------------------


def state_words(pot: PotPerformance) -> Text:
    """Return how far the pot has come: computed and how surely, so far, or why not."""
    if pot.is_computed:
        computed = Text("Potten är beräknad.", "The pot is computed.")
        return join_texts([computed, *_given(pot), *_how_sure(pot)])
    why = pot.pot.reason or Text("okänt varför", "unknown why")
    not_yet = Text("Potten är inte beräknad: {why}.", "The pot is not computed: {why}.", {"why": why})
    if pot.is_so_far and pot.progress is not None and not pot.progress.is_whole:
        return join_texts([not_yet, so_far_words(pot.progress)])
    return not_yet


def _given(pot: PotPerformance) -> Iterator[Text]:
    if pot.given:
        what = "; ".join(f"{one.path} = {one.value}" for one in pot.given)
        yield Text("Du har angett {what}.", "You gave {what}.", {"what": what})


def _how_sure(pot: PotPerformance) -> Iterator[Text]:
    """Yield why the kronor cannot be counted on to the krona, where they cannot."""
    awards = pot.pot.awards
    mark = weakest(award.amount.mark for award in awards)
    if awards and not (mark in SURE and pot.is_exact):
        rough = next((award for award in awards if award.amount.precision is not Precision.EXACT), awards[0])
        yield certainty(pot.pot, replace(rough, amount=replace(rough.amount, mark=mark, low=None, high=None)))


def so_far_words(progress: Progress) -> Text:
    """Return which periods are counted when not all are there."""
    n, of = len(progress.counted), len(progress.periods)
    values: dict[str, object] = {"n": str(n), "of": str(of), "periods": ", ".join(_runs(progress))}
    return Text(
        "Hittills räknas {n} av {of} perioder, de som alla har utfall för: {periods}.",
        "So far {n} of {of} periods are counted, those that all have outcomes for: {periods}.",
        values,
    )


def _runs(progress: Progress) -> list[str]:
    """Return the counted periods, those that follow one another drawn together."""
    runs: list[list[str]] = []
    for n, period in enumerate(progress.periods):
        if period in progress.counted:
            if runs and n and runs[-1][-1] == progress.periods[n - 1]:
                runs[-1].append(period)
            else:
                runs.append([period])
    return [run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


def sums_words(pot: PotPerformance) -> Text | None:
    """Return what all earned and missed, and what becomes of the missed; None where no kronor are known."""
    if pot.earned_kr is None:
        return None
    so_far = Text(" hittills", " so far") if pot.is_so_far else ""
    parts = [
        Text(
            "Intjänat{sofar} av alla: {kr}",
            "Earned{sofar} by all: {kr}",
            _of(pot.earned_kr, so_far, exact=pot.is_exact),
        )
    ]
    if pot.missed_kr is not None:
        parts.append(Text("inte intjänat: {kr}", "not earned: {kr}", _of(pot.missed_kr, so_far, exact=pot.is_exact)))
    if pot.bonus_kr is not None:
        words = _SHARED.get(fate_of(pot.pot.pot), _SHARED[Fate.BONUS_POT])
        parts.append(Text(words.sv, words.en, _of(pot.bonus_kr, so_far, exact=pot.is_exact)))
    if pot.lapsed_kr is not None:
        parts.append(
            Text("förfallet{sofar}: {kr}", "lapsed{sofar}: {kr}", _of(pot.lapsed_kr, so_far, exact=pot.is_exact))
        )
    return Text("{all}.", "{all}.", {"all": join_texts(parts, "; ")})


_SHARED = {
    Fate.BONUS_POT: Text("bonuspott{sofar}: {kr}", "bonus pot{sofar}: {kr}"),
    Fate.THE_BEST: Text("till de bästa{sofar}: {kr}", "to the best{sofar}: {kr}"),
    Fate.STAYS_WHOLE: Text("delat av de andra{sofar}: {kr}", "shared by the others{sofar}: {kr}"),
}


def _of(kr: int, so_far: Text | str, *, exact: bool) -> dict[str, object]:
    return {"kr": kr_words(kr, exact=exact), "sofar": so_far}


def made_up_words(names: Sequence[str]) -> Text:
    """Return which outcomes are made up."""
    return Text("Påhittade utfall: {names}.", "Made-up outcomes: {names}.", {"names": ", ".join(names)})


def identity_words(pot: PotPerformance) -> Text:
    """Return the pot as awarded + lapsed + undistributed."""
    one = pot.pot
    values: dict[str, object] = {
        "awarded": kronor(one.awarded_kr),
        "lapsed": kronor(one.lapsed_kr),
        "left": kronor(one.undistributed_kr),
        "pot": kronor(one.amount.kr) if one.amount else "–",
    }
    return Text(
        "{awarded} tilldelat + {lapsed} förfallet + {left} ofördelat = {pot}, potten.",
        "{awarded} awarded + {lapsed} lapsed + {left} undistributed = {pot}, the pot.",
        values,
    )


def missing_words(one: Parameter) -> Text:
    """Return a value that must be given: its path, what it is, what is plausible."""
    values: dict[str, object] = {"path": one.path, "what": one.what}
    if one.low is None or one.high is None:
        return Text("{path}: {what}", "{path}: {what}", values)
    ends = {"low": one.low, "high": one.high}
    return Text("{path}: {what}, rimligt {low}–{high}", "{path}: {what}, plausibly {low}–{high}", values | ends)


EXAMPLES = {
    "belopp": "70 Mkr",
    "fördelning": "{andel av: befolkning, per: 2023-12-31}",
    "mäts": "{från: 2024-01, till: 2024-12, varje: månad}",
    "utfall": "bup-forsta-besok",
    "bättre än": "samma månad 2023",
    "andel av potten": "1/3",
    "andel": "50 %",
    "pris": "1 000 kr",
    "från": "5",
    "nådd av": "['06', '12']",
    "om potten inte räcker": "minskas i proportion",
}
"""What a value may look like, by its key."""


def how_to_give(pot: PotPerformance) -> Text:
    """Return how all missing values are given on the command line, with values that are only examples."""
    options = " ".join(f'--given "{pot.name}: {one.path}={_example(one)}"' for one in pot.pot.missing)
    return Text("Ges så här, med egna värden: {given}.", "Give them so, with your values: {given}.", {"given": options})


def _example(one: Parameter) -> str:
    return decimal_number(one.low) if one.low is not None else EXAMPLES.get(one.path.rpartition("/")[2], "70")


def range_words(pot: PotPerformance) -> Text | None:
    """Return the range of what all get together and how it was tried, or why there is none; None where nothing is missing."""
    spread = pot.range
    if spread is None:
        return None
    if not isinstance(spread, Range):
        return Text("Inget spann kan räknas: {why}.", "No range can be computed: {why}.", {"why": spread})
    return Text(
        "Spann, inget belopp: alla tillsammans {low}–{high}. {how}",
        "A range, no amount: all together {low}–{high}. {how}",
        {"low": kronor(spread.awarded[0]), "high": kronor(spread.awarded[1]), "how": _how(spread)},
    )


def _how(spread: Range) -> Text:
    thresholds = counted(len(spread.grid), ("tröskel", "trösklar"), ("threshold", "thresholds"))
    each = str(len(next(iter(spread.grid.values()))))
    values: dict[str, object] = {"n": whole_number(spread.points), "thresholds": thresholds, "each": each}
    if spread.together:
        return Text(
            "Rutnät: {thresholds} flyttade tillsammans i {each} steg över sina rimliga spann.",
            "Grid: {thresholds} moved together in {each} steps over their plausible ranges.",
            values,
        )
    return Text(
        "Rutnät: {thresholds} med {each} värden var över det rimliga spannet, {n} kombinationer.",
        "Grid: {thresholds} with {each} values each over the plausible range, {n} combinations.",
        values,
    )
