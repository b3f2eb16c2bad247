"""A column of a table and what programs call a thing in it -> what people call it; the same word may differ by column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from overens.allocation.explain_steps import mark_words
from overens.allocation.model import Basis, State
from overens.followup.model import EventKind, kind_words
from overens.notice.rows import Certainty, certainty_words
from overens.notice.standing import Standing, standing_words
from overens.usecases.coverage import Coverage, coverage_words
from overens.usecases.documents.parts import word
from overens.usecases.pot_sums import ToWhom, to_whom_words
from overens.vocabulary import recipients
from overens.vocabulary.money import Mark
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import Text

_Kind = TypeVar("_Kind", bound=StrEnum)


def _by_name(kind: type[_Kind], say: Callable[[_Kind], Text]) -> dict[str, Text]:
    return {word(one): say(one) for one in kind}


def _in_english_by_name(one: StrEnum) -> Text:
    return Text(one.value, word(one).replace("_", " "))


_RECIPIENTS = _by_name(RecipientKind, recipients.kind_words)
IDENTIFIERS: Mapping[str, Mapping[str, Text]] = {
    "kind": _RECIPIENTS | _by_name(EventKind, kind_words),
    "shared": _RECIPIENTS,
    "mark": _by_name(Mark, mark_words),
    "standing": _by_name(Standing, standing_words),
    "certainty": _by_name(Certainty, certainty_words),
    "state": _by_name(Coverage, coverage_words) | _by_name(State, _in_english_by_name),
    "to": _by_name(ToWhom, to_whom_words),
    "annex_basis": _by_name(Basis, _in_english_by_name),
}
"""The columns whose cells are identifiers, with the words for each."""
