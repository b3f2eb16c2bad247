"""How early each year's money was known: the shipped list against its figures, and lists and agreements of one's own."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from overens.agreement.announcements import Regularity
from overens.notice.lead_time import LeadTime
from overens.usecases.lead_time import LeadSeries, Variant, show_lead_series
from overens.usecases.library import Library, open_library
from overens.vocabulary.money import may_be_equal
from tests.builders import SHARED, agreement_text

LIST = SHARED / "facts" / "notice_lead.csv"
ROW = "känd från: {known}, år: 2024, slag: årligt, belopp: {amount}, namn: {name}, källa: k"


@cache
def library() -> Library:
    return open_library()


@cache
def series(day: str | None = None) -> LeadSeries:
    return show_lead_series(library(), date.fromisoformat(day) if day else None)


def main(year: int) -> LeadTime:
    lead = series().of(year).main
    assert lead is not None
    return lead


def own(folder: Path, *rows: str, agreements: tuple[str, ...] = ()) -> LeadSeries:
    (folder / "besked").mkdir()
    head = "id: egna\nnamn: Egna\nkällor:\n  k: {titel: Källan}\nbesked:\n"
    (folder / "besked" / "egna.yaml").write_text(head + "".join(f"  - {{{row}}}\n" for row in rows), encoding="utf-8")
    for n, text in enumerate(agreements):
        (folder / f"{n}.yaml").write_text(text, encoding="utf-8")
    opened = open_library([folder], shipped=False)
    found = show_lead_series(opened)
    assert [problem.say() for problem in opened.problems] == []
    return found


# --- the shipped list ---------------------------------------------------------------


def test_the_shipped_list_is_sound() -> None:
    assert library().read_announcements()
    assert [problem.say() for problem in library().problems] == []


@pytest.mark.parametrize(("year", "days"), [(2021, -28), (2022, -27), (2023, -29), (2024, 12), (2025, -26)])
def test_the_median_of_the_main_series(year: int, days: int) -> None:
    assert main(year).median.middle == days
    assert main(year).median.exact


def test_even_2024_came_after_the_budgets() -> None:
    assert main(2024).median_to_budgets.middle == -20
    assert all(main(year).before_budgets.middle < 0.005 for year in range(2019, 2024))


def test_13_per_cent_of_2024_was_known_by_30_november_with_the_new_money_and_19_of_the_annual() -> None:
    leads = series().of(2024).leads
    shares = {v: lead.before_budgets.middle for v, lead in leads.items() if lead is not None}

    assert round(100 * shares[Variant.WITH_NEW]) == 13
    assert round(100 * shares[Variant.MAIN]) == 19
    assert shares[Variant.WITHOUT_SUM_ONLY] == 0


def test_the_four_agreements_of_the_press_release_came_ten_days_before() -> None:
    (group,) = [g for g in series().of(2021).groups if "fyra" in g.name]

    assert group.lead.median.middle == 10


def test_the_press_releases_claim() -> None:
    (claim,) = series().claims

    assert (claim.verdict.holds, claim.verdict.lasted, claim.verdict.before_budgets) == (True, False, False)
    assert list(claim.verdict.not_earlier_than) == [2017]


@pytest.mark.skipif(
    not LIST.exists(), reason="the shared facts are not here; the list is compared with them where they are"
)
def test_every_row_of_the_facts_is_in_the_list_as_sharp_as_it_was() -> None:
    (shipped,) = library().read_announcements()
    listed = sorted(
        (str(a.known_from), a.year, a.kind, a.amount.kr, bool(a.unsure)) for a in shipped.written.announcements
    )

    with LIST.open(encoding="utf-8") as file:
        facts = sorted(
            (
                row["date_announced"][: 10 if row["date_precision"] == "day" else 7],
                int(row["year"]),
                Regularity.ANNUAL if row["kind"] == "annual" else Regularity.NEW,
                round(float(row["amount_mkr"]) * 1_000_000),
                bool(row["uncertain"]),
            )
            for row in csv.DictReader(file)
        )
    assert listed == facts


def test_no_agreement_that_no_row_is_about_has_the_sum_of_a_row_of_its_year() -> None:
    """If this fails, an agreement was added whose sum is in the list already: name its series in besked.yaml."""
    twice = [
        (added.agreements, row.name)
        for year in series().years.values()
        for added in year.sums
        for row in year.sums
        if not added.listed and row.listed and not row.agreements and may_be_equal(added.amount, row.amount)
    ]
    assert twice == []


# --- as known on a day --------------------------------------------------------------


def test_only_what_was_surely_known_that_day_is_counted() -> None:
    early, later = series("2023-12-20").of(2024), series("2024-03-31").of(2024)

    assert "Psykisk hälsa 2024" in early.not_yet_known
    assert "Ökad tillgänglighet 2024" in [one.name for one in early.sums]
    assert "Vårdplatser 2024" in [one.name for one in later.sums]
    assert "Vårdplatser 2024" in series("2024-03-30").of(2024).not_yet_known


def test_before_the_claim_was_made_it_is_not_tested_and_before_anything_was_known_there_is_nothing() -> None:
    assert series("2023-12-19").claims == ()
    assert not any(one.sums for one in series("2010-01-01").years.values())
    assert str(series("2010-01-01").first_known) == "2014-12"


def test_a_year_outside_the_library_is_empty() -> None:
    for year in (1999, 2031):
        one = series().of(year)
        assert (one.sums, one.main, one.not_yet_known) == ((), None, ())


# --- lists and agreements of one's own ----------------------------------------------


def agreement(*pots: tuple[str, str], series_id: str = "") -> str:
    lines = "".join(f"{name}: {{namn: P, källa: k, till: SKR, {rule}}}\n" for name, rule in pots)
    return agreement_text(lines, total="10 Mkr", more=f"serie: {series_id}" if series_id else "")


A, B = ("a", "belopp: 4 Mkr"), ("b", "belopp: 6 Mkr, känd från: 2024-05-01")


def test_an_agreement_that_no_row_is_about_is_shown_and_counted_beside_the_main_series(tmp_path: Path) -> None:
    row = ROW.format(known="2024-02-01", amount="5 Mkr", name="X")
    year = own(tmp_path, row, agreements=(agreement(A, B),)).of(2024)
    beside = year.leads[Variant.WITH_LIBRARY]

    assert [(one.listed, one.agreements) for one in year.sums] == [(False, ("prov-2024",)), (True, ())]
    assert year.main is not None
    assert beside is not None
    assert (year.main.kr, beside.kr) == (5_000_000, 15_000_000)
    assert [int(lead.median.middle) for lead in (year.main, beside)] == [-31, 12]


def test_a_year_that_no_list_has_is_measured_on_its_agreements(tmp_path: Path) -> None:
    row = ROW.format(known="2024-02-01", amount="5 Mkr", name="X").replace("år: 2024", "år: 2023")
    year = own(tmp_path, row, agreements=(agreement(A, B),)).of(2024)

    assert year.main is not None
    assert (year.main.kr, int(year.main.median.middle)) == (10_000_000, 12)


@pytest.mark.parametrize(
    "link", ["avtal: prov-2024", "avtal: [prov-2024]", "serie: prov", "serie: annat", "pott: prov-2024/a"]
)
def test_an_agreement_that_a_row_is_about_is_counted_once(tmp_path: Path, link: str) -> None:
    row = ROW.format(known="2023-12-20", amount="10 Mkr", name=f"X, {link}")
    text = agreement(A, B, series_id="annat" if "annat" in link else "")
    year = own(tmp_path, row, agreements=(text,)).of(2024)

    assert [one.agreements for one in year.sums] == [("prov-2024",)]
    assert year.main is not None
    assert year.main.kr == 10_000_000


def test_per_krona_a_pot_that_became_known_later_has_its_own_date(tmp_path: Path) -> None:
    row = ROW.format(known="2023-12-20", amount="10 Mkr", name="X, avtal: prov-2024")
    year = own(tmp_path, row, agreements=(agreement(A, B),)).of(2024)
    by_pot = year.leads[Variant.BY_POT]

    assert year.main is not None
    assert by_pot is not None
    assert [int(lead.median.middle) for lead in (year.main, by_pot)] == [12, -121]
    assert by_pot.kr == 10_000_000


def test_a_list_and_an_agreement_with_different_dates_are_both_shown(tmp_path: Path) -> None:
    row = ROW.format(known="2024-02-01", amount="10 Mkr", name="X, avtal: prov-2024")
    (one,) = own(tmp_path, row, agreements=(agreement(A, ("b", "belopp: 6 Mkr")),)).of(2024).sums

    assert one.differs is not None
    assert (one.differs[0], str(one.differs[1])) == ("prov-2024", "2023-12-20")


def test_a_month_that_holds_the_agreements_day_is_no_difference(tmp_path: Path) -> None:
    row = ROW.format(known="2023-12", amount="10 Mkr", name="X, avtal: prov-2024")

    assert own(tmp_path, row, agreements=(agreement(A, B),)).of(2024).sums[0].differs is None


def test_an_agreement_without_a_sum_is_named_and_not_counted(tmp_path: Path) -> None:
    text = agreement(A, B).replace("belopp: 10 Mkr", "belopp: ej funnet")
    year = own(tmp_path, ROW.format(known="2024-02-01", amount="5 Mkr", name="X"), agreements=(text,)).of(2024)

    assert (year.left_out, len(year.sums)) == (("prov-2024",), 1)


def test_a_year_with_only_uncertain_amounts_says_so(tmp_path: Path) -> None:
    rows = [
        ROW.format(known=day, amount="5 Mkr", name=f"{day}, osäkert: gissat") for day in ("2023-12-20", "2024-02-01")
    ]
    year = own(tmp_path, *rows).of(2024)

    assert year.all_unsure
    assert year.leads[Variant.WITHOUT_UNSURE] is None
    assert year.main is not None
    assert [int(end or 0) for end in (year.main.median.low, year.main.median.high)] == [-31, 12]
