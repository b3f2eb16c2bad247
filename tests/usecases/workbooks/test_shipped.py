"""Every pot of the shipped library that is computed, as LibreOffice calculates it from its workbook's formulas alone."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from overens.allocation.model import Allocation, PotAllocation, State
from overens.export.workbook.model import Workbook
from overens.export.workbook.write import write_workbook
from overens.intake.register import read_register
from overens.usecases.calendar_tables import events_table
from overens.usecases.why import show_why
from overens.usecases.workbooks.agreement import agreement_workbook
from overens.usecases.workbooks.pot.sheets import PotSheets, pot_sheets
from overens.usecases.workbooks.why import why_workbook
from overens.vocabulary.recipients import RecipientKind
from overens.vocabulary.wording import plain
from tests.builders import EN, SV, shipped_agreements, shipped_allocation
from tests.office import recalculate_all
from tests.usecases.workbooks.reading import (
    about,
    book_of,
    errors,
    formula_errors,
    in_groups,
    kronor_by_rule,
    kronor_in,
    sums_by_rule,
    sums_in,
)

AGREEMENTS = ("kvinnors-halsa-2024", "tillganglighet-2024", "cancer-2018", "omstallning-socialtjanst-2024")
WHY = (
    ("kvinnors-halsa-2024", "befolkning", RecipientKind.REGION, "06"),
    ("omstallning-socialtjanst-2024", "kommuner", RecipientKind.MUNICIPALITY, "0682"),
    ("tillganglighet-2024", "bup", RecipientKind.REGION, "06"),
)
NO_DATES = events_table(plain("Datum"), ())


@cache
def every_pot() -> dict[str, tuple[PotAllocation, PotSheets]]:
    """Return the sheets of every computed pot, in names that one workbook can hold; every third in English."""
    found: dict[str, tuple[PotAllocation, PotSheets]] = {}
    taken: list[str] = []
    for allocation, pot in computed():
        name = f"{allocation.agreement.id}/{pot.id}"
        language = EN if len(found) % 3 == 0 else SV
        sheets = pot_sheets(
            allocation, pot, read_register(), language, taken, in_one=len(found) % 4 > 0, suffix=f"p{len(found)}"
        )
        taken += [sheet.name for sheet in sheets.sheets]
        found[name] = (pot, sheets)
    return found


def computed() -> list[tuple[Allocation, PotAllocation]]:
    """Return every pot of the library that is computed."""
    allocations = map(shipped_allocation, shipped_agreements())
    return [(one, pot) for one in allocations for pot in one.pots if pot.state is State.COMPUTED]


def why_book(agreement: str, pot: str, kind: RecipientKind, code: str) -> Workbook:
    allocation, register = shipped_allocation(agreement), read_register()
    found, who = allocation.pot(pot), register.get(kind, code)
    assert found is not None
    assert who is not None
    return why_workbook(show_why(allocation, found, who, register), register, about(SV))


@cache
def books() -> dict[str, bytes]:
    made = {"/".join(group): book_of(*(every_pot()[name][1] for name in group)) for group in in_groups([*every_pot()])}
    for name in AGREEMENTS:
        book = agreement_workbook(shipped_allocation(name), read_register(), NO_DATES, about(EN))
        made[name] = write_workbook(book)
    return made | {"/".join(map(str, one)): write_workbook(why_book(*one)) for one in WHY} | chosen_others()


def chosen_others() -> dict[str, bytes]:
    """Return a why workbook in which someone has chosen another recipient, and one that is not there."""
    made = {}
    for name in ("Region Skåne", "Region *"):
        book = load_workbook(BytesIO(write_workbook(why_book(*WHY[0]))))
        book["Varför"]["B4"].value = name
        out = BytesIO()
        book.save(out)
        made[name] = out.getvalue()
    return made


@cache
def recalculated() -> dict[str, Any]:
    return recalculate_all(books())


def test_every_pot_gives_its_kronor_and_sums_to_the_pot() -> None:
    books = {name: recalculated()["/".join(group)] for group in in_groups([*every_pot()]) for name in group}
    found = {n: (kronor_in(books[n], sheets), sums_in(books[n], sheets)) for n, (_, sheets) in every_pot().items()}
    assert found == {name: (kronor_by_rule(pot), sums_by_rule(pot)) for name, (pot, _) in every_pot().items()}
    assert len(found) >= 100


def test_every_shipped_pot_is_live() -> None:
    assert [name for name, (_, sheets) in every_pot().items() if not sheets.live] == []


def test_no_cell_is_an_error_and_nothing_is_warned_of() -> None:
    assert {name: errors(book) for name, book in recalculated().items() if errors(book)} == {}
    assert {name: found for name, book in books().items() if (found := list(formula_errors(book)))} == {}


def test_an_agreement_sums_from_its_pots() -> None:
    for name in AGREEMENTS:
        tree, whole = recalculated()[name]["Pots"], shipped_allocation(name).whole
        assert whole.amount is not None
        last = [one.value for one in tree[tree.max_row]][1:6]
        assert last == [0, whole.amount.kr, whole.awarded_kr, whole.lapsed_kr, whole.undistributed_kr], name


def test_recipients_are_summed_over_the_pots_of_an_agreement() -> None:
    for name in AGREEMENTS[:2]:
        sheet, awarded = recalculated()[name]["Recipients"], shipped_allocation(name).whole.awarded_kr
        assert sheet.cell(sheet.max_row, sheet.max_column).value == awarded


def test_the_page_reads_the_one_who_is_chosen() -> None:
    def kronor(book: str) -> object:
        sheet = recalculated()[book]["Varför"]
        return next(row[1].value for row in sheet.iter_rows() if row[0].value == "Kronor")

    by_rule = kronor_by_rule(every_pot()["kvinnors-halsa-2024/befolkning"][0])
    assert kronor("/".join(map(str, WHY[0]))) == by_rule["06"]
    assert kronor("Region Skåne") == by_rule["12"]
    assert not kronor("Region *")  # no wildcard: nobody is called so


def test_a_pot_that_is_not_computed_has_its_reason_and_no_kronor() -> None:
    book = why_book(*WHY[2])
    notes = [note for sheet in book.sheets for note in sheet.notes]
    assert any(note.startswith("Ej beräknad: ") for note in notes)
    assert not any(name.name == "kronor" for name in book.names)


def test_the_same_book_is_the_same_bytes() -> None:
    assert write_workbook(why_book(*WHY[0])) == write_workbook(why_book(*WHY[0]))
