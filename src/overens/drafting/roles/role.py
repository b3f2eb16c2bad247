"""Cues and standings -> the role of each sum: the one that most speaks for, with what came near."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from overens.drafting.model import Cue, Judged, Role
from overens.drafting.page import Page
from overens.drafting.roles.role_cues import role_cues
from overens.drafting.roles.standings import Among
from overens.drafting.roles.surroundings import Around
from overens.drafting.words.roles import RoleGrammar, Standing

_CLEAR = 8
"""Words that weigh so much say what a sum is, whatever stands beside it."""
_UNSAID = 1
"""What a whole weighs before anything is said."""
_NEAR = 2
"""A role that has at most so much less than the best came near."""


def judge_roles(page: Page, around: Sequence[Around], grammar: RoleGrammar) -> list[Judged[Role]]:
    """Return the role of each sum, in order."""
    said = [role_cues(page, one, grammar) for one in around]
    own = {n for n, one in enumerate(around) if any(grammar.own_costs.find(page.text, *one.before))}
    grants = (one.mention.kr for n, one in enumerate(around) if n not in own and not _no_grant(said[n]))
    largest = max(grants, default=0)
    announced = frozenset(n for n, cues in enumerate(said) if _announces(cues, grammar))
    among = Among(page, around, _flagged(around, said), announced, grammar)
    judged = []
    for n, cues in enumerate(said):
        standings = [*_standings(among, n, said)]
        if n in own and not among.is_under_whole(n):
            beside = around[n].mention.kr <= largest
            standings.append((Standing.BESIDE_GRANT if beside else Standing.NO_GREATER_GRANT, None))
        flagged = _flags(cues) or (around[n].neighbour and among.roles[n - 1] is Role.EARMARK)
        role = weigh((*cues, *_standing_cues(standings, around[n], grammar, flagged=flagged)))
        among.judged(n, role.chosen)
        judged.append(role)
    return judged


def _flagged(around: Sequence[Around], said: Sequence[tuple[Cue, ...]]) -> frozenset[int]:
    return frozenset(one.mention.kr for one, cues in zip(around, said, strict=True) if _flags(cues))


def weigh(cues: tuple[Cue, ...]) -> Judged[Role]:
    """Return the role with the greatest sum of strengths, and those that came near.

    A price is nothing else, and wins a tie; outside says least, and loses it.
    Where nothing is said the sum is a whole, but not surely: it may be part of one.

    >>> from overens.drafting.model import Span
    >>> weigh((Cue("varav", Role.EARMARK, 5, Span(0, 5)),)).chosen.name
    'EARMARK'
    """
    weights: dict[Role, int] = {Role.TOTAL: _UNSAID}
    for cue in cues:
        role = Role(cue.says)
        weights[role] = weights.get(role, 0) + cue.strength
    ranked = sorted(weights, key=lambda role: (-weights[role], role is not Role.PER_UNIT, role is Role.OUTSIDE))
    near = tuple(role for role in ranked[1:] if weights[ranked[0]] - weights[role] <= _NEAR and weights[role] > _UNSAID)
    if weights[ranked[0]] <= _UNSAID:
        near = near or (Role.PART,)
    return Judged(ranked[0], near, cues, not near)


def _standings(among: Among, n: int, said: Sequence[tuple[Cue, ...]]) -> Iterator[tuple[Standing, Role | None]]:
    """Yield the standings of a sum; words that are clear free it from the sums that it would be tied to."""
    clear = any(cue.strength >= _CLEAR for cue in said[n])
    yield from ((standing, tied) for standing, tied in among.standings(n) if not (clear and tied))
    if among.around[n].neighbour and any(cue.says == Role.EARMARK and cue.strength < 0 for cue in said[n - 1]):
        yield Standing.OF_ONE_BEFORE, None


def _standing_cues(
    standings: Iterable[tuple[Standing, Role | None]], one: Around, grammar: RoleGrammar, *, flagged: bool
) -> Iterator[Cue]:
    """Yield what standings speak for; what makes a part makes an earmark where words flag it."""
    for standing, tied in standings:
        cue = grammar.standings.get(standing)
        says = (cue.says or tied) if cue else None
        if cue and says:
            says = Role.EARMARK if flagged and says is Role.PART else says
            yield Cue(standing.value, says, cue.strength, one.mention.span)


def _weight(cues: Iterable[Cue], role: Role) -> int:
    return sum(cue.strength for cue in cues if cue.says == role)


def _announces(cues: Iterable[Cue], grammar: RoleGrammar) -> bool:
    """Tell whether any of the words for a whole gives the sum out as one (totalt, uppgår till)."""
    return any(any(grammar.announcing.find(cue.words, 0, len(cue.words))) for cue in cues if cue.says == Role.TOTAL)


def _no_grant(cues: Iterable[Cue]) -> bool:
    """Tell whether words put a sum outside the grants: no agency's own work is measured against it."""
    return any(cue.says in (Role.OUTSIDE, Role.OTHER, Role.PER_UNIT) and cue.strength > 0 for cue in cues)


def _flags(cues: Iterable[Cue]) -> bool:
    return _weight(cues, Role.EARMARK) > 0
