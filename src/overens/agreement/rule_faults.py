"""The sentences that say what is wrong in one pot's rule, in Swedish and English."""

from __future__ import annotations

from fractions import Fraction

from overens.vocabulary.money import Amount
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import kronor


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


def earned_with_more() -> Fault:
    """Given earnings together with conditions or bounds."""
    return Fault.of(
        "'intjänat' säger redan vad var och en får; 'villkor' eller 'gränser' skulle inte räknas.",
        "Ta bort dem, eller dela potten.",
        "'intjänat' already says what each gets; 'villkor' or 'gränser' would not count.",
        "Remove them, or split the pot.",
    )


def bounds_on_given_sums() -> Fault:
    """Bounds on a fixed sum or a list."""
    return Fault.of(
        "Gränser ändrar inte ett fast belopp eller en lista.",
        "Ta bort 'gränser', eller skriv en annan nyckel.",
        "Bounds do not change a fixed sum or a list.",
        "Remove 'gränser', or write another key.",
    )


def met_in_two_ways() -> Fault:
    """Who meets a condition is said in two ways."""
    return Fault.of(
        "Vilka som uppfyller villkoret sägs på två sätt.",
        "Behåll ett av 'av', 'endast' och 'utom'.",
        "Who meets the condition is said in two ways.",
        "Keep one of 'av', 'endast' and 'utom'.",
    )


def division_for_one(key: str, group: str) -> Fault:
    """A part of a division where there is one recipient."""
    return Fault.of(
        "Hela potten går till {group}; '{key}' skulle inte räknas.",
        "Ta bort '{key}', eller ange flera mottagare.",
        "The whole pot goes to {group}; '{key}' would not count.",
        "Remove '{key}', or give several recipients.",
        key=key,
        group=group,
    )


def some_of_one(group: str) -> Fault:
    """Some of a group that is one recipient."""
    return Fault.of(
        "'{group}' är en mottagare; 'endast' och 'utom' skulle inte räknas.",
        "Ta bort dem.",
        "'{group}' is one recipient; 'endast' and 'utom' would not count.",
        "Remove them.",
        group=group,
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
    """Some instalments have a share or a sum and some have not."""
    return Fault.of(
        "Några utbetalningar har 'andel' eller 'belopp' och några inte.",
        "Ange det för alla, eller för ingen (lika delar).",
        "Some instalments have 'andel' or 'belopp' and some have not.",
        "Give it for all, or for none (equal parts).",
    )
