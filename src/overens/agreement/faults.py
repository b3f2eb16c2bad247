"""The sentences that say what is wrong in an agreement, in Swedish and English."""

from __future__ import annotations

from fractions import Fraction

from overens.vocabulary.money import Amount
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.periods import When
from overens.vocabulary.problems import Fault, Place
from overens.vocabulary.wording import Text, kronor

PAYMENT = Text("Utbetalningen", "The payment")
REQUISITION = Text("Rekvisitionen", "The requisition")
REPAYMENT = Text("Återbetalningen", "The repayment")
DUTY = Text("Skyldigheten", "The duty")


def sums_not(whole: Amount, total: Amount) -> Fault:
    """The pots do not sum to what they are part of."""
    return Fault.of(
        "Beloppet är {whole} men potterna summerar till {total}; det skiljer {gap}.",
        "Rätta ett belopp, eller lägg till den pott som saknas.",
        "The amount is {whole} but the pots sum to {total}; the difference is {gap}.",
        "Mend an amount, or add the pot that is missing.",
        whole=kronor(whole.kr),
        total=kronor(total.kr),
        gap=kronor(total.kr - whole.kr),
    )


def sums_above(whole: Amount, total: Amount) -> Fault:
    """The known pots are more than what they are part of."""
    return Fault.of(
        "De kända potterna summerar till {total}, mer än beloppet {whole}.",
        "Rätta ett belopp.",
        "The known pots sum to {total}, more than the amount {whole}.",
        "Mend an amount.",
        whole=kronor(whole.kr),
        total=kronor(total.kr),
    )


def earmark_above(earmark: Amount, pot: Amount) -> Fault:
    """An earmark is larger than its pot."""
    return Fault.of(
        "Öronmärkningen {earmark} är större än sin pott, {pot}.",
        "Rätta beloppet, eller ange 'mottagarnas egna: ja' om pengarna inte är statens.",
        "The earmark {earmark} is larger than its pot, {pot}.",
        "Mend the amount, or give 'mottagarnas egna: ja' if the money is not the state's.",
        earmark=kronor(earmark.kr),
        pot=kronor(pot.kr),
    )


def larger_than_the_budget(amount: Amount) -> Fault:
    """An amount is larger than the state's budget."""
    return Fault.of(
        "Beloppet {kr} är större än hela statsbudgeten.",
        "Kontrollera antalet nollor.",
        "The amount {kr} is larger than the whole state budget.",
        "Check the number of zeros.",
        kr=kronor(amount.kr),
    )


def unknown_source(name: str, known: list[str]) -> Fault:
    """A source is named that is not listed."""
    near = did_you_mean(name, known)
    return Fault.of(
        "Källan '{name}' finns inte under 'källor'.",
        "Menade du '{near}'?" if near else "Lägg till den under 'källor', eller skriv en av: {known}.",
        "The source '{name}' is not under 'källor'.",
        "Did you mean '{near}'?" if near else "Add it under 'källor', or write one of: {known}.",
        name=name,
        near=near,
        known=", ".join(known),
    )


def pot_named_twice(name: str, first: Place) -> Fault:
    """Two pots have one name."""
    return Fault.of(
        "Två potter heter '{name}'; den första på rad {line}.",
        "Ge dem olika namn: potten pekas ut som AVTAL/POTT.",
        "Two pots are called '{name}'; the first on line {line}.",
        "Give them different names: a pot is named as ID/POT.",
        name=name,
        line=str(first.line),
    )


def about_nothing(words: str, near: str | None) -> Fault:
    """A contradiction is about something that is not in the file."""
    return Fault.of(
        "Motsägelsen gäller '{words}', som inte finns i filen.",
        "Menade du '{near}'?" if near else "Skriv vägen till värdet, till exempel 'potter.befolkning.belopp'.",
        "The contradiction is about '{words}', which is not in the file.",
        "Did you mean '{near}'?" if near else "Write the path of the value, for instance 'potter.befolkning.belopp'.",
        words=words,
        near=near,
    )


