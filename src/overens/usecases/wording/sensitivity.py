"""What one per cent more would give -> the sentences that say so."""

from __future__ import annotations

from fractions import Fraction

from overens.figures.population import FIGURE
from overens.usecases.sensitivity import Sensitivity
from overens.usecases.wording.amounts import ROUGH
from overens.vocabulary.money import Precision
from overens.vocabulary.wording import NO_BREAK_SPACE, Text, join_texts, kronor


def sensitivity_words(one: Sensitivity) -> Text:
    """Return what one per cent more of the figure would give, and what one more inhabitant would, where it counts them."""
    percent = f"1{NO_BREAK_SPACE}%"
    counts = one.series.key.figure == FIGURE
    people = Text(f"{percent} fler invånare", f"{percent} more inhabitants")
    other = Text(f"{percent} mer av {{name}}", f"{percent} more of {{name}}", {"name": one.series.name})
    said = Text(
        "{figure} ({before} → {after}), och allt annat lika, skulle ge {kr}.",
        "{figure} ({before} → {after}), all else equal, would give {kr}.",
        {
            "figure": people if counts else other,
            "before": one.value,
            "after": Fraction(round(one.raised * 10), 10) if counts else one.raised,
            "kr": _more_or_less(one),
        },
    )
    return said if one.each is None else join_texts([said, _each(one.each)])


def _more_or_less(one: Sensitivity) -> Text:
    rough = any(award.amount.precision is not Precision.EXACT for award in one.before.awards)
    kr = (ROUGH if rough else "") + kronor(abs(one.difference_kr))
    if one.difference_kr == 0:
        return Text("lika mycket", "the same")
    if one.difference_kr < 0:
        return Text("{kr} mindre", "{kr} less", {"kr": kr})
    return Text("{kr} mer", "{kr} more", {"kr": kr})


def _each(exact: Fraction) -> Text:
    return Text(
        "En invånare till skulle ge {kr} kr, före avrundning.",
        "One more inhabitant would give {kr} kr, before rounding.",
        {"kr": Fraction(round(exact * 100), 100)},
    )
