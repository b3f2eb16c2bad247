"""The announcement, read back by the project's own reader, gives the same figures: as Markdown, Word and page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from overens.drafting.against.model import Likeness
from overens.drafting.findings.model import FindingKind
from overens.drafting.model import ReadAmount, Receiver, Role
from overens.drafting.money import money_of
from overens.export.docx_file import to_docx
from overens.export.manuscript import Manuscript
from overens.export.markdown import to_markdown
from overens.usecases.against_library import compare_with_library
from overens.usecases.library import Library, open_library
from overens.usecases.pot_sums import ToWhom
from overens.usecases.press_release import AnnouncedGrant, PressRelease, show_press_release
from overens.usecases.press_text import tables_of, write_press_release
from overens.usecases.read import Reading, read_bytes
from overens.vocabulary.money import Amount, Mark
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Language
from tests.web.walking import walk

YEARS = (2017, 2020, 2021, 2023, 2024, 2025, 2026)
FORMS = ("markdown", "docx", "page")
RECEIVERS = {ToWhom.REGIONS: Receiver.REGIONS, ToWhom.MUNICIPALITIES: Receiver.MUNICIPALITIES}
OTHERS = (Receiver.SKR, Receiver.RCC, Receiver.AGENCY, Receiver.OTHER, Receiver.BOTH, Receiver.NONE)


@cache
def library() -> Library:
    return open_library()


@cache
def written(year: int) -> tuple[PressRelease, Manuscript]:
    release = show_press_release(library(), year)
    return release, write_press_release(release, library().register)


@cache
def read(year: int, form: str) -> Reading:
    """Return the announcement in the form, read back."""
    manuscript = written(year)[1]
    match form:
        case "markdown":
            raw = to_markdown(manuscript, Language.SWEDISH).encode()
        case "docx":
            raw = to_docx(manuscript, Language.SWEDISH)
        case _:
            raw = walk(library(), f"/{year}/pressmeddelande").html.encode()
    found = read_bytes(raw)
    assert isinstance(found, Reading)
    return found


def amounts_of(year: int, form: str, grant: AnnouncedGrant) -> list[ReadAmount]:
    return [one for one in read(year, form).said.amounts if one.section == grant.allocation.agreement.name]


def is_the_same(read_back: ReadAmount, said: Amount) -> bool:
    return money_of(read_back.mention) == said.marked(Mark.VERIFIED)


def can_be(read_back: ReadAmount, role: Role) -> bool:
    """Tell whether it was read so, or the reader asks whether it is."""
    return role in (read_back.role.chosen, *read_back.role.others)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("year", YEARS)
def test_each_agreement_has_its_amount_with_its_precision_as_a_whole(year: int, form: str) -> None:
    wrong = []
    for grant in written(year)[0].grants:
        total = grant.allocation.whole.amount
        if total is None:
            continue
        first = amounts_of(year, form, grant)[0]
        if not (is_the_same(first, total) and can_be(first, Role.TOTAL)):
            wrong.append((grant.allocation.agreement.id, str(total), first.mention.text, first.role))
    assert wrong == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("year", YEARS)
def test_each_pot_has_its_amount_and_its_receiver_as_a_part(year: int, form: str) -> None:
    wrong = []
    for grant in written(year)[0].grants:
        if grant.is_whole:
            continue
        found = amounts_of(year, form, grant)
        for said, whom in _pots(grant):
            mine = [one for one in found if is_the_same(one, said) and _may_go_to(one, whom)]
            if not any(can_be(one, Role.PART) for one in mine):
                wrong.append((grant.allocation.agreement.id, str(said), whom, mine))
    assert wrong == []


def _pots(grant: AnnouncedGrant) -> Iterator[tuple[Amount, ToWhom]]:
    for one in grant.sums:
        pot = grant.pot(one)
        if pot is not None and pot.amount is not None and grant.allocation.whole.amount is not None:
            yield pot.amount, one.whom


def _may_go_to(one: ReadAmount, whom: ToWhom) -> bool:
    if whom in RECEIVERS:
        return RECEIVERS[whom] in (one.receiver.chosen, *one.receiver.others)
    return whom is not ToWhom.OTHERS or one.receiver.chosen in OTHERS or not one.receiver.sure


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("year", YEARS)
def test_each_table_of_kronor_has_its_cells_and_its_sums(year: int, form: str) -> None:
    back = [one for one in read(year, form).said.tables if one.total is not None]
    said = [one for one in tables_of(written(year)[1]).values() if any(one.numbers)]
    columns = [(table, n) for table in said for n, number in enumerate(table.numbers) if number]
    assert len(back) == len(columns)
    for found, (table, n) in zip(back, columns, strict=True):
        assert [row.value for row in found.rows] == [row[n] for row in table.rows], found.header
        assert found.total == table.sums[n]
        assert found.sums
        assert found.unit.chosen.name == "KR"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("year", YEARS)
def test_no_sum_of_a_table_and_no_whole_of_the_year_is_found_wrong(year: int, form: str) -> None:
    reading = read(year, form)
    kinds = {one.kind for one in reading.findings}
    assert not kinds & {FindingKind.TABLE_AGAINST_TOTAL, FindingKind.TABLE_AGAINST_TEXT}
    whole = reading.sums[0]
    assert whole.amount.role.chosen is Role.TOTAL
    assert whole.compatible
    assert [part.money.kr for part in whole.parts if part.amount.role.chosen is Role.PART]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("year", [2017, 2024, 2025, 2026])
def test_where_no_name_speaks_of_other_years_nothing_is_found_wrong(year: int, form: str) -> None:
    assert read(year, form).findings == ()


@pytest.mark.parametrize("year", YEARS)
def test_held_against_the_library_no_amount_is_another(year: int) -> None:
    found = compare_with_library(read(year, "markdown").said, library())
    assert not isinstance(found, Fault)
    amounts = [one for held in found for one in held.compared if isinstance(one.document, Amount)]
    assert sum(one.likeness is Likeness.SAME for one in amounts) >= 15
    assert [one.what.say() for one in amounts if one.likeness is Likeness.OTHER] == []


def test_forms_say_the_same() -> None:
    for year in YEARS:
        said = [[(one.mention.kr, one.role, one.receiver) for one in _judged(year, form)] for form in FORMS]
        assert said[0] == said[1] == said[2], year


def _judged(year: int, form: str) -> list[ReadAmount]:
    return [_without_cues(one) for one in read(year, form).said.amounts]


def _without_cues(one: ReadAmount) -> ReadAmount:
    from dataclasses import replace

    return replace(one, role=replace(one.role, cues=()), receiver=replace(one.receiver, cues=()))
