"""A year -> its workbook: awards, pots, agreements, regions and counties, each sum a formula over the rows below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from overens.export.csv_table import Table
from overens.export.workbook.model import Sheet, Workbook
from overens.usecases.coverage import CoveredSeries, coverage_words
from overens.usecases.coverage_tables import coverage_table
from overens.usecases.pot_sums import PARTS, PotSum, ToWhom, to_whom_words
from overens.usecases.wording.year import contradiction_words, printed_sum_words
from overens.usecases.workbooks.cover import COVER, EMPTY, BookIdentity, Check, identity, workbook
from overens.usecases.workbooks.cover import ROUGH as ROUGH_NOTE
from overens.usecases.workbooks.pot.of_book import OfPots, how_live, names_of, pots_checks, sheets_of_pots
from overens.usecases.workbooks.sources import SOURCES, sources_sheet
from overens.usecases.workbooks.table_sheet import Live, Plan, Written, live, named_sheets
from overens.usecases.workbooks.words import ROUGH
from overens.usecases.workbooks.year_awards import awards_sheet, awards_table
from overens.usecases.workbooks.year_pots import pots_sheet, pots_table
from overens.usecases.workbooks.year_sheets import agreements_sheet, counties_sheet, regions_sheet
from overens.usecases.year import Year
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Language, Text

_SHEETS = {
    "cover": COVER,
    "to_whom": Text("Till vem, och hur säkert", "To whom, and how sure"),
    "regions": Text("Regionerna", "The regions"),
    "counties": Text("Kommunerna, per län", "The municipalities, by county"),
    "agreements": Text("Avtalen", "The agreements"),
    "pots": Text("Potter", "Pots"),
    "awards": Text("Tilldelningar", "Awards"),
    "coverage": Text("Vad som saknas här", "What is missing here"),
    "sources": SOURCES,
}


def year_workbook(
    year: Year,
    sums: Sequence[PotSum],
    inhabitants: Mapping[str, int],
    lacking: Sequence[CoveredSeries],
    register: Register,
    about: BookIdentity,
    nothing: Text | None = None,
) -> Workbook:
    """Return the year's workbook; changing an amount or a figure in it changes every sum.

    Args:
        inhabitants: Region code -> inhabitants.
        nothing: Why the year is empty, where it is.
    """
    language = about.language
    names = named_sheets(_SHEETS, language)
    found = [(allocation, pot) for allocation in year.allocations for pot in allocation.pots]
    of = sheets_of_pots(found, register, language, [*names.values()], of_many=True)
    awards = awards_sheet(awards_table(year.allocations, year.held, year.year), of, names["awards"], language)
    title = Text("Potter {year}, kronor", "Pots {year}, kronor", {"year": str(year.year)})
    pots = pots_sheet(pots_table(year.allocations, sums, title), of, awards, names["pots"], language)
    agreements = agreements_sheet(year, pots, names["agreements"], language)
    sheets: tuple[Live | Sheet, ...] = (
        _to_whom(sums, year.year, pots, names["to_whom"], language),
        regions_sheet(year, inhabitants, awards, names["regions"], language),
        counties_sheet(year, awards, names["counties"], language),
        agreements,
        pots,
        awards,
        *(sheet for one in of.values() for sheet in one.sheets),
        live(_worded(coverage_table(lacking), lacking), Plan(names["coverage"], "coverage", filtered=True), language),
        sources_sheet(year.allocations, names["sources"], language),
    )
    said = [printed_sum_words(one) for one in year.sums]
    said += [contradiction_words(one) for _, one in year.contradictions]
    notes = [*([nothing] if nothing else []), *how_live(of), *said, EMPTY, ROUGH_NOTE]
    return workbook(about, sheets, _checks(pots, sums, of) if sums else (), notes, names_of(of))


def _checks(pots: Live, sums: Sequence[PotSum], of: OfPots) -> list[Check]:
    """Return the identity that a reader can check: the parts of all pots, and what differs from their amounts."""
    whole = Check(Text("Summa av potterna", "Sum of the pots"), pots.sum("amount_kr"), is_rough(sums, "amount_kr"))
    parts = [Check(heading, pots.sum(name), is_rough(sums, name)) for name, heading in PARTS]
    each = Text("Kontroll: pott för pott, ska vara 0", "Check: pot by pot, to be 0")
    wrong = Text("en potts delar ger inte pottens belopp", "the parts of a pot do not give its amount")
    return [*identity(whole, parts), Check(each, pots.all_nought("check_kr"), wrong=wrong), *pots_checks(of)]


def _worded(table: Table, every: Sequence[CoveredSeries]) -> Table:
    """Return the grants and years with words for whether they are here."""
    n = table.names.index("state")
    states = (coverage_words(year.state) for one in every for year in one.years)
    rows = zip(table.rows, states, strict=True)
    return replace(table, rows=tuple((*row[:n], words, *row[n + 1 :]) for row, words in rows))


def is_rough(sums: Iterable[PotSum], column: str) -> bool:
    """Tell whether any of the kronor in a column is of a pot that is stated roughly."""
    return any(getattr(one, column) and not one.exact for one in sums)


def _to_whom(sums: Sequence[PotSum], year: int, pots: Live, name: str, language: Language) -> Live:
    """Return the sums by whom the money goes to and how sure it is, which add up both ways."""
    there = [whom for whom in ToWhom if any(one.whom is whom for one in sums)]
    parts = [(part, heading) for part, heading in PARTS if any(getattr(one, part) for one in sums)]
    columns = [part for part, _ in parts]

    def kr(whom: ToWhom, column: str) -> int:
        return sum(getattr(one, column) for one in sums if one.whom is whom)

    table = Table(
        Text("Till vem, och hur säkert, {year}, kronor", "To whom, and how sure, {year}, kronor", {"year": str(year)}),
        ("to", *columns, "amount_kr", "rough"),
        (Text("Till", "To"), *(heading for _, heading in parts), Text("Summa", "Total"), ROUGH),
        tuple(
            (
                to_whom_words(one),
                *(kr(one, column) for column in columns),
                sum(kr(one, column) for column in columns),
                ROUGH if is_rough([pot for pot in sums if pot.whom is one], "amount_kr") else None,
            )
            for one in there
        ),
    )

    def of(column: str) -> Written:
        return lambda here, _: pots.sum_where(column, ("to", here("to")))

    formulas: dict[str, Written] = {column: of(column) for column in columns}
    formulas["amount_kr"] = lambda here, _: f"SUM({here(columns[0])}:{here(columns[-1])})"
    return live(table, Plan(name, "to_whom", (), formulas, (*columns, "amount_kr")), language)