def before_decision(what: Text, due: When, decided: When) -> Fault:
    """Something falls before the decision."""
    return Fault.of(
        "{what} ({due}) ligger före beslutet ({decided}).",
        "Kontrollera datumen; står det så i källan, skriv det under 'motsägelser'.",
        "{what} ({due}) falls before the decision ({decided}).",
        "Check the dates; if the source says so, record it under 'motsägelser'.",
        what=what,
        due=due.words,
        decided=decided.words,
    )


def pot_without_recipients() -> Fault:
    """A pot has no recipients."""
    return Fault.of(
        "Potten saknar 'till'.",
        "Ange mottagare, till exempel 'till: regioner', eller dela den i 'potter'.",
        "The pot has no 'till'.",
        "Give recipients, for instance 'till: regioner', or split it in 'potter'.",
    )


def pot_without_key(group: str) -> Fault:
    """A pot to many has no key."""
    return Fault.of(
        "Potten går till {group} men saknar 'fördelning'.",
        "Skriv till exempel 'fördelning: {{andel av: befolkning, per: 2023-11-01}}' eller 'fördelning: ej publicerad'.",
        "The pot goes to {group} but has no 'fördelning'.",
        "Write for instance 'fördelning: {{andel av: befolkning, per: 2023-11-01}}' or 'fördelning: ej publicerad'.",
        group=group,
    )


def recipient_without_name(group: str) -> Fault:
    """A single recipient is not named."""
    return Fault.of(
        "Mottagaren '{group}' saknar namn.",
        "Skriv 'till: {{grupp: {group}, namn: …}}'.",
        "The recipient '{group}' has no name.",
        "Write 'till: {{grupp: {group}, namn: …}}'.",
        group=group,
    )


def only_and_but_not() -> Fault:
    """Both a list of who and a list of who not."""
    return Fault.of(
        "Både 'endast' och 'utom' står här.", "Behåll det ena.", "Both 'endast' and 'utom' stand here.", "Keep one."
    )


def code_of_wrong_kind(code: str, group: str) -> Fault:
    """A region's code where a municipality's should stand, or the other way."""
    return Fault.of(
        "Koden '{code}' hör inte till {group}.",
        "Kommuner har fyra siffror, regioner och län två.",
        "The code '{code}' does not belong to {group}.",
        "Municipalities have four digits, regions and counties two.",
        code=code,
        group=group,
    )


def rule_on_a_group(key: str) -> Fault:
    """A pot of pots has a rule of its own."""
    return Fault.of(
        "'{key}' står på en pott som har egna potter.",
        "Flytta regeln till potterna under den.",
        "'{key}' stands on a pot that has pots.",
        "Move the rule to the pots below.",
        key=key,
    )


def weights_sum_to(total: Fraction) -> Fault:
    """The weights of a mix do not sum to one."""
    return Fault.of(
        "Vikterna summerar till {total} %, inte 100 %.",
        "Rätta vikterna.",
        "The weights sum to {total} %, not 100 %.",
        "Mend the weights.",
        total=total * 100,
    )


def fixed_in_a_mix() -> Fault:
    """A fixed sum stands in a mix of keys."""
    return Fault.of(
        "Ett fast belopp kan inte ingå i en blandning.",
        "Använd 'grundbelopp' med 'resten'.",
        "A fixed sum cannot be part of a mix.",
        "Use 'grundbelopp' with 'resten'.",
    )


def fate_not_named() -> Fault:
    """A condition without the fate of unearned money."""
    return Fault.of(
        "Potten har villkor eller prestation men säger inte vad som händer med ej intjänade pengar.",
        "Lägg till 'ej intjänat:' förfaller, bonuspott, delas av dem som uppfyller villkoren, eller ej funnet.",
        "The pot has conditions or performance but does not say what becomes of unearned money.",
        "Add 'ej intjänat:' förfaller, bonuspott, delas av dem som uppfyller villkoren, or ej funnet.",
    )


