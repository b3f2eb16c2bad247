"""Where money that moves comes from, and who gets a pot on one side only -> JSON."""

from __future__ import annotations

from overens.scenario.moved import Balance, Qualification
from overens.usecases.documents.parts import Document, recipient


def balance_document(moved: Balance) -> Document:
    """Return what is gained and lost, and where it comes from: gained = lost + pots − lapsed − undistributed."""
    return {
        "gained_kr": moved.gained_kr,
        "lost_kr": moved.lost_kr,
        "pots_kr": moved.pots_kr,
        "lapsed_kr": moved.lapsed_kr,
        "undistributed_kr": moved.undistributed_kr,
    }


def qualification(one: Qualification) -> Document:
    """Return a recipient that gets a pot on one side only."""
    return {**recipient(one.who), "pot": one.pot, "before_kr": one.before_kr, "after_kr": one.after_kr}
