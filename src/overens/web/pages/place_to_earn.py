"""What a place has to earn -> the table of it on the place's page: kronor at most, so far and as a range, each with its months."""

from __future__ import annotations

from overens.export.csv_table import Table
from overens.usecases.place import Place
from overens.vocabulary.wording import Text, kronor, plain
from overens.web.asked import Asked
from overens.web.grid import CellView, Grid, words
from overens.web.table_grid import Row, Shown, table_grid

_NOT_KNOWN = Text("inte känt i kronor", "not known in kronor")


def to_earn_grid(asked: Asked, place: Place, table: Table) -> Grid:
    """Return the pots that are earned by performance, a row each; the name leads to requirements and months."""
    names = {row.allocation.agreement.id: row.allocation.agreement.name for row in place.rows}

    def pot(row: Row) -> CellView:
        href = asked.link(f"/prestation/{row['agreement']}/{row['pot']}/{asked.addresses.word(place.recipient)}")
        return words(str(row["name"]), href, plain(names[str(row["agreement"])]))

    columns = [
        Shown("name", pot, Text("Pott", "Pot")),
        Shown("ceiling_kr", lambda row: _kr(row["ceiling_kr"], _NOT_KNOWN), Text("Kan tjäna in som mest", "At most")),
        Shown("earned_kr", _earned, Text("Har tjänat in", "Has earned")),
    ]
    if any(row[table.names.index("range_low_kr")] is not None for row in table.rows):
        columns.append(Shown("range_low_kr", _range, Text("Spann, inget belopp", "A range, no amount")))
    caption = Text(
        "Vad egna resultat kan ge och har gett, kronor; namnet leder till krav och månader.",
        "What own results can give and have given, kronor; the name leads to requirements and months.",
    )
    return table_grid(table, columns, caption, "to-earn")


def _kr(kr: object, otherwise: Text) -> CellView:
    return CellView(plain(kronor(kr)), value=kr) if isinstance(kr, int) else words(otherwise)


def _earned(row: Row) -> CellView:
    cell = _kr(row["earned_kr"], Text("utfall är inte publicerade", "outcomes are not published"))
    if row["through"] is None:
        return cell
    through = Text("till och med {period}", "through {period}", {"period": str(row["through"])})
    return CellView(cell.text, value=cell.value, note=through)


def _range(row: Row) -> CellView:
    low, high = row["range_low_kr"], row["range_high_kr"]
    if not isinstance(low, int) or not isinstance(high, int):
        return words("–")
    ends: dict[str, object] = {"low": kronor(low), "high": kronor(high)}
    return words(Text("{low} till {high}", "{low} to {high}", ends))
