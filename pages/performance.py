"""One small pot, computed under each fate of what nobody earns -> the page that tells a negotiator how performance pays."""

from __future__ import annotations

from fractions import Fraction

from overens.agreement.rules import Fate
from overens.allocation.earnings import Earnings, How
from overens.allocation.explain import StepKind, explain
from overens.allocation.model import PotAllocation, State
from overens.drafting.rule_words import RULES
from overens.vocabulary.wording import kronor, whole_number
from pages.census import CENSUS
from pages.examples import MENDED, REGISTER, Example, allocated, compute, outcome, show
from pages.markdown import bullets, code, page, sentence, table
from pages.rule_kinds import FATES, ONE_REQUIREMENT, PERFORMANCE, SECTIONS, RuleKind

_ABOUT = """\
Prestation är pengar som tjänas in efter resultat. Den här sidan visar på en enda liten pott hur det räknas: vad som tjänas in, vad som
händer med resten, vad en månad till är värd och vad andras missar ger. Alla kronor är uträknade av programmet när sidan skrevs.

Hur reglerna skrivs i en fil står i [avtalsfilen](avtalsfilen.md), alla sorter i [regelslag](regelslag.md) och hur utfall läggs in i
[underlag](underlag.md). Varje krona i en riktig pott förklarar `overens explain NAMN ID/POTT`."""

_EARN = """\
Tre saker avgör vad en region tjänar in:

1. **Nyckeln** säger hur mycket den kan tjäna in som mest. Här delas 10 miljoner efter folkmängd: A kan få 5, B 3 och C 2 miljoner.
2. **Kraven** har var sin del av potten, och varje månad en lika stor del av kravet. Här finns ett krav och två månader, så en månad är
   värd hälften: 2,5 miljoner för A, 1,5 för B och 1 för C.
3. **Utfallet** avgör om månaden är klarad. Lika bra som jämförelsen är inte bättre. Når en region en nivå som räcker (`eller minst`) är
   månaden klarad även utan förbättring."""

_FATES = """\
Det som ingen tjänat in måste ta vägen någonstans, och avtalet måste säga vart. Programmet antar aldrig ett svar. Samma pott och samma
utfall ger olika kronor beroende på svaret:"""

_MONTH = """\
I januari var B på 79 procent mot 80 året före. Hade B kommit till 81 i stället hade den månaden varit klarad. Vad det hade gett, och vem
som hade betalat, hänger på vad som händer med det som blir över:"""

_MONTH_AFTER = """\
När resten förfaller är det staten som betalar B:s förbättring. I en bonuspott är det de andra regionerna: det mesta av
vad B missar går till dem, och tvärtom. Delas varje månad för sig är det bara de som klarade just den månaden som påverkas. Går resten
till de bästa avgör det också vilka de är."""

_OTHERS = """\
I en bonuspott får var och en mer när andra missar. Den som själv missat får också tillbaka en del av sitt eget. Det som var och en får
ur bonuspotten, i proportion till vad som missades:"""

_UNKNOWN = """\
Står en nivå, en andel eller ett steg inte i någon källa skrivs `ej publicerat`. Då räknas potten inte. I stället sägs vilka värden som
fattas, och du kan pröva egna i ett scenario."""

_TWICE = """\
En pott kan betalas i två delar där den andra hänger på ett villkor. Prestationen avgör först vad som är intjänat; sedan prövas varje
utbetalning för sig. Här är samma pott i två halvor, och C lämnar inte in sin rapport:"""

_RULES = """\
Av de trettio sorternas regler i riktiga beslut (alla står i [regelslag](regelslag.md)) handlar dessa om villkor och prestation. Alla
går att skriva och räkna, när utfallen finns och de värden som behövs är publicerade eller ges i ett scenario."""


def performance_page() -> str:
    """Return the page about performance."""
    first = Example(f"{ONE_REQUIREMENT}förfaller")
    return page(
        "Prestation",
        _ABOUT,
        "## Potten",
        f"```yaml\n{first.lines}\n```",
        _met(compute(first)),
        "## Så tjänas pengarna in",
        _EARN,
        _steps(first),
        "## Vad som händer med resten",
        _FATES,
        _side_by_side(),
        *(_fate(kind.key, kind.means, fate) for kind, fate in _fates()),
        "## Vad en månad är värd",
        _MONTH,
        _worth(),
        _MONTH_AFTER,
        "## Vad andras missar ger",
        _OTHERS,
        _from_others(),
        "## Två utbetalningar, den andra med villkor",
        _TWICE,
        show(_paid_twice()),
        "## När ett värde inte är publicerat",
        _UNKNOWN,
        _asked(),
        "## Reglerna i riktiga beslut",
        _RULES,
        _census(),
    )


def _fates() -> list[tuple[RuleKind, Example]]:
    return [(kind, Example(ONE_REQUIREMENT + _as_written(kind.of))) for kind in FATES.kinds]


def _as_written(fate: object) -> str:
    if fate is Fate.THE_BEST:
        return "{blir: de bästa, antal: 2, per invånare enligt: {underlag: folkmängd, per: 2024-12-31}}"
    return str(fate)


def _earnings(pot: PotAllocation) -> Earnings:
    assert pot.base is not None
    assert pot.base.earnings is not None
    return pot.base.earnings


