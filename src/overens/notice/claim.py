"""The lead times of many years + a year -> whether its money was known earlier than before, and whether that lasted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from overens.notice.lead_time import Estimate, LeadTime
from overens.vocabulary.periods import year_runs
from overens.vocabulary.wording import Text, join_texts, percent, plain


@dataclass(frozen=True)
class Verdict:
    """What the series says of the claim that a year's money was known earlier than before.

    Attributes:
        before_year: Whether half of the money was known by 1 January; None where the sources leave it open.
        before_budgets: The same for 30 November of the year before.
        earlier_than, not_earlier_than, undecided: Years before it, by how their medians compare.
        later: The years after it, with their medians in days to 1 January.
    """

    year: int
    lead: LeadTime
    before_year: bool | None
    before_budgets: bool | None
    earlier_than: Mapping[int, Estimate]
    not_earlier_than: Mapping[int, Estimate]
    undecided: Mapping[int, Estimate]
    later: Mapping[int, Estimate]

    @property
    def lasted(self) -> bool | None:
        """Whether half of the money was known by 1 January in every later year too; None where that is open."""
        answers = [reached(median, 0) for median in self.later.values()]
        if False in answers:
            return False
        return None if not answers or None in answers else True

    @property
    def holds(self) -> bool | None:
        """Whether the money was known by 1 January, and earlier than the year before; None where that is open."""
        before = max((*self.earlier_than, *self.not_earlier_than, *self.undecided), default=None)
        if self.before_year is False or before in self.not_earlier_than:
            return False
        return True if self.before_year and before in self.earlier_than else None


def weigh_claim(series: Mapping[int, LeadTime], year: int) -> Verdict | None:
    """Return what the series says of the year, or None where it has no money for it."""
    lead = series.get(year)
    if lead is None:
        return None
    before = {other: one.median for other, one in series.items() if other < year}
    answers = {other: _earlier(lead.median, median) for other, median in before.items()}
    by_answer = {
        answer: {other: before[other] for other in before if answers[other] is answer} for answer in (True, False, None)
    }
    return Verdict(
        year,
        lead,
        reached(lead.median, 0),
        reached(lead.median_to_budgets, 0),
        earlier_than=by_answer[True],
        not_earlier_than=by_answer[False],
        undecided=by_answer[None],
        later={other: one.median for other, one in series.items() if other > year},
    )


def reached(days: Estimate, least: int) -> bool | None:
    """Tell whether the days are at least so many; None where the sources leave it open."""
    if days.low is not None and days.low >= least:
        return True
    return False if days.high is not None and days.high < least else None


def _earlier(one: Estimate, other: Estimate) -> bool | None:
    """Tell whether one is more days than the other, whatever the sources leave open; None if that decides."""
    if one.low is not None and other.high is not None and one.low > other.high:
        return True
    return False if one.high is not None and other.low is not None and one.high <= other.low else None


# --- in words -----------------------------------------------------------------------


def days_words(days: Fraction, of: Text) -> Text:
    """Return days of notice as '12 dagar före årsskiftet' or '26 dagar efter årsskiftet'."""
    many = int(abs(days) + Fraction(1, 2))
    noun = Text("dag", "day") if many == 1 else Text("dagar", "days")
    if many == 0:
        return Text("samma dag som {of}", "on the same day as {of}", {"of": of})
    side = Text("före", "before") if days > 0 else Text("efter", "after")
    return Text(
        "{n} {noun} {side} {of}", "{n} {noun} {side} {of}", {"n": str(many), "noun": noun, "side": side, "of": of}
    )


NEW_YEAR = Text("årsskiftet", "the new year")
BUDGETS = Text("den 30 november", "30 November")


def claim_words(verdict: Verdict) -> Text:
    """Return in one sentence whether the claim holds, against which years, whether it lasted, and the budgets."""
    return join_texts([_against(verdict), *_against_rest(verdict), _lasted(verdict), _budgets(verdict)])


def _against(v: Verdict) -> Text:
    values: dict[str, object] = {
        "year": str(v.year),
        "days": days_words(v.lead.median.middle, NEW_YEAR),
        "years": enumerated([plain(run) for run in year_runs(v.earlier_than)]),
    }
    match v.holds:
        case True:
            return Text(
                "Påståendet stämmer för {year}: hälften av pengarna var kända {days} eller tidigare, och det var tidigare än {years}.",
                "The claim holds for {year}: half of the money was known {days} or earlier, and that was earlier than in {years}.",
                values,
            )
        case False:
            return Text(
                "Påståendet stämmer inte för {year}: hälften av pengarna blev kända {days} eller senare.",
                "The claim does not hold for {year}: half of the money became known {days} or later.",
                values,
            )
        case None:
            return Text(
                "Om påståendet stämmer för {year} går inte att avgöra: medianen är {days}, men källorna lämnar det öppet.",
                "Whether the claim holds for {year} cannot be decided: the median is {days}, but the sources leave it open.",
                values,
            )


def _against_rest(v: Verdict) -> list[Text]:
    texts = []
    if v.not_earlier_than:
        texts.append(
            Text(
                "Det var inte tidigare än {years}.",
                "It was not earlier than in {years}.",
                {"years": _with_days(v.not_earlier_than)},
            )
        )
    if v.undecided:
        texts.append(
            Text(
                "Mot {years} lämnar källorna det öppet.",
                "Against {years} the sources leave it open.",
                {"years": _with_days(v.undecided)},
            )
        )
    return texts


def _lasted(v: Verdict) -> Text:
    values: dict[str, object] = {"years": _with_days(v.later)}
    if not v.later:
        return Text("Om det höll i sig vet vi inte än.", "Whether it lasted is not known yet.")
    match v.lasted:
        case True:
            return Text("Det höll i sig: {years}.", "It lasted: {years}.", values)
        case False:
            return Text("Det höll inte i sig: {years}.", "It did not last: {years}.", values)
        case None:
            return Text(
                "Om det höll i sig lämnar källorna öppet: {years}.",
                "Whether it lasted the sources leave open: {years}.",
                values,
            )


def _budgets(v: Verdict) -> Text:
    values: dict[str, object] = {
        "days": days_words(v.lead.median_to_budgets.middle, BUDGETS),
        "share": percent(v.lead.before_budgets.middle, 0),
    }
    match v.before_budgets:
        case True:
            return Text("Det kom före budgetarna: {days}.", "It came before the budgets: {days}.", values)
        case False:
            return Text(
                "Det kom efter budgetarna: {days}, då {share} var känt.",
                "It came after the budgets: {days}, by which {share} was known.",
                values,
            )
        case None:
            return Text(
                "Om det kom före budgetarna lämnar källorna öppet: {days}.",
                "Whether it came before the budgets the sources leave open: {days}.",
                values,
            )


def _with_days(years: Mapping[int, Estimate]) -> Text:
    return enumerated(
        [
            Text("{year} ({days})", "{year} ({days})", {"year": str(year), "days": days_words(one.middle, NEW_YEAR)})
            for year, one in years.items()
        ]
    )


def enumerated(texts: list[Text]) -> Text:
    """Return the texts as a list in a sentence: a, b och c."""
    if len(texts) < 2:
        return join_texts(texts)
    values: dict[str, object] = {"first": join_texts(texts[:-1], ", "), "last": texts[-1]}
    return Text("{first} och {last}", "{first} and {last}", values)
