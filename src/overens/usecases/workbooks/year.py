"""A year -> its workbook: awards, pots, agreements, regions and counties, each sum a formula over the rows below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from overens.export.csv_table import Table
from overens.export.workbook.model import Formula, Workbook
from overens.usecases.coverage import CoveredSeries
from overens.usecases.coverage_tables import coverage_table
from overens.usecases.pot_sums import PARTS, PotSum, ToWhom, to_whom_words
from overens.usecases.wording.year import contradiction_words, printed_sum_words
from overens.usecases.workbooks.agreement_sources import SOURCES, sources_sheet
from overens.usecases.workbooks.awards import ROUGH, awards_table
from overens.usecases.workbooks.edition import Check, Edition, workbook
from overens.usecases.workbooks.live import Live, Plan, Written, live, named_sheets, sum_of
from overens.usecases.workbooks.pots import pots_sheet
from overens.usecases.workbooks.year_sheets import agreements_sheet, counties_sheet, regions_sheet
from overens.usecases.year import Year
from overens.vocabulary.wording import Language, Text

_SHEETS = {
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
    edition: Edition,
    nothing: Text | None = None,
) -> Workbook:
    """Return the year's workbook; changing an award in it changes every sum.

    Args:
        inhabitants: Region code -> inhabitants.
        nothing: Why the year is empty, where it is.
    """
    language = edition.language
    names = named_sheets(_SHEETS, language)
    awards = live(
        awards_table(year.allocations, year.held, year.year),
        Plan(names["awards"], "awards", frozen=5, filtered=True, summed=("awarded_kr",), widths={"reason": 60}),
        language,
    )
    title = Text("Potter {year}, kronor", "Pots {year}, kronor", {"year": str(year.year)})
    pots = pots_sheet(year.allocations, sums, awards, title, names["pots"], language)
    agreements = agreements_sheet(year, pots, names["agreements"], language)
    sheets = (
        _to_whom(sums, year.year, pots, names["to_whom"], language),
        regions_sheet(year, inhabitants, awards, names["regions"], language),
        counties_sheet(year, awards, names["counties"], language),
        agreements,
        pots,
        awards,
        live(coverage_table(lacking), Plan(names["coverage"], "coverage", filtered=True), language),
        sources_sheet(year.allocations, language, names["sources"]),
    )
    said = [printed_sum_words(one) for one in year.sums]
    said += [contradiction_words(one) for _, one in year.contradictions]
    notes = [*([nothing] if nothing else []), *said]
    return workbook(edition, sheets, identity(pots, sums) if sums else (), notes)


def identity(pots: Live, sums: Sequence[PotSum]) -> list[Check]:
    """Return the identity that a reader can check: the parts of all pots, and what differs from their amounts."""
    parts = [
        Check(heading, pots.sum(name), is_rough(sums, name)) for name, heading in PARTS if sum_of(pots.table, name)
    ]
    made = "+".join(f"SUM({pots.column(name)})" for name, _ in PARTS)
    differs = f"=SUM({pots.column('amount_kr')})-({made})"
    left = sum_of(pots.table, "amount_kr") - sum(sum_of(pots.table, name) for name, _ in PARTS)
    return [
        Check(Text("Summa av potterna", "Sum of the pots"), pots.sum("amount_kr"), is_rough(sums, "amount_kr")),
        *parts,
        Check(
            Text("Kontroll: summan minus delarna, ska vara 0", "Check: the sum minus its parts, to be 0"),
            Formula(differs, left),
        ),
    ]


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
