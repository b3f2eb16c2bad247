"""The sentences of an explanation, one function per step, in Swedish and English."""

from __future__ import annotations

from fractions import Fraction

from overens.agreement.rules import Fate
from overens.allocation.model import Basis, Part, PotAllocation, Weights
from overens.vocabulary.money import Mark, Precision
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, join_texts, kronor, percent, plain

_PRECISION = {
    Precision.EXACT: Text("exakt", "exact"),
    Precision.ROUNDED: Text("avrundat i källan", "rounded in the source"),
    Precision.BOUNDED: Text("en gräns, inte ett belopp, i källan", "a bound, not an amount, in the source"),
}
_MARK = {
    Mark.VERIFIED: Text("verifierat", "verified"),
    Mark.COMPUTED: Text("beräknat ur verifierade belopp", "computed from verified amounts"),
    Mark.INFERRED: Text("härlett, inte verifierat", "inferred, not verified"),
    Mark.NOT_FOUND: Text("ej funnet", "not found"),
}
_BASIS = {
    Basis.INDEPENDENT: Text(
        "Underlaget kommer från annat håll, så likheten är ett verkligt prov på regeln.",
        "The figures come from elsewhere, so the agreement is a real test of the rule.",
    ),
    Basis.SAME_TABLE: Text(
        "Underlaget är löst ur samma tabell: likheten visar att tabellen följer regeln, inte att siffrorna är sanna.",
        "The figures were solved back from this very table: it shows that the table follows the rule, not that it is true.",
    ),
    Basis.LIST: Text(
        "Nyckeln är tabellen själv: likheten visar ingenting.",
        "The key is the table itself: the agreement shows nothing.",
    ),
}


def mark_words(mark: Mark) -> Text:
    """Return the mark as a word in a sentence."""
    return _MARK[mark]


def precision_words(precision: Precision) -> Text:
    """Return the precision as words in a sentence."""
    return _PRECISION[precision]


def basis_words(basis: Basis) -> Text:
    """Return what a comparison on the basis is worth."""
    return _BASIS[basis]


def pot(pot: PotAllocation) -> Text:
    """The pot and its amount."""
    if pot.amount is None:
        return Text(
            "Potten '{name}' har inget känt belopp.", "The pot '{name}' has no known amount.", {"name": pot.pot.name}
        )
    return Text(
        "Potten '{name}' är {kr} ({precision}, {mark}).",
        "The pot '{name}' is {kr} ({precision}, {mark}).",
        {
            "name": pot.pot.name,
            "kr": kronor(pot.amount.kr),
            "precision": _PRECISION[pot.amount.precision],
            "mark": _MARK[pot.amount.mark],
        },
    )


def pot_numbers(pot: PotAllocation) -> dict[str, str]:
    """The pot's amount."""
    return {} if pot.amount is None else {"pot_kr": str(pot.amount.kr)}


def recipients(pot: PotAllocation, who: Recipient) -> Text:
    """To how many the pot goes, and whether this is one of them."""
    if not pot.recipients:
        return Text("Källan säger inte vilka som får pengarna.", "The source does not say who gets the money.")
    area = pot.area_of(who)
    if area is not None:
        return Text(
            "Potten delas per län. {who} är en av de {n} som delar pengarna till {area}; hur är inte publicerat.",
            "The pot is shared by county. {who} is one of the {n} that share the money for {area}; how is not published.",
            {"who": who.name, "n": str(len(area.shared_by)), "area": area.name},
        )
    if not pot.is_for(who):
        return Text(
            "{who} hör inte till dem som potten går till.",
            "{who} is not among those the pot goes to.",
            {"who": who.name},
        )
    if len(pot.recipients) == 1:
        return Text("Hela potten går till {who}.", "The whole pot goes to {who}.", {"who": who.name})
    return Text(
        "Den delas mellan {n} mottagare, och {who} är en av dem.",
        "It is shared by {n} recipients, and {who} is one of them.",
        {"n": str(len(pot.recipients)), "who": who.name},
    )


def not_computed(pot: PotAllocation, who: Recipient) -> Text:
    """Why nothing is computed, and the least and the most the recipient can get, where that is known."""
    sentences = [Text("Ej beräknad: {reason}.", "Not computed: {reason}.", {"reason": pot.reason or plain("?")})]
    floor, ceiling = pot.at_least.get(who.code), pot.ceilings.get(who.code)
    if floor is not None:
        values: dict[str, object] = {"who": who.name, "kr": kronor(floor)}
        sentences.append(Text("{who} får minst golvet, {kr}.", "{who} gets at least the floor, {kr}.", values))
    if ceiling is not None:
        values = {"who": who.name, "kr": kronor(ceiling)}
        sentences.append(Text("Taket för {who} är {kr}.", "The ceiling for {who} is {kr}.", values))
    if (least := pot.least_if_met.get(who.code)) is not None:
        values = {"who": who.name, "kr": kronor(least)}
        sv, en = "{who} får minst {kr} om villkoren uppfylls.", "{who} gets at least {kr} if it meets the conditions."
        sentences.append(Text(sv, en, values))
    if len(pot.missing) > 1:
        sentences.append(_to_be_given(pot))
    return join_texts(sentences)


_MOST_ASKED = 8


