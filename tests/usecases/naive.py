"""A second way to divide money, by whole numbers alone; it shares no code with what it is held against."""

from __future__ import annotations

from collections.abc import Mapping


def largest_remainder(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Return the total divided by weight; the kronor that are left go to the largest rests, lowest code first."""
    whole = sum(weights.values())
    parts = {code: divmod(total * weight, whole) for code, weight in weights.items()}
    left = total - sum(kr for kr, _ in parts.values())
    first = sorted(parts, key=lambda code: (-parts[code][1], code))[:left]
    return {code: kr + (code in first) for code, (kr, _) in parts.items()}


def at_least(floor: int, total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Return the total divided by weight with a floor for each: whoever falls below gets it, the others share the rest."""
    below: set[str] = set()
    while True:
        others = {code: weight for code, weight in weights.items() if code not in below}
        rest, whole = total - floor * len(below), sum(others.values())
        found = {code for code, weight in others.items() if rest * weight < floor * whole}
        if not found:
            shared = largest_remainder(rest, others)
            return {code: shared.get(code, floor) for code in weights}
        below |= found