def _met(pot: PotAllocation) -> str:
    """Return who met which month, with the outcome and what it was compared with."""
    earnings = _earnings(pot)
    rows = []
    for who in REGISTER.regions:
        cells = [
            f"{whole_number(int(cell.value))} mot {whole_number(int(cell.compared or 0))}: "
            + ("missad" if cell.how is How.MISSED else "klarad")
            for cell in earnings.of(who.code)
        ]
        rows.append((who.name, *cells))
    return table(("procent i tid, mot samma månad 2024", *earnings.periods), rows)


def _steps(example: Example) -> str:
    """Return what `overens explain` says of what B earned."""
    allocation = allocated(example)
    steps = explain(allocation, allocation.pots[0], REGISTER.regions[1]).steps
    told = [step.text.say() for step in steps if step.kind is StepKind.PERFORMANCE]
    return "Så förklarar programmet vad B tjänar in:\n\n" + "\n".join(f"> {words}" for words in told)


def _side_by_side() -> str:
    pots = [(kind.key, compute(example)) for kind, example in _fates()]
    rows = [(who.name, *(kronor(_kr(pot, who.code)) for _, pot in pots)) for who in REGISTER.regions]
    rows.append(("Förfaller", *(kronor(pot.lapsed_kr) for _, pot in pots)))
    rows.append(("Ej fördelat", *(kronor(pot.undistributed_kr) for _, pot in pots)))
    return table(("", *(name for name, _ in pots)), rows, right=range(1, len(pots) + 1))


def _kr(pot: PotAllocation, code: str) -> int:
    assert pot.state is State.COMPUTED, pot.reason
    return sum(award.amount.kr for award in pot.awards if award.recipient.code == code)


def _fate(name: str, means: str, example: Example) -> str:
    written = example.lines.splitlines()[-1]
    note = f"{_NOTES[name]}\n\n" if name in _NOTES else ""
    return f"### {sentence(name)[:-1]}\n\n{means}\n\n```yaml\n{written}\n```\n\n{note}{outcome(compute(example))}"


_NOTES = {
    "bonuspott": "De 2,5 miljonerna delas i proportion till vad var och en tjänat in.",
    "delas av dem som uppfyller villkoren": "A klarade januari ensam och tar hela den månaden, 5 miljoner; februari klarade alla.",
    "de bästa": "A har 500 000 invånare, B 300 000 och C 200 000. A tjänade in 10 kr per invånare, B och C 5 kr var. "
    "De är lika på andra plats, så alla tre är med.",
}
"""What to see in the table, where it does not speak for itself."""


def _worth() -> str:
    """Return what B's better January would move, for each fate."""
    rows = []
    for kind, example in _fates():
        before, after = (
            compute(example),
            compute(Example(example.lines.replace("utfall: besök-i-tid", f"utfall: {MENDED}"))),
        )
        moved = [_kr(after, who.code) - _kr(before, who.code) for who in REGISTER.regions]
        rest = after.lapsed_kr + after.undistributed_kr - before.lapsed_kr - before.undistributed_kr
        rows.append((kind.key, *(kronor(kr) for kr in (*moved, rest))))
    names = (f"{who.name}, skillnad" for who in REGISTER.regions)
    return table(("", *names, "förfaller eller blir kvar, skillnad"), rows, right=(1, 2, 3, 4))


def _from_others() -> str:
    pot = compute(Example(f"{ONE_REQUIREMENT}bonuspott"))
    missed = sum(a.withheld_kr for a in pot.awards)
    rows = []
    for a in pot.awards:
        own = int(Fraction(a.bonus_kr * a.withheld_kr, missed) + Fraction(1, 2))
        rows.append((a.recipient.name, *map(kronor, (a.earned_kr, a.bonus_kr - own, own, a.amount.kr))))
    return table(("", "tjänade in", "ur andras missar", "ur egna missar", "får"), rows, right=(1, 2, 3, 4))


def _paid_twice() -> Example:
    second = 'villkor: [{krav: rapporten är inlämnad, uppfylls av: {utom: ["04"]}}]'
    return Example(f"{ONE_REQUIREMENT}förfaller\nutbetalning:\n  - {{andel: 1/2}}\n  - andel: 1/2\n    {second}")


def _asked() -> str:
    unknown = next(kind for kind in PERFORMANCE.kinds if kind.key == "krav").examples[-1]
    pot = compute(unknown)
    words = [f"{one.what.say()} ({code(one.path)})" for one in pot.missing]
    answer = sentence(pot.reason.say() if pot.reason else "")
    return f"```yaml\n{unknown.lines}\n```\n\nProgrammet svarar: {answer} Det som fattas:\n\n{bullets(words)}"


def _census() -> str:
    computed = {kind.key for section in SECTIONS for kind in section.kinds if _is_computed(kind.examples)}
    rows = []
    for number in (f"R{n}" for n in range(5, 21)):
        rule = CENSUS[number]
        written = [code(name) for name in rule.kinds] + ([rule.beside] if rule.beside else [])
        rows.append(
            (number, RULES[number].sv, rule.where, ", ".join(written), "ja" if {*rule.kinds} <= computed else "nej")
        )
    return table(("nr", "regeln", "till exempel", "skrivs med", "räknas"), rows)


def _is_computed(examples: tuple[Example, ...]) -> bool:
    return compute(examples[0]).state is State.COMPUTED