def _to_be_given(pot: PotAllocation) -> Text:
    """What must be given before the pot can be computed."""
    asked = join_texts([one.what for one in pot.missing[:_MOST_ASKED]], "; ")
    left = len(pot.missing) - _MOST_ASKED
    more = Text("; och {n} till", "; and {n} more", {"n": str(left)}) if left > 0 else plain("")
    return Text("Det som fattas: {asked}{more}.", "What is missing: {asked}{more}.", {"asked": asked, "more": more})


def ceiling_numbers(pot: PotAllocation, who: Recipient) -> dict[str, str]:
    """The ceiling, where there is one."""
    ends = {
        "at_least_kr": pot.at_least.get(who.code),
        "least_if_met_kr": pot.least_if_met.get(who.code),
        "ceiling_kr": pot.ceilings.get(who.code),
    }
    return {name: str(kr) for name, kr in ends.items() if kr is not None}


def key(weights: Weights, who: Recipient) -> Text:
    """The figure, the recipient's value and its share."""
    series, mine, whole = weights.series, weights.of[who.code], weights.total
    return Text(
        "Nyckel: {name} per {date}. {who} har {mine} av {whole} {unit}, det är {share}{note}.",
        "Key: {name} on {date}. {who} has {mine} of {whole} {unit}, that is {share}{note}.",
        {
            "name": series.name,
            "date": series.key.measured_on,
            "who": who.short_name,
            "mine": mine,
            "whole": whole,
            "unit": series.unit,
            "share": percent(mine / whole, 4),
            "note": Text(" (datumet är härlett)", " (the date is inferred)") if series.date_inferred else "",
        },
    )


def key_numbers(weights: Weights, who: Recipient) -> dict[str, str]:
    """The weight and the sum of weights, exactly."""
    return {"weight": str(weights.of[who.code]), "sum_of_weights": str(weights.total)}


def conditions(pot: PotAllocation, part: Part, who: Recipient) -> Text:
    """Whether the recipient meets the conditions."""
    what = "; ".join(c.what for c in (*pot.pot.conditions, *(c for i in pot.pot.instalments for c in i.conditions)))
    met = sum(part.eligible.values())
    if part.eligible[who.code]:
        return Text(
            "{who} uppfyller villkoret ({what}), som {met} av {n}.",
            "{who} meets the condition ({what}), as {met} of {n} do.",
            {"who": who.short_name, "what": what, "met": str(met), "n": str(len(part.eligible))},
        )
    return Text(
        "{who} uppfyller inte villkoret ({what}); {met} av {n} gör det.",
        "{who} does not meet the condition ({what}); {met} of {n} do.",
        {"who": who.short_name, "what": what, "met": str(met), "n": str(len(part.eligible))},
    )


_FATES = {
    Fate.LAPSES: Text("Det som ingen tjänat in förfaller.", "What nobody earned lapses."),
    Fate.BONUS_POT: Text(
        "Det som ingen tjänat in blir en bonuspott efter vad var och en tjänat in, så att potten töms.",
        "What nobody earned becomes a bonus pot by what each earned, so that the pot is emptied.",
    ),
    Fate.STAYS_WHOLE: Text(
        "Hela potten delas av dem som uppfyller villkoren.", "The whole pot is shared by those who meet the conditions."
    ),
    Fate.THE_BEST: Text("Det som ingen tjänat in går till de bästa.", "What nobody earned goes to the best."),
    Fate.NOT_FOUND: Text(
        "Vad som händer med ej intjänade pengar är inte funnet.", "What becomes of unearned money is not found."
    ),
}


def fate_words(fate: Fate) -> Text:
    """Return what becomes of unearned money, as a sentence."""
    return _FATES[fate]


def unearned(pot: PotAllocation, part: Part, who: Recipient) -> Text:
    """What becomes of what nobody earned, and what it gives this recipient."""
    fate = pot.pot.unearned.fate if pot.pot.unearned else Fate.NOT_FOUND
    sentences = [_FATES[fate]]
    if part.earned:
        sentences.append(
            Text(
                "{who} tjänade in {kr} av sammanlagt {all}.",
                "{who} earned {kr} of {all} in all.",
                {
                    "who": who.short_name,
                    "kr": kronor(part.earned.get(who.code, 0)),
                    "all": kronor(sum(part.earned.values())),
                },
            )
        )
    if who.code in part.final:
        sentences.append(
            Text("Det ger {share}\u00a0kr.", "That gives {share}\u00a0kr.", {"share": part.final[who.code]})
        )
        more = _from_others(part, who)
        if more > 0:
            values: dict[str, object] = {"kr": more}
            sentences.append(
                Text(
                    "Av det är {kr}\u00a0kr vad andra inte tjänade in.",
                    "Of that {kr}\u00a0kr is what others did not earn.",
                    values,
                )
            )
    return join_texts(sentences)


def _from_others(part: Part, who: Recipient) -> Fraction:
    """Return what of the share others had not earned."""
    if not part.earned:
        return Fraction(0)
    exact = part.earnings.earned if part.earnings else {}
    return part.final[who.code] - exact.get(who.code, Fraction(part.earned.get(who.code, 0)))


def unearned_numbers(part: Part, who: Recipient) -> dict[str, str]:
    """The share after the unearned is settled."""
    numbers = {"share": str(part.final.get(who.code, Fraction(0)))}
    if part.earned:
        numbers["from_others"] = str(max(Fraction(0), _from_others(part, who)) if who.code in part.final else 0)
        numbers["earned_kr"] = str(part.earned.get(who.code, 0))
    return numbers
