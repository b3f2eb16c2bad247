"""The words that sums of money are written with (sprak/belopp.yaml), one clause for each kind of words."""

from __future__ import annotations

from pydantic import Field

from overens.writing.clauses import Clause
from overens.writing.values import Number, Share, Words


class NumberWords(Clause):
    """How numbers are written, and which numbers stand together."""

    numerals: dict[Words, Number] = Field(alias="tal i ord")
    hundred: Words = Field(alias="hundratal")
    thousand: Words = Field(alias="tusental")
    fractions: dict[Words, Share] = Field(alias="bråk i ord")
    added: dict[Words, Share] = Field(alias="lagt till")
    fraction_signs: dict[Words, Share] = Field(alias="bråktecken")
    vague: tuple[Words, ...] = Field(alias="obestämt")
    joins: tuple[Words, ...] = Field(alias="förenar")
    ranges: tuple[Words, ...] = Field(alias="sträcker sig")
    opens: tuple[Words, ...] = Field(alias="börjar")
    labels: tuple[Words, ...] = Field(alias="inte före")


class UnitWords(Clause):
    """Magnitudes and currencies, and what tells money from other things that are counted."""

    sizes: dict[Words, Number] = Field(alias="storlek")
    money_sizes: dict[Words, Number] = Field(alias="storlek och valuta")
    small_sizes: dict[Words, Number] = Field(alias="storlek med valuta")
    currency: tuple[Words, ...] = Field(alias="valuta")
    signs: tuple[Words, ...] = Field(alias="valutatecken")
    misspelt: tuple[Words, ...] = Field(alias="felstavas")
    not_misspelt: tuple[Words, ...] = Field(alias="inte felstavat")
    compounds: tuple[Words, ...] = Field(alias="hopsatt")
    goes_on: tuple[Words, ...] = Field(alias="om pengar")
    counted: tuple[Words, ...] = Field(alias="räknas")
    foreign: tuple[Words, ...] = Field(alias="annan valuta")


class HedgeWords(Clause):
    """How near a sum is."""

    at_least: tuple[Words, ...] = Field(alias="minst")
    nearly: tuple[Words, ...] = Field(alias="nästan")
    about: tuple[Words, ...] = Field(alias="ungefär")
    at_most: tuple[Words, ...] = Field(alias="högst")
    at_least_after: tuple[Words, ...] = Field(alias="minst efter")
    at_most_after: tuple[Words, ...] = Field(alias="högst efter")
    about_after: tuple[Words, ...] = Field(alias="ungefär efter")
    between: tuple[Words, ...] = Field(alias="får stå emellan")


class PeriodWords(Clause):
    """Which years a sum is for, and whether it is for each of them."""

    yearly: tuple[Words, ...] = Field(alias="årligen")
    yearly_slash: tuple[Words, ...] = Field(alias="snedstreck")
    each: tuple[Words, ...] = Field(alias="vart år för sig")
    since: tuple[Words, ...] = Field(alias="från år")
    until: tuple[Words, ...] = Field(alias="till år")
    onwards: tuple[Words, ...] = Field(alias="och framåt")
    to: tuple[Words, ...] = Field(alias="och till")
    several: tuple[Words, ...] = Field(alias="flera år")
    first: tuple[Words, ...] = Field(alias="först")
    other_year: tuple[Words, ...] = Field(alias="inte årtal")
    budget_year: tuple[Words, ...] = Field(alias="budgetens år")
    other_year_after: tuple[Words, ...] = Field(alias="inte årtal efter")
    relative: dict[Words, Number] = Field(alias="räknat från i år")
    then: tuple[Words, ...] = Field(alias="därefter")
    splits: tuple[Words, ...] = Field(alias="delar satsen")
    sides: tuple[Words, ...] = Field(alias="inleder bisats")


class PerUnitWords(Clause):
    """What a price is counted per."""

    per: tuple[Words, ...] = Field(alias="per")
    every: tuple[Words, ...] = Field(alias="varje")
    gets: tuple[Words, ...] = Field(alias="får")
    skipped: tuple[Words, ...] = Field(alias="hoppas över")
    alone: tuple[Words, ...] = Field(alias="var för sig")
    no_unit: tuple[Words, ...] = Field(alias="inte en enhet")


class AmountWords(Clause):
    """What sprak/belopp.yaml says."""

    numbers: NumberWords = Field(alias="tal")
    units: UnitWords = Field(alias="enhet")
    hedges: HedgeWords = Field(alias="hur nära")
    periods: PeriodWords = Field(alias="period")
    per_unit: PerUnitWords = Field(alias="per enhet")
