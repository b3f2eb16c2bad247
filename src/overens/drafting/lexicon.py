"""The lexicon's files, checked -> everything that the reader looks with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from overens.drafting.text.words import TextGrammar, TextWords
from overens.drafting.words.amounts.grammar import AmountGrammar
from overens.drafting.words.amounts.words import AmountWords
from overens.drafting.words.dates import DateGrammar, DateWords
from overens.drafting.words.names import NameGrammar, NameWords
from overens.drafting.words.receivers import ReceiverGrammar, ReceiverWords
from overens.drafting.words.roles import RoleGrammar, RoleWords
from overens.drafting.words.rules import RuleGrammar, RuleWords
from overens.drafting.words.tables import TableGrammar, TableWords
from overens.writing.clauses import Clause

PARTS: dict[str, type[Clause]] = {
    "tabeller": TableWords,
    "text": TextWords,
    "belopp": AmountWords,
    "roller": RoleWords,
    "mottagare": ReceiverWords,
    "datum": DateWords,
    "namn": NameWords,
    "regler": RuleWords,
}
"""Each file of the lexicon (sprak/NAME.yaml) and the clause that it is."""


@dataclass(frozen=True)
class Lexicon:
    """The language that the reader knows, one grammar for each file."""

    text: TextGrammar
    amounts: AmountGrammar
    roles: RoleGrammar
    receivers: ReceiverGrammar
    tables: TableGrammar
    dates: DateGrammar
    names: NameGrammar
    rules: RuleGrammar


def lexicon_of(parts: Mapping[str, Clause]) -> Lexicon:
    """Return the lexicon of the checked files.

    Args:
        parts: One clause for each name in PARTS.
    """
    return Lexicon(
        text=TextGrammar(cast("TextWords", parts["text"])),
        amounts=AmountGrammar(cast("AmountWords", parts["belopp"])),
        roles=RoleGrammar(cast("RoleWords", parts["roller"])),
        receivers=ReceiverGrammar(cast("ReceiverWords", parts["mottagare"])),
        tables=TableGrammar(cast("TableWords", parts["tabeller"])),
        dates=DateGrammar(cast("DateWords", parts["datum"])),
        names=NameGrammar(cast("NameWords", parts["namn"])),
        rules=RuleGrammar(cast("RuleWords", parts["regler"])),
    )
