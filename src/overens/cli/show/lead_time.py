"""How early the money of a year was known -> the terminal: its measures, and the date of every sum."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from overens.agreement.announcements import Regularity
from overens.cli.language import count, t
from overens.cli.show.lead_parts import group_notes, share, show_claims, sign_note, signed, span
from overens.cli.show.page import Page
from overens.cli.show.parts import say, tenths
from overens.notice.claim import BUDGETS, NEW_YEAR, days_words
from overens.notice.lead_time import BUDGETS_AFTER_YEAR_END, LeadTime, days_of_notice
from overens.usecases.counted_sums import CountedSum
from overens.usecases.lead_tables import variant_words
from overens.usecases.lead_time import LeadSeries, LeadYear, Variant
from overens.usecases.wording.amounts import whole_millions
from overens.vocabulary.wording import NO_BREAK_SPACE

NARROW = 80


def show_lead_year(page: Page, series: LeadSeries, year: int) -> None:
    """Print when each sum of the year became known, and how early that was per krona."""
    one = series.of(year)
    if not one.sums:
        page.line(_nothing(series, one))
        return
    page.heading(t("Tidiga besked {year}", "Early notice {year}", year=str(year)))
    if one.main is not None:
        page.line(_half(one.main))
    if one.all_unsure:
        page.line(
            t("Alla belopp är osäkra; måtten är det också.", "All amounts are uncertain, and so are the measures.")
        )
    page.blank()
    _measures(page, one)
    page.heading(t("När summorna blev kända", "When the sums became known"))
    _sums(page, one)
    page.notes(_year_notes(one))
    show_claims(page, [claim for claim in series.claims if claim.claim.year == year])
    page.blank()
    hint = t(
        "När betalas pengarna? overens lead-time {year} --payments",
        "When is it paid? overens lead-time {year} --payments",
        year=str(year),
    )
    page.line(hint, dim=True)


def _half(lead: LeadTime) -> str:
    return t(
        "Hälften av pengarna var kända {new_year} eller tidigare, det är {budgets}, då budgetarna brukar vara satta.",
        "Half of the money was known {new_year} or earlier, that is {budgets}, when budgets are usually set.",
        new_year=days_words(lead.median.middle, NEW_YEAR),
        budgets=days_words(lead.median_to_budgets.middle, BUDGETS),
    )


def _nothing(series: LeadSeries, one: LeadYear) -> str:
    if one.not_yet_known:
        return t(
            "Inget om {year} var känt den {day}; {n} blev kända senare.",
            "Nothing about {year} was known on {day}; {n} became known later.",
            year=str(one.year),
            day=str(series.as_known_on),
            n=count(len(one.not_yet_known), ("summa", "summor"), ("sum", "sums")),
        )
    return t(
        "Inget besked om {year} finns i biblioteket, som har besked om {first}–{last}. Det betyder inte att inga pengar gavs.",
        "No notice of {year} is in the library, which has notice of {first}–{last}. That does not mean that no money was given.",
        year=str(one.year),
        first=str(min(series.years, default="–")),
        last=str(max(series.years, default="–")),
    )


def _measures(page: Page, one: LeadYear) -> None:
    """Print each way of counting that gives another answer; a narrow terminal has no room for the mean."""
    columns: list[tuple[str, Callable[[LeadTime], str]]] = [
        (t("Mkr", "Mkr"), lambda lead: whole_millions(lead.kr)),
        (t("Median", "Median"), lambda lead: span(lead.median)),
        (t("Medel", "Mean"), lambda lead: signed(round(lead.mean.middle))),
        (t("Känt 1 jan.", "By 1 Jan"), lambda lead: share(lead.in_time)),
        (t("Känt 30 nov.", "By 30 Nov"), lambda lead: share(lead.before_budgets)),
    ]
    if page.width < NARROW:
        del columns[2]
    rows = []
    for variant in Variant:
        lead = one.leads[variant]
        if lead is not None and (variant is Variant.MAIN or lead != one.main):
            rows.append((say(variant_words(variant)), *(show(lead) for _, show in columns)))
    headings = (t("Vad som räknas", "What is counted"), *(name for name, _ in columns))
    page.table(headings, rows, right=range(1, len(headings)))


def _sums(page: Page, one: LeadYear) -> None:
    """Print a row for each sum; a narrow terminal has no room for the days to 30 November, always 32 fewer."""
    headings = (
        t("Känt", "Known"),
        t("Vad", "What"),
        t("Mkr", "Mkr"),
        t("Till 1 januari", "To 1 January"),
        t("Till 30 nov.", "To 30 Nov"),
    )
    columns = len(headings) if page.width >= NARROW else len(headings) - 1
    rows = [_sum_row(known)[:columns] for known in one.sums]
    page.table(headings[:columns], rows, right=range(2, columns), whole=(0,))


def _sum_row(known: CountedSum) -> tuple[str, ...]:
    days = days_of_notice(known.known, known.year)
    rough = f"≈{NO_BREAK_SPACE}" if known.unsure else ""
    name = known.name.removesuffix(f" {known.year}")
    to_budgets = signed(days.moved(-BUDGETS_AFTER_YEAR_END).middle)
    return (str(known.known), name + _mark(known), rough + tenths(known.amount.kr), span(days), to_budgets)


def _mark(known: CountedSum) -> str:
    words = [
        t("nytt", "new") if known.kind is Regularity.NEW else "",
        t("bara summan", "sum only") if known.sum_only else "",
        t("osäkert", "uncertain") if known.unsure else "",
        t("dagen härledd", "day inferred") if known.date_inferred else "",
        "" if known.listed else t("utanför listan", "outside the list"),
    ]
    said = ", ".join(word for word in words if word)
    return f" ({said})" if said else ""


def _year_notes(one: LeadYear) -> Iterable[str]:
    yield sign_note()
    if not all(days_of_notice(known.known, one.year).exact for known in one.sums):
        yield t(
            "Bara månaden känd: dagarna räknas från månadens mitt, med hela månaden inom parentes.",
            "Only the month known: days are counted from its middle, with the whole month in parentheses.",
        )
    for known in one.sums:
        if known.unsure:
            yield t(
                "Osäkert: {name}: {why}. Intervallen rymmer att beloppet är noll.",
                "Uncertain: {name}: {why}. The intervals hold that the amount is nought.",
                name=known.name,
                why=known.unsure,
            )
        if known.differs:
            yield t(
                "{name}: listan säger {listed}, avtalsfilen {id} {written}; listans datum räknas.",
                "{name}: the list says {listed}, the agreement file {id} {written}; the list's date counts.",
                name=known.name,
                listed=str(known.known),
                id=known.differs[0],
                written=str(known.differs[1]),
            )
    yield from group_notes([one])
    if one.left_out:
        yield t(
            "Räknas inte, eftersom summan eller datumet inte är funnet: {ids}.",
            "Not counted, since the sum or the date is not found: {ids}.",
            ids=", ".join(one.left_out),
        )
    if one.not_yet_known:
        yield t(
            "Blev kända senare och räknas inte: {names}.",
            "Became known later and are not counted: {names}.",
            names=", ".join(one.not_yet_known),
        )
