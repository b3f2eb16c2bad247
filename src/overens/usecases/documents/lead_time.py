"""Lead times and payments -> JSON documents."""

from __future__ import annotations

from overens.notice.claim import claim_words
from overens.notice.hoarding import Between, Hoarding
from overens.notice.lead_time import Estimate, LeadTime, days_of_notice
from overens.usecases.counted_sums import CountedSum
from overens.usecases.documents.parts import Document, amount, word
from overens.usecases.lead_time import LeadSeries, LeadYear, WeighedClaim
from overens.usecases.payments import Payments
from overens.vocabulary.wording import Language, exact_decimal


def lead_series_document(series: LeadSeries, language: Language) -> Document:
    """Return the series of all years (overens lead-time --json)."""
    return {
        "as_known_on": _day(series.as_known_on),
        "years": [_year(one) for one in series.years.values() if one.sums],
        "claims": [_claim(one, language) for one in series.claims],
    }


def lead_year_document(series: LeadSeries, year: int, language: Language) -> Document:
    """Return one year (overens lead-time 2024 --json); a year without money has no sums and null leads."""
    one = series.of(year)
    return {
        "as_known_on": _day(series.as_known_on),
        **_year(one),
        "sums": [_sum(known) for known in one.sums],
        "not_yet_known": list(one.not_yet_known),
        "left_out": list(one.left_out),
        "claims": [_claim(claim, language) for claim in series.claims],
        "years_in_library": list(series.years),
    }


def payments_document(payments: Payments, year: int | None) -> Document:
    """Return when the money of a year, or of each, is paid (overens lead-time 2024 --payments --json)."""
    return {
        "year": year,
        "as_known_on": _day(payments.as_known_on),
        "years": [_hoarding(one) for one in payments.years.values()],
        "years_in_library": list(payments.years_in_library),
    }


def _day(day: object) -> str | None:
    return str(day) if day is not None else None


def _year(one: LeadYear) -> Document:
    return {
        "year": one.year,
        "sum_count": len(one.sums),
        "all_uncertain": one.all_unsure,
        "leads": {word(variant): _lead(lead) for variant, lead in one.leads.items()},
        "printed_sums": [{"name": group.name, **(_lead(group.lead) or {})} for group in one.groups],
    }


def _lead(lead: LeadTime | None) -> Document | None:
    if lead is None:
        return None
    return {
        "kr": lead.kr,
        "median_days": _days(lead.median),
        "median_days_to_30_november": _days(lead.median_to_budgets),
        "mean_days": _decimal(lead.mean),
        "known_by_1_january": _decimal(lead.in_time),
        "known_by_30_november": _decimal(lead.before_budgets),
    }


def _days(days: Estimate) -> Document:
    low, high = (None if end is None else int(end) for end in (days.low, days.high))
    return {"middle": int(days.middle), "low": low, "high": high}


def _decimal(number: Estimate) -> Document:
    low, high = (None if end is None else exact_decimal(end) for end in (number.low, number.high))
    return {"middle": exact_decimal(number.middle), "low": low, "high": high}


def _sum(one: CountedSum) -> Document:
    return {
        "name": one.name,
        "known_from": one.known.words,
        "date_inferred": one.date_inferred,
        "amount": amount(one.amount),
        "kind": word(one.kind),
        "uncertain": one.unsure,
        "sum_only": one.sum_only,
        "days": _days(days_of_notice(one.known, one.year)),
        "agreements": list(one.agreements),
        "listed": one.listed,
        "agreement_says": str(one.differs[1]) if one.differs else None,
        "source": one.source.title,
    }


def _claim(one: WeighedClaim, language: Language) -> Document:
    verdict = one.verdict
    return {
        "year": one.claim.year,
        "says": one.claim.says,
        "source": one.source.title,
        "holds": verdict.holds,
        "known_by_1_january": verdict.before_year,
        "known_by_30_november": verdict.before_budgets,
        "earlier_than": list(verdict.earlier_than),
        "not_earlier_than": list(verdict.not_earlier_than),
        "undecided": list(verdict.undecided),
        "lasted": verdict.lasted,
        "text": claim_words(verdict).say(language),
    }


def _hoarding(one: Hoarding) -> Document:
    return {
        "year": one.year,
        "total_kr": one.total_kr,
        "months": [
            {
                "month": f"{paid.month.year}-{paid.month.number:02d}",
                "dated_kr": paid.dated_kr,
                "at_latest_kr": paid.at_latest_kr,
                "at_most_kr": paid.at_most_kr,
            }
            for paid in one.months
        ],
        "undated_kr": one.undated_kr,
        "not_awarded_kr": one.not_awarded_kr,
        "without_sum": list(one.without_sum),
        "paid_from_1_october": {"of_dated": _between(one.late_of_dated), "of_all": _between(one.late_of_all)},
    }


def _between(share: Between | None) -> Document | None:
    return None if share is None else {"low": exact_decimal(share.low), "high": exact_decimal(share.high)}