def fate_without_condition() -> Fault:
    """The fate of unearned money where nothing can be unearned."""
    return Fault.of(
        "'ej intjänat' står här, men potten har varken villkor eller prestation.",
        "Ta bort raden, eller lägg till villkoret.",
        "'ej intjänat' stands here, but the pot has no condition or performance.",
        "Remove the line, or add the condition.",
    )


def best_without_count() -> Fault:
    """The n best, without n."""
    return Fault.of(
        "'de bästa' saknar antal.",
        "Skriv 'ej intjänat: {{blir: de bästa, antal: 5}}'.",
        "'de bästa' has no count.",
        "Write 'ej intjänat: {{blir: de bästa, antal: 5}}'.",
    )


def threshold_without_value() -> Fault:
    """A threshold without a value."""
    return Fault.of(
        "Villkoret saknar gräns.",
        "Lägg till 'minst:' eller 'högst:'.",
        "The condition has no limit.",
        "Add 'minst:' or 'högst:'.",
    )


def floor_above_cap(floor: Amount, cap: Amount) -> Fault:
    """The floor is above the cap."""
    return Fault.of(
        "Golvet {floor} är högre än taket {cap}.",
        "Byt plats på dem eller rätta ett av dem.",
        "The floor {floor} is above the cap {cap}.",
        "Swap them or mend one.",
        floor=kronor(floor.kr),
        cap=kronor(cap.kr),
    )


def floor_above_pot(floor: Amount, pot: Amount) -> Fault:
    """The floor for one is more than the pot."""
    return Fault.of(
        "Golvet {floor} per mottagare är mer än hela potten, {pot}.",
        "Rätta golvet eller potten.",
        "The floor of {floor} for each is more than the whole pot, {pot}.",
        "Mend the floor or the pot.",
        floor=kronor(floor.kr),
        pot=kronor(pot.kr),
    )


def rest_of_nothing() -> Fault:
    """Largest remainder leaves no rest."""
    return Fault.of(
        "'största rest' lämnar ingen rest att ge någon.",
        "Ta bort 'resten till', eller skriv 'sätt: närmaste'.",
        "'största rest' leaves no rest to give.",
        "Remove 'resten till', or write 'sätt: närmaste'.",
    )


def no_rounding_unit() -> Fault:
    """A rounding unit of zero."""
    return Fault.of(
        "Avrundningsenheten är 0 kr.",
        "Skriv till exempel '1 kr' eller '100 000 kr'.",
        "The rounding unit is 0 kr.",
        "Write for instance '1 kr' or '100 000 kr'.",
    )


def bound_not_in_units(unit: int) -> Fault:
    """A bound that rounding could break."""
    return Fault.of(
        "Gränsen är inte jämn i avrundningsenheten {unit}.",
        "Ange gränsen i hela enheter.",
        "The bound is not whole in the rounding unit {unit}.",
        "Give the bound in whole units.",
        unit=kronor(unit),
    )


def instalments_sum_to(total: Fraction) -> Fault:
    """Shares of instalments do not sum to one."""
    return Fault.of(
        "Utbetalningarnas andelar summerar till {total}, inte 1.",
        "Rätta andelarna.",
        "The shares of the instalments sum to {total}, not 1.",
        "Mend the shares.",
        total=str(total),
    )


def instalments_are(total: Amount, whole: Amount) -> Fault:
    """Sums of instalments do not make the pot."""
    return Fault.of(
        "Utbetalningarna summerar till {total}, men potten är {whole}.",
        "Rätta ett belopp, eller lägg till den utbetalning som saknas.",
        "The instalments sum to {total}, but the pot is {whole}.",
        "Mend an amount, or add the instalment that is missing.",
        total=kronor(total.kr),
        whole=kronor(whole.kr),
    )


def some_instalments_without_share() -> Fault:
    """Some instalments have a share and some have not."""
    return Fault.of(
        "Några utbetalningar har 'andel' och några inte.",
        "Ange andel för alla, eller för ingen (lika delar).",
        "Some instalments have 'andel' and some have not.",
        "Give a share for all, or for none (equal parts).",
    )
