"""A term of an agreement -> the sentence that says what is to happen."""

from __future__ import annotations

from overens.agreement.model import Agreement
from overens.agreement.rules import GivenCondition
from overens.agreement.terms import Application, Duty, Instalment, Repayment, Requisition
from overens.followup.levels import earlier_years
from overens.vocabulary.periods import When, year_spans
from overens.vocabulary.wording import Text, plain
from overens.writing.values import Missing


def when_words(when: When | Missing) -> Text:
    """Return the date as written, or that it is not found."""
    return plain(when.words) if isinstance(when, When) else Text("ej funnet", "not found")


def decision(name: str) -> Text:
    """The agreement, or the pot, is decided."""
    return Text("Beslut: {name}", "Decision: {name}", {"name": name})


def amendment(name: str) -> Text:
    """The agreement is changed."""
    return Text("Ändring: {name}", "Amendment: {name}", {"name": name})


def became_known(name: str) -> Text:
    """The agreement, or the pot, becomes known."""
    return Text("Blev känt: {name}", "Became known: {name}", {"name": name})


def application(term: Application) -> Text:
    """Apply, to whom."""
    return Text("Ansök: {what}{to}", "Apply: {what}{to}", {"what": term.what, "to": _to(term.to)})


def case_by_case(how: str) -> Text:
    """Apply, where only the key says that the money is decided case by case."""
    return Text("Ansök: beloppet prövas {how}", "Apply: the amount is decided case by case, {how}", {"how": how})


def requisition(term: Requisition | None) -> Text:
    """Requisition the money, and what follows if it is late."""
    late = Text(" ({what})", " ({what})", {"what": term.if_late}) if term and term.if_late else plain("")
    return Text("Rekvirera pengarna{late}", "Requisition the money{late}", {"late": late})


def condition(term: GivenCondition, met: bool | None) -> Text:
    """A condition, who assesses it, and whether it is met."""
    assessed = Text(", bedöms av {who}", ", assessed by {who}", {"who": term.assessed_by or ""})
    return Text(
        "Villkor: {what}{assessed}{met}",
        "Condition: {what}{assessed}{met}",
        {"what": term.what, "assessed": assessed if term.assessed_by else plain(""), "met": met_words(met)},
    )


def met_words(met: bool | None) -> Text:
    """Return whether a condition is met, in parentheses; nothing where that is not known."""
    if met is None:
        return plain("")
    return Text(" (uppfyllt)", " (met)") if met else Text(" (inte uppfyllt)", " (not met)")


def duty(term: Duty) -> Text:
    """Who is to do what, and to whom it goes."""
    return plain(f"{term.who}: {term.what}{_to(term.to)}")


def payment(term: Instalment) -> Text:
    """A payment, and what it covers."""
    covers = f" ({term.covers})" if term.covers else ""
    latest = term.on is None and isinstance(term.at_latest, When)
    word = Text("Utbetalning, senast", "Payment, at the latest") if latest else Text("Utbetalning", "Payment")
    return Text("{word}{covers}", "{word}{covers}", {"word": word, "covers": covers})


def repayment(agreement: Agreement, term: Repayment) -> Text:
    """Pay back, of which year's money: what the term itself names may be an earlier year's."""
    earlier = earlier_years(agreement, term)
    values = {"what": term.what, "to": _to(term.to)}
    if earlier:
        return Text(
            "Betala tillbaka av tidigare pengar ({years}): {what}{to}",
            "Pay back of earlier money ({years}): {what}{to}",
            {**values, "years": ", ".join(map(str, earlier))},
        )
    return Text(
        "Betala tillbaka av pengarna för {years}: {what}{to}",
        "Pay back of the money for {years}: {what}{to}",
        {**values, "years": year_spans(agreement.years)},
    )


def use_ends(carry_over: str | None) -> Text:
    """The last day of use, and whether money may be carried over."""
    over = Text("; överföring: {what}", "; carry-over: {what}", {"what": carry_over}) if carry_over else plain("")
    return Text("Pengarna får användas till och med då{over}", "The money may be used until then{over}", {"over": over})


def _to(to: str | None) -> str:
    return f" → {to}" if to else ""
