"""An announcement -> its two tables, per region and per county to the municipalities, in whole kronor."""

from __future__ import annotations

from collections.abc import Sequence

from overens.export.csv_table import Cell, Table
from overens.export.manuscript import ShownTable
from overens.usecases.pot_sums import PARTS, ToWhom, to_whom_words
from overens.usecases.press_release import PressRelease
from overens.usecases.wording.contradictions import about_words
from overens.usecases.wording.press import printed_words
from overens.usecases.year_tables import CODE, KIND, year_table
from overens.vocabulary.periods import When
from overens.vocabulary.wording import Text, join_texts, plain

REGIONS, COUNTIES, CERTAINTY, MISSING = "regions", "counties", "certainty", "missing"
"""The names of the tables among the downloads."""
_COMPUTED = Text("Beräknat i allt", "Computed in all")
_TOTAL = Text("Summa", "Total")


def press_regions_table(release: PressRelease) -> Table:
    """Regions as in `year_table`, with the sum of all that is computed, in kronor."""
    table = year_table(release.year)
    computed = [row.verified_kr + row.inferred_kr + row.outside_kr for row in release.year.regions]
    return Table(
        table.title,
        (*table.names, "computed_kr"),
        (*table.headings, _COMPUTED),
        tuple((*row, kr) for row, kr in zip(table.rows, computed, strict=True)),
    )


def press_counties_table(release: PressRelease) -> Table:
    """Counties with what their municipalities get, in kronor; residual = printed − shared in the county."""
    return Table(
        Text(
            "Till kommunerna per län {year}, kronor",
            "To the municipalities by county {year}, kronor",
            {"year": str(release.year.year)},
        ),
        ("kind", "code", "name", "published_kr", "shared_kr", "residual_kr", "own_kr", "computed_kr"),
        (
            KIND,
            CODE,
            Text("Län", "County"),
            Text("Tryckt", "Printed"),
            Text("Delas i länet", "Shared in the county"),
            Text("Rest", "Residual"),
            Text("Till enskilda kommuner", "To single municipalities"),
            _COMPUTED,
        ),
        tuple(
            (
                "area",
                row.area.code,
                row.area.name,
                row.published_kr,
                row.shared_kr,
                row.residual_kr,
                row.own_kr,
                row.computed_kr,
            )
            for row in release.counties
        ),
    )


def certainty_table(release: PressRelease) -> Table:
    """To whom the money goes and how sure it is, in kronor; the parts of a row sum to its last column."""
    there = [whom for whom in ToWhom if any(one.whom is whom for one in release.sums)]
    return Table(
        Text("Till vem, och hur säkert {year}", "To whom, and how sure {year}", {"year": str(release.year.year)}),
        ("to", *(name for name, _ in PARTS), "amount_kr"),
        (Text("Till", "To"), *(heading for _, heading in PARTS), _TOTAL),
        tuple(
            (
                to_whom_words(whom),
                *(_known(release, name, whom) for name in (*(part for part, _ in PARTS), "amount_kr")),
            )
            for whom in there
        ),
    )


def _known(release: PressRelease, column: str, whom: ToWhom) -> int | None:
    """Return a sum; None where no pot to them has a known amount."""
    known = any(one.amount_kr is not None for one in release.sums if one.whom is whom)
    return release.kr(column, whom) if known else None


def shown_certainty(release: PressRelease) -> ShownTable:
    """Return whom the money goes to and how sure it is, without the columns in which nothing stands."""
    table = certainty_table(release)
    held = [name for name, _ in PARTS if release.kr(name)]
    caption = Text("Efter mottagare och säkerhet, i kronor", "By recipient and certainty, in kronor")
    return ShownTable(CERTAINTY, table, ("to", *held, "amount_kr"), caption, _TOTAL)


def rough_columns(release: PressRelease) -> Text | None:
    """Return in which columns of the certainty table rough amounts are; None where all are exact."""
    names = [heading for name, heading in (*PARTS, ("amount_kr", _TOTAL)) if not release.exact(name)]
    if not names:
        return None
    listed = join_texts([Text(one.sv.lower(), one.en.lower()) for one in names], "; ")
    return Text(
        "≈: ungefärliga belopp ingår i {columns}.", "≈: rough amounts are part of {columns}.", {"columns": listed}
    )


