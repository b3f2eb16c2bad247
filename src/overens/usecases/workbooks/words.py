"""What sheets of tables share: headings, and the sign, the least and the most of an amount that is not exact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from overens.export.csv_table import Table
from overens.notice.stake import Stake
from overens.usecases.wording.amounts import ROUGH as SIGN
from overens.vocabulary.money import Amount, Precision
from overens.vocabulary.recipients import RecipientKind, kind_words
from overens.vocabulary.wording import Text, plain

ROUGH = plain(SIGN.strip())
SURENESS = Text("Hur säkert", "How sure")
REASON = Text("Skäl", "Reason")


def with_kinds_as_words(table: Table) -> Table:
    """Return the table with words in its column of kinds of recipients."""
    kinds = {kind.name.lower(): kind_words(kind) for kind in RecipientKind}
    n = table.names.index("kind")
    return replace(table, rows=tuple((*row[:n], kinds[str(row[n])], *row[n + 1 :]) for row in table.rows))


def roughly(amount: Amount | None) -> tuple[Text | None, int | None, int | None]:
    """Return the sign, the least and the most of an amount that is not exact; nothing of one that is, or is not known."""
    if amount is None or amount.precision is Precision.EXACT:
        return None, None, None
    return ROUGH, amount.low, amount.high


def any_rough(stakes: Iterable[Stake]) -> bool:
    """Tell whether any of the kronor are of a pot that is stated roughly."""
    return any(not (one.exact and one.at_most_exact and one.part_of_exact) for one in stakes)
