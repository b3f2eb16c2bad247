"""A place's pots -> what each gives, how sure that is and on what terms, in words."""

from __future__ import annotations

from collections.abc import Iterable

from overens.allocation.describe import describe_rule
from overens.allocation.explain_results import interval
from overens.notice.rows import Certainty, PlaceRow, certainty_words
from overens.usecases.wording.amounts import ROUGH, amount_said, kr_words, millions_words, whole_millions
from overens.usecases.wording.conditions import met_sentence
from overens.usecases.year import RegionRow
from overens.vocabulary.money import Precision
from overens.vocabulary.recipients import Recipient, Register
from overens.vocabulary.wording import Text, join_texts, kronor, plain


def kronor_of(row: PlaceRow) -> Text:
    """Return what the pot gives: kronor, or the most, the least or the whole it is a part of."""
    if row.award is not None:
        return plain(kr_words(row.award.amount.kr, exact=row.award.amount.precision is Precision.EXACT))
    if row.certainty is not Certainty.NOT_COMPUTED:
        return plain(kronor(0))
    if row.ceiling_kr is not None:
        return Text("högst {kr}", "at most {kr}", {"kr": rough_sign([row]) + kronor(row.ceiling_kr)})
    if row.at_least_kr is not None:
        return Text("minst {kr}", "at least {kr}", {"kr": kronor(row.at_least_kr)})
    if row.least_if_met_kr is not None:
        return Text(
            "minst {kr} om villkoren uppfylls",
            "at least {kr} if it meets the conditions",
            {"kr": kronor(row.least_if_met_kr)},
        )
    if row.pot.amount is None:
        return Text("okänt belopp", "an unknown sum")
    return Text("del av {kr}", "part of {kr}", {"kr": amount_said(row.pot.amount)})


def certainty_of(row: PlaceRow) -> Text:
    """Return how sure the sum is: why it is not computed, its interval, or what the published table says instead."""
    words = certainty_words(row.certainty)
    if row.certainty is Certainty.NOT_COMPUTED and row.pot.reason is not None:
        return join_texts([words, row.pot.reason], ": ")
    if row.award is not None and row.award.amount.precision is not Precision.EXACT:
        words = join_texts([words, interval(row.award.amount)], ", ")
    published = _as_published(row)
    return join_texts([words, published], "; ") if published is not None else words


def rough_sign(rows: Iterable[PlaceRow]) -> str:
    """Return the sign of what is rounded, where the amount of one of the pots is."""
    exact = all(row.pot.amount is None or row.pot.amount.precision is Precision.EXACT for row in rows)
    return "" if exact else ROUGH


def printed_row_words(row: RegionRow) -> Text:
    """Return how much of the printed total is explained, what is left, and what lies outside it."""
    return Text(
        "I den tryckta tabellen: {printed} Mkr. Av det förklarar säkert och härlett här {explained} Mkr; rest {rest} Mkr."
        " Utanför den tabellen: {outside} Mkr av det ovan.",
        "In the printed table: {printed} Mkr. Of that, certain and inferred here explain {explained} Mkr; residual {rest} Mkr."
        " Outside that table: {outside} Mkr of the above.",
        {
            "printed": whole_millions(row.published_kr),
            "explained": millions_words(row.verified_kr + row.inferred_kr),
            "rest": millions_words(row.residual_kr),
            "outside": millions_words(row.outside_kr),
        },
    )


def use_words(row: PlaceRow) -> Text | None:
    """Return what the money may be used for, and until when; None where nothing is written."""
    use = row.pot.pot.use
    if use is None:
        return None
    found = []
    if use.purpose:
        found.append(Text("Ändamål: {what}.", "Purpose: {what}.", {"what": use.purpose}))
    if use.end:
        found.append(Text("Får användas till och med {day}.", "May be used until {day}.", {"day": str(use.end)}))
    if use.carry_over:
        found.append(Text("Överföring: {what}.", "Carry-over: {what}.", {"what": use.carry_over}))
    return join_texts(found) if found else None


def has_terms(row: PlaceRow) -> bool:
    """Tell whether anything is asked for the pot's money, or said of its use."""
    pot = row.pot.pot
    return bool(pot.conditions or pot.performance or pot.use)


def terms_of(row: PlaceRow, who: Recipient, register: Register) -> list[Text]:
    """Return the rule, whether its conditions are met, and what the money may be used for: what is known of them."""
    found = [describe_rule(row.pot.pot, register), met_sentence(row, who), use_words(row)]
    return [text for text in found if text is not None]


def to_the_county(row: PlaceRow) -> Text:
    """Return what the county gets of a pot that its organisations share."""
    if row.award:
        return plain(kronor(row.award.amount.kr))
    if row.pot.amount is None:
        return Text("okänt belopp", "an unknown amount")
    return Text("okänt belopp, del av {kr},", "an unknown amount, part of {kr},", {"kr": amount_said(row.pot.amount)})


def _as_published(row: PlaceRow) -> Text | None:
    annex = row.pot.annex
    who = row.award.recipient.code if row.award else ""
    other = next((d for d in annex.deviations if d.recipient.code == who), None) if annex else None
    if other is None:
        return None
    return Text("den publicerade tabellen: {kr}", "the published table: {kr}", {"kr": kr_words(other.published_kr)})