def shown_regions(release: PressRelease) -> ShownTable | None:
    """Return the table per region without the columns in which nothing stands; None where nothing is by region."""
    caption = Text(
        "Tabell 1. Medel per region {year}, i kronor",
        "Table 1. Money by region {year}, in kronor",
        {"year": str(release.year.year)},
    )
    return _shown(REGIONS, press_regions_table(release), caption)


def shown_counties(release: PressRelease) -> ShownTable | None:
    """Return the table per county without the columns in which nothing stands; None where nothing is by county."""
    caption = Text(
        "Tabell 2. Medel till kommunerna per län {year}, i kronor",
        "Table 2. Money to the municipalities by county {year}, in kronor",
        {"year": str(release.year.year)},
    )
    return _shown(COUNTIES, press_counties_table(release), caption)


# --- tables of words ----------------------------------------------------------------


def shown_contradictions(release: PressRelease) -> ShownTable:
    """Return what sources say in different ways: both values, which is used and why."""
    names = {table.id: table.name for table in release.year.tables}
    told = [
        (join_texts([plain(agreement.name), about_words(agreement, told.about)], ": "), told)
        for grant in release.grants
        for agreement in [grant.allocation.agreement]
        for told in grant.contradictions
    ]
    told += [(plain(names[name]), one) for name, one in release.year.contradictions]
    columns = {
        "about": Text("Om", "About"),
        "says": Text("En källa säger", "A source says"),
        "used": Text("Använt här", "Used here"),
        "reason": Text("Skäl", "Reason"),
    }
    title = Text("Där källor säger olika används ett av värdena.", "Where sources differ one of the values is used.")
    return _words("contradictions", title, columns, [(about, one.says, one.used, one.reason) for about, one in told])


def shown_missing(release: PressRelease) -> ShownTable:
    """Return grants that are known for the year but not in the library: what is known of each, and why."""
    columns = {
        "name": Text("Bidrag", "Grant"),
        "amount": Text("Belopp", "Amount"),
        "reason": Text("Varför det saknas", "Why it is missing"),
    }
    rows = [
        (one.name, printed_words(one.years[0].amount) if one.years[0].amount else None, one.years[0].reason)
        for one in release.missing
    ]
    return _words(MISSING, Text("Bidrag som saknas", "Grants that are missing"), columns, rows)


def shown_sources(release: PressRelease) -> ShownTable:
    """Return where the amounts were written, each source once; of those with a date, what was published on the day."""
    day = release.year.as_known_on
    used = [one for grant in release.grants for one in grant.sources]
    used += [table.sources[name] for table in release.year.tables for name in table.source]
    told = [one for one in used if not isinstance(one.published, When) or one.published.known_on(day)]
    rows = [(one.title, one.publisher or None, one.address or None) for one in told]
    columns = {
        "title": Text("Titel", "Title"),
        "publisher": Text("Utgivare", "Publisher"),
        "address": Text("Adress", "Address"),
    }
    return _words("sources", Text("Var beloppen står", "Where the amounts stand"), columns, list(dict.fromkeys(rows)))


def _words(name: str, title: Text, columns: dict[str, Text], rows: Sequence[tuple[Cell, ...]]) -> ShownTable:
    table = Table(title, tuple(columns), tuple(columns.values()), tuple(rows))
    return ShownTable(name, table, tuple(columns), title)


def _shown(name: str, table: Table, caption: Text) -> ShownTable | None:
    """Return the columns that hold anything; a residual of nothing stands where something was printed."""
    parts = [one for one in table.names if one.endswith("_kr")]
    held = {one for one in parts if any(row[table.names.index(one)] for row in table.rows)}
    held |= {"residual_kr"} if "published_kr" in held else set()
    if held <= {"computed_kr"}:
        return None
    own = held - {"published_kr", "residual_kr", "ceiling_kr", "computed_kr"}
    if len(own) == 1 and "published_kr" not in held:  # then the sum of all would say the same again
        held -= {"computed_kr"}
    return ShownTable(name, table, ("name", *(one for one in parts if one in held)), caption, _TOTAL)
