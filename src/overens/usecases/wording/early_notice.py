"""How early money was known -> days with signs, shares, and the sentences that every door says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from overens.agreement.announcements import Regularity
from overens.notice.claim import BUDGETS, NEW_YEAR, days_words
from overens.notice.lead_time import Estimate, LeadTime, days_of_notice
from overens.usecases.counted_sums import CountedSum
from overens.usecases.lead_time import LeadSeries, LeadYear
from overens.vocabulary.wording import NO_BREAK_SPACE, Text, counted, join_texts, percent, plain, whole_number

SIGN_NOTE = Text(
    "Dagar från besked till dagen: + före, − efter. Medianen är dagen då halva summan var känd.",
    "Days from notice to the day: + before, − after. The median is the day by which half of the sum was known.",
)
ANNUAL_ONLY = Text(
    "Bara årliga pengar; nya pengar under året räknas på årets sida.",
    "Annual money only; money added during the year is counted on the year's page.",
)
ALL_UNSURE = Text("Alla belopp är osäkra; måtten är det också.", "All amounts are uncertain, and so are the measures.")
CLAIM_TESTED = Text("Påståendet prövat", "The claim tested")
WHEN_KNOWN = Text("När summorna blev kända", "When the sums became known")
TO_NEW_YEAR, TO_BUDGETS = Text("Till 1 januari", "To 1 January"), Text("Till 30 nov.", "To 30 Nov")
BY_NEW_YEAR, BY_BUDGETS = Text("Känt 1 jan.", "By 1 Jan"), Text("Känt 30 nov.", "By 30 Nov")


def signed(days: Fraction | int) -> str:
    """Return days with their sign: +12, −165."""
    whole = int(days)
    return f"+{whole}" if whole > 0 else whole_number(whole)


def days_span(days: Estimate) -> str:
    """Return days and, where the sources leave them open, the interval: −165 (−180 … −151)."""
    if days.exact:
        return signed(days.middle)
    low, high = ("?" if end is None else signed(end) for end in (days.low, days.high))
    return f"{signed(days.middle)} ({low} … {high})".replace(" ", NO_BREAK_SPACE)


def shares_words(low: Fraction | None, high: Fraction | None) -> Text:
    """Return shares as whole per cent, as one where they are read alike: 19 %, 84–85 %; ? where there is no bound."""
    unknown = plain(f"?{NO_BREAK_SPACE}%")
    least, most = (unknown if end is None else percent(end, 0) for end in (low, high))
    if least == most:
        return most
    return Text("{least}–{most}", "{least}–{most}", {"least": least.values.get("p", "?"), "most": most})


def share_words(part: Estimate) -> Text:
    """Return a share in whole per cent, as an interval where the sources leave it open."""
    return shares_words(part.low, part.high)


def half_known(lead: LeadTime) -> Text:
    """Return by when half of the money was known."""
    return Text(
        "Hälften av pengarna var kända {new_year} eller tidigare, det är {budgets}, då budgetarna brukar vara satta.",
        "Half of the money was known {new_year} or earlier, that is {budgets}, when budgets are usually set.",
        {
            "new_year": days_words(lead.median.middle, NEW_YEAR),
            "budgets": days_words(lead.median_to_budgets.middle, BUDGETS),
        },
    )


def nothing_at_all(series: LeadSeries) -> Text:
    """Return the sentence for a day when nothing was known."""
    return Text(
        "Inget var känt den {day}; det första beskedet i biblioteket är från {first}.",
        "Nothing was known on {day}; the first notice in the library is from {first}.",
        {"day": str(series.as_known_on), "first": str(series.first_known or "–")},
    )


def no_notice(series: LeadSeries, one: LeadYear) -> Text:
    """Return the sentence for a year without sums: nothing was known then, or the year is outside the library."""
    if one.not_yet_known:
        return Text(
            "Inget om {year} var känt den {day}; {n} blev kända senare.",
            "Nothing about {year} was known on {day}; {n} became known later.",
            {
                "year": str(one.year),
                "day": str(series.as_known_on),
                "n": counted(len(one.not_yet_known), ("summa", "summor"), ("sum", "sums")),
            },
        )
    return Text(
        "Inget besked om {year} finns i biblioteket, som har besked om {first}–{last}. Det betyder inte att inga pengar gavs.",
        "No notice of {year} is in the library, which has notice of {first}–{last}. That does not mean that no money was given.",
        {
            "year": str(one.year),
            "first": str(min(series.years, default="–")),
            "last": str(max(series.years, default="–")),
        },
    )


def group_notes(years: Iterable[LeadYear]) -> Iterator[Text]:
    """Yield the median of the agreements that a sum was printed over."""
    for one in years:
        for group in one.groups:
            yield Text(
                "{name}: medianen för dem var {days}.",
                "{name}: their median was {days}.",
                {"name": group.name, "days": days_words(group.lead.median.middle, NEW_YEAR)},
            )


def sum_remarks(known: CountedSum) -> Text | None:
    """Return what sets a sum apart, such as that its amount is uncertain; None where nothing does."""
    found = [
        (known.kind is Regularity.NEW, Text("nytt", "new")),
        (known.sum_only, Text("bara summan", "sum only")),
        (known.unsure is not None, Text("osäkert", "uncertain")),
        (known.date_inferred, Text("dagen härledd", "day inferred")),
        (not known.listed, Text("utanför listan", "outside the list")),
    ]
    said = [words for holds, words in found if holds]
    return join_texts(said, ", ") if said else None


def year_notes(one: LeadYear) -> Iterator[Text]:
    """Yield what is to be known of a year's measures: signs, intervals, other dates, and what is left out."""
    yield SIGN_NOTE
    if not all(days_of_notice(known.known, one.year).exact for known in one.sums):
        yield Text(
            "Bara månaden känd: dagarna räknas från månadens mitt, med hela månaden inom parentes.",
            "Only the month known: days are counted from its middle, with the whole month in parentheses.",
        )
    for known in one.sums:
        yield from _sum_notes(known)
    yield from group_notes([one])
    if one.left_out:
        yield Text(
            "Räknas inte, eftersom summan eller datumet inte är funnet: {ids}.",
            "Not counted, since the sum or the date is not found: {ids}.",
            {"ids": ", ".join(one.left_out)},
        )
    if one.not_yet_known:
        yield Text(
            "Blev kända senare och räknas inte: {names}.",
            "Became known later and are not counted: {names}.",
            {"names": ", ".join(one.not_yet_known)},
        )


def _sum_notes(known: CountedSum) -> Iterator[Text]:
    if known.unsure:
        yield Text(
            "Osäkert: {name}: {why}. Intervallen rymmer att beloppet är noll.",
            "Uncertain: {name}: {why}. The intervals hold that the amount is nought.",
            {"name": known.name, "why": known.unsure},
        )
    if known.differs:
        yield Text(
            "{name}: listan säger {listed}, avtalsfilen {id} {written}; listans datum räknas.",
            "{name}: the list says {listed}, the agreement file {id} {written}; the list's date counts.",
            {
                "name": known.name,
                "listed": str(known.known),
                "id": known.differs[0],
                "written": str(known.differs[1]),
            },
        )
