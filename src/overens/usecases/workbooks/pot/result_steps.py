"""Whole kronor of each -> what follows them: conditions, payments, the published table and how sure each award is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import gcd, lcm

from overens.allocation.explain import StepKind
from overens.allocation.explain_results import published_kr
from overens.allocation.explain_steps import mark_words
from overens.allocation.instalments import weights_of
from overens.allocation.model import PotAllocation
from overens.export.workbook.model import Look, Tone
from overens.followup.wording import payment as payment_words
from overens.followup.wording import when_words
from overens.usecases.wording.why import step_heading
from overens.usecases.workbooks.pot.steps import PotFact, PotField, PotStep
from overens.usecases.workbooks.pot.whole import MOST, quotient
from overens.vocabulary.money import Precision
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain

KRONOR = Text("Kronor", "Kronor")


def conditions_step(pot: PotAllocation, met: Sequence[int]) -> PotStep:
    """Return who meets the conditions: 1 or 0, which may be changed."""
    conditions = pot.pot.conditions or tuple(one for i in pot.pot.instalments for one in i.conditions)
    notes = (
        Text(
            "Skriv 1 där villkoren är uppfyllda, 0 där de inte är det.",
            "Write 1 where the conditions are met, 0 where they are not.",
        ),
        *(plain(one.what) for one in conditions),
    )
    heading = Text("Uppfyller villkoren", "Meets the conditions")
    fields = (PotField("met", heading, tuple(met), "", Look.COUNT, Tone.INPUT, True),)
    return PotStep(step_heading(StepKind.CONDITIONS), (), fields, notes)


def kronor_field(kronor: Sequence[int], formula: str, tone: Tone = Tone.RESULT) -> PotField:
    """Return what each is awarded, which formulas call 'kronor'."""
    return PotField("kronor", KRONOR, tuple(kronor), formula, tone=tone, summed=True)


def beside_the_page(kronor: Sequence[int]) -> tuple[PotField, ...]:
    """Return what the page says, and by how much the sheet differs once something has been changed."""
    page = PotField("page", Text("Enligt sidan", "By the page"), tuple(kronor), "", tone=Tone.FIXED, summed=True)
    moved = PotField("moved", Text("Skillnad", "Difference"), (0,) * len(kronor), "{kronor}-{page}", summed=True)
    return page, moved


def payments_step(pot: PotAllocation, recipients: Sequence[Recipient], kronor: Sequence[int]) -> PotStep | None:
    """Return each payment of each award; values where a payment has conditions of its own."""
    instalments = pot.pot.instalments
    if not instalments or not pot.awards:
        return None
    heading = step_heading(StepKind.PAYMENT)
    names = [_payment_name(n, pot) for n in range(len(instalments))]
    paid = [_paid(pot, who, len(instalments)) for who in recipients]
    if len(instalments) == 1 and not pot.payments:
        note = Text("Allt betalas på en gång.", "All is paid at once.")
        return PotStep(heading, (), (PotField("paid0", names[0], tuple(kronor), "{kronor}", summed=True),), (note,))
    given = tuple(weights_of(instalments).values())
    unit = lcm(*(one.denominator for one in given))
    weights = [int(one * unit) for one in given]
    common = gcd(*weights) or 1
    weights = [one // common for one in weights]
    if pot.payments or not sum(weights) or max(kronor, default=0) * sum(weights) * 10 > MOST:
        return _payments_as_values(heading, names, paid)
    facts = tuple(
        PotFact(
            f"weight{n}", Text("Del till {name}", "Part of {name}", {"name": names[n]}), one, "", Look.COUNT, Tone.INPUT
        )
        for n, one in enumerate(weights)
    )
    parts = PotFact(
        "parts",
        Text("Delar i allt", "Parts in all"),
        sum(weights),
        "+".join(f"{{weight{n}}}" for n in range(len(weights))),
        Look.COUNT,
    )
    note = Text(
        "Tilldelningen delas efter delarna; kronor som blir över går till de största resterna, den tidigaste först.",
        "The award is divided by the parts; kronor left go to the largest rests, the earliest first.",
    )
    return PotStep(heading, (*facts, parts), tuple(_payment_fields(names, paid, weights, kronor)), (note,))


def _paid(pot: PotAllocation, who: Recipient, n: int) -> tuple[int, ...]:
    award = pot.award_to(who)
    return award.instalments if award is not None else (0,) * n


def _payment_name(n: int, pot: PotAllocation) -> Text:
    one = pot.pot.instalments[n]
    when = one.on or one.at_latest
    said = when_words(when) if when is not None else payment_words(one)
    return Text("Utbetalning {n}: {when}", "Payment {n}: {when}", {"n": str(n + 1), "when": said})


def _payments_as_values(heading: Text, names: Sequence[Text], paid: Sequence[tuple[int, ...]]) -> PotStep:
    note = Text(
        "Utbetalningarna är värden: var och en har villkor för sig, eller tal för stora för formler.",
        "The payments are values: each has conditions of its own, or numbers too great for formulas.",
    )
    fields = tuple(
        PotField(f"paid{n}", name, tuple(one[n] for one in paid), "", tone=Tone.FIXED, summed=True)
        for n, name in enumerate(names)
    )
    return PotStep(heading, (), fields, (note,))


def _payment_fields(
    names: Sequence[Text], paid: Sequence[tuple[int, ...]], weights: Sequence[int], kronor: Sequence[int]
) -> Iterator[PotField]:
    """Yield whole kronor and rest of each payment, then the payments: what is left goes to the largest rests."""
    parts, every = sum(weights), range(len(weights))
    for n in every:
        divided = f"{{kronor}}*{{weight{n}}}"
        whole = tuple(kr * weights[n] // parts for kr in kronor)
        left = tuple(kr * weights[n] % parts for kr in kronor)
        number: dict[str, object] = {"n": str(n + 1)}
        yield PotField(
            f"part{n}", Text("{n}: hela kronor", "{n}: whole kronor", number), whole, quotient(divided, "{parts}")
        )
        rest = f"{divided}-{{part{n}}}*{{parts}}"
        yield PotField(f"over{n}", Text("{n}: rest, i delar", "{n}: rest, in parts", number), left, rest, Look.COUNT)
    whole_sum = "+".join(f"{{part{n}}}" for n in every)
    for n in every:
        before = "".join(f"+IF({{over{m}}}>={{over{n}}},1,0)" for m in range(n))
        after = "".join(f"+IF({{over{m}}}>{{over{n}}},1,0)" for m in range(n + 1, len(weights)))
        formula = f"{{part{n}}}+IF(1{before}{after}<={{kronor}}-({whole_sum}),1,0)"
        yield PotField(f"paid{n}", names[n], tuple(one[n] for one in paid), formula, summed=True)


def annex_step(pot: PotAllocation, recipients: Sequence[Recipient], kronor: Sequence[int]) -> PotStep | None:
    """Return what the published table says beside what is computed; None where there is none."""
    annex = pot.annex
    if annex is None:
        return None
    awards = [pot.award_to(who) for who in recipients]
    published = [
        published_kr(annex, who, award) if award else None for who, award in zip(recipients, awards, strict=True)
    ]
    apart = tuple(kr - said if said is not None else None for kr, said in zip(kronor, published, strict=True))
    fields = (
        PotField("published", Text("Publicerat", "Published"), tuple(published), "", tone=Tone.FIXED, summed=True),
        PotField(
            "apart", Text("Skillnad", "Difference"), apart, 'IF({published}="","",{kronor}-{published})', summed=True
        ),
    )
    note = Text(
        "Den publicerade tabellen '{table}', krona för krona.",
        "The published table '{table}', krona by krona.",
        {"table": annex.table},
    )
    return PotStep(step_heading(StepKind.ANNEX), (), fields, (note,))


def certainty_step(pot: PotAllocation, recipients: Sequence[Recipient]) -> PotStep | None:
    """Return each award's mark, and its interval where it is not sharp; None where nothing is awarded."""
    awards = [pot.award_to(who) for who in recipients]
    if not any(awards):
        return None
    marks = tuple(mark_words(one.amount.mark) if one else None for one in awards)
    fields = [PotField("mark", Text("Märke", "Mark"), marks, "", Look.TEXT)]
    if any(one and one.amount.precision is not Precision.EXACT for one in awards):
        low = tuple(one.amount.low if one else None for one in awards)
        high = tuple(one.amount.high if one else None for one in awards)
        fields += [
            PotField("low", Text("Minst", "At least"), low, "", tone=Tone.FIXED),
            PotField("high", Text("Högst", "At most"), high, "", tone=Tone.FIXED),
        ]
    note = Text("Hur vart och ett av beloppen är känt.", "How each of the amounts is known.")
    return PotStep(step_heading(StepKind.CERTAINTY), (), tuple(fields), (note,))


def approximate(share: Fraction) -> Fraction:
    """Return a share with four decimals, as it is shown.

    >>> approximate(Fraction(1, 3))
    Fraction(3333, 10000)
    """
    return Fraction(int(share * 10_000 + Fraction(1, 2)), 10_000)
