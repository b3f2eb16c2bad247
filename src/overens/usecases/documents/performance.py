"""Performance -> the JSON document of overens performance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from overens.scenario.counterfactual import Counterfactual, HadReached, Improvement, MissedPeriod, RequirementResult
from overens.scenario.plausible import Range
from overens.scenario.progress import Marked
from overens.usecases.documents.parts import Document, amount, recipient, run, say, word
from overens.usecases.performance import Performance, PlaceLine, PotPerformance
from overens.usecases.performance_if import PotIf
from overens.usecases.requirement_lines import RequirementLine
from overens.usecases.to_earn import ToEarn
from overens.vocabulary.wording import Language, Text, exact_decimal


def performance_document(performance: Performance, ifs: Sequence[PotIf], language: Language) -> Document:
    """Return the pots that are earned, for a place or all (overens performance … --json)."""
    return {
        "asked": performance.asked.words,
        "place": recipient(performance.who) if performance.who else None,
        "as_known_on": performance.as_known_on.isoformat() if performance.as_known_on else None,
        "made_up_outcomes": list(performance.synthetic),
        "pots": [_pot(one, performance, language) for one in performance.pots],
        "elsewhere": list(performance.elsewhere),
        "if": [{"pot": one.pot.name, **had_reached_document(one.anew)} for one in ifs],
    }


def _pot(pot: PotPerformance, performance: Performance, language: Language) -> Document:
    who = performance.who
    lines = [line for line in pot.lines if who is None or (line.who.kind, line.who.code) == (who.kind, who.code)]
    cells = pot.progress.cells if pot.progress else ()
    return {
        "agreement": pot.allocation.agreement.id,
        "pot": pot.pot.id,
        "name": pot.pot.pot.name,
        "state": "so_far" if pot.is_so_far else word(pot.pot.state),
        "reason": say(pot.pot.reason, language),
        "amount": amount(pot.pot.amount),
        "awarded_kr": pot.pot.awarded_kr if pot.is_computed else None,
        "lapsed_kr": pot.lapsed_kr,
        "undistributed_kr": pot.pot.undistributed_kr if pot.is_computed else None,
        "earned_kr": pot.earned_kr,
        "missed_kr": pot.missed_kr,
        "bonus_kr": pot.bonus_kr,
        "periods": list(pot.progress.periods) if pot.progress else [],
        "counted_periods": list(pot.progress.counted) if pot.progress else [],
        "made_up_outcomes": list(pot.synthetic),
        "requirements": [_requirement(one, language) for one in pot.requirements],
        "missing": [
            {"path": one.path, "what": one.what.say(language), "low": _exact(one.low), "high": _exact(one.high)}
            for one in pot.pot.missing
        ],
        "given": [{"path": one.path, "value": one.value} for one in pot.given],
        "range": _range(pot.range),
        "recipients": [_line(line) for line in lines],
        "months": [_cell(cell, language) for cell in cells if who is None or cell.code == who.code],
        "counterfactual": _counterfactual(pot.counterfactual) if pot.counterfactual else None,
        "run": run(pot.allocation),
    }


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else exact_decimal(value)


def _requirement(one: RequirementLine, language: Language) -> Document:
    return {
        "number": one.number + 1,
        "name": one.name,
        "outcome": one.outcome,
        "unit": one.unit,
        "target": one.target.say(language),
        "share": None if one.share is None else str(one.share),
        "lower_is_better": one.lower_is_better,
    }


def _range(spread: Range | Text | None) -> Document | None:
    if not isinstance(spread, Range):
        return None
    return {
        "low_kr": spread.awarded[0],
        "high_kr": spread.awarded[1],
        "grid": {path: [exact_decimal(one) for one in values] for path, values in spread.grid.items()},
        "combinations": spread.points,
        "moved_together": spread.together,
    }


def _line(line: PlaceLine) -> Document:
    return {
        **recipient(line.who),
        "ceiling_kr": line.ceiling_kr,
        "earned_kr": line.earned_kr,
        "missed_kr": line.missed_kr,
        "bonus_kr": line.bonus_kr,
        "awarded_kr": line.awarded_kr,
        "range_low_kr": line.low_kr,
        "range_high_kr": line.high_kr,
        "marks": {word(mark): n for mark, n in line.marks.items()},
    }


def _cell(cell: Marked, language: Language) -> Document:
    return {
        "requirement": cell.requirement + 1,
        "period": cell.period,
        "code": cell.code,
        "mark": word(cell.mark),
        "value": _exact(cell.value),
        "compared": _exact(cell.compared),
        "earned": _exact(cell.earned),
        "ceiling": _exact(cell.ceiling),
        "reason": say(cell.why, language),
    }


def _counterfactual(found: Counterfactual) -> Document:
    return {
        **recipient(found.who),
        "earned_kr": found.earned_kr,
        "missed_kr": found.missed_kr,
        "ceiling_kr": found.ceiling_kr,
        "bonus_kr": found.bonus_kr,
        "bonus_because_of": dict(found.bonus_because_of),
        "gave_others": dict(found.gave_others),
        "requirements": [_result(one) for one in found.requirements],
        "cheapest": [_improvement(one) for one in found.cheapest],
    }


def _result(one: RequirementResult) -> Document:
    return {
        "number": one.number + 1,
        "earned": exact_decimal(one.earned),
        "missed": _exact(one.missed_kr),
        "met": list(one.met),
        "missed_periods": [_missed(missed) for missed in one.missed],
    }


def _missed(one: MissedPeriod) -> Document:
    route = one.route
    return {
        "period": one.cell.period,
        "value": exact_decimal(one.cell.value),
        "worth": _exact(one.worth),
        "how": word(route.how) if route else None,
        "target": _exact(route.target) if route else None,
        "gap": _exact(route.gap) if route else None,
        "more_than": route.strict if route else None,
        "kr_per_unit": _exact(route.per_unit) if route else None,
    }


def _improvement(one: Improvement) -> Document:
    return {
        "requirement": one.requirement.number + 1,
        "period": one.missed.cell.period,
        "gap": exact_decimal(one.route.gap),
        "more_than": one.route.strict,
        "kr": one.kr,
        "kr_per_unit": _exact(one.per_unit),
        **had_reached_document(one.anew),
    }


def had_reached_document(what: HadReached) -> Document:
    """Return a pot divided anew with other outcomes: what it moves, which sums to what the pot grew by."""
    effects: Mapping[str, int] = what.effects
    return {
        "reached": [{"outcome": r.outcome, "period": r.period, "value": exact_decimal(r.value)} for r in what.reached],
        "mine_kr": what.mine_kr,
        "others_kr": what.others_kr,
        "effects_kr": dict(effects),
        "lapsed_more_kr": what.lapsed_kr,
        "undistributed_more_kr": what.undistributed_kr,
        "pot_more_kr": what.pot_kr,
    }


def to_earn_document(one: ToEarn | None) -> Document | None:
    """Return what there is to earn in a pot that is not computed, or null."""
    if one is None:
        return None
    return {
        "ceiling_kr": one.ceiling_kr,
        "range_low_kr": one.low_kr,
        "range_high_kr": one.high_kr,
        "earned_kr": one.earned_kr,
        "missed_kr": one.missed_kr,
        "through": one.through or None,
        "requirements": one.requirements,
        "made_up_outcomes": one.synthetic,
    }
