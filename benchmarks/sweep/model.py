"""The shared problem: the shipped populations and a fixed seed -> five pots' terms in each scenario."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from overens.usecases.library import Library, open_library
from overens.vocabulary.recipients import RecipientKind

POTS = 5
WITH_FLOOR = (0, 1, 2)
WITH_GATE = (2, 3)
SEED = 2024
MEASURED_ON = "2024-12-31"
LARGEST_INT64 = 2**63 - 1


@dataclass(frozen=True)
class Terms:
    """One pot's terms in one scenario.

    Attributes:
        amount: The pot, in whole kronor.
        alpha: How much of the weight is population, in whole percent; the rest is those aged 65 and over.
        floor: The least in kronor to each that takes part; 0 where the pot has no floor.
        gate: The least share of those aged 65 and over, in whole per mille, to take part; 0 where all do.
    """

    amount: int
    alpha: int
    floor: int = 0
    gate: int = 0


Scenario = tuple[Terms, ...]


@dataclass(frozen=True)
class Problem:
    """Who the money goes to, with what it is divided by, in code order.

    Attributes:
        older: Those aged 65 and over.
        of_the_older: What `older` is, in words.
    """

    name: str
    codes: tuple[str, ...]
    population: tuple[int, ...]
    older: tuple[int, ...]
    of_the_older: str


def regions() -> Problem:
    """Return the 21 regions with their shipped population and number of inhabitants aged 65 and over."""
    library = open_library()
    population = _values(library, "befolkning", RecipientKind.REGION)
    older = _values(library, "befolkning-65-ar-och-aldre", RecipientKind.REGION)
    return Problem("21 regions", tuple(population), tuple(population.values()), tuple(older.values()), "65+ as shipped")


def municipalities() -> Problem:
    """Return the 290 municipalities with their shipped population, and a made-up share aged 65 and over."""
    population = _values(open_library(), "befolkning", RecipientKind.MUNICIPALITY)
    chance = Random(SEED)
    older = tuple(people * chance.randint(150, 350) // 1000 for people in population.values())
    words = "65+ SYNTHETIC: 15.0–35.0 % of the population, seeded"
    return Problem("290 municipalities", tuple(population), tuple(population.values()), older, words)


def _values(library: Library, figure: str, kind: RecipientKind) -> dict[str, int]:
    series = (one for read in library.read_figures((figure, kind)) for one in read.series)
    found = next(one for one in series if one.key.measured_on == MEASURED_ON)
    return {code: int(value) for code, value in sorted(found.values.items()) if value is not None}


def draw(problem: Problem, count: int, seed: int = SEED) -> list[Scenario]:
    """Return that many scenarios of five pots, the same for every form.

    Three pots have a floor of 10 to 60 % of an equal share, and two a gate between the 20th and the 80th
    percentile of the share aged 65 and over; one of the pots has both.
    """
    chance = Random(seed)
    shares = sorted(older * 1000 // people for people, older in zip(problem.population, problem.older, strict=True))
    least, most = shares[len(shares) // 5], shares[len(shares) * 4 // 5]
    return [tuple(_terms(pot, len(shares), least, most, chance) for pot in range(POTS)) for _ in range(count)]


def _terms(pot: int, recipients: int, least: int, most: int, chance: Random) -> Terms:
    amount = chance.randint(500, 30_000) * 100_000
    floor = amount * chance.randint(100, 600) // (1000 * recipients)
    return Terms(
        amount,
        chance.randint(0, 100),
        floor if pot in WITH_FLOOR else 0,
        chance.randint(least, most) if pot in WITH_GATE else 0,
    )


def check_int64(problem: Problem, scenarios: list[Scenario]) -> None:
    """Refuse terms whose products do not fit in 64 bits.

    Raises:
        OverflowError: If weight × pot, or remainder × recipients, is too large.
    """
    whole = 100 * max(sum(problem.population), sum(problem.older))
    weight = 100 * max(*problem.population, *problem.older)
    amount = max(terms.amount for scenario in scenarios for terms in scenario)
    largest = max(weight * amount, whole * amount, whole * len(problem.codes))
    if largest > LARGEST_INT64:
        raise OverflowError(f"{problem.name}: {largest} does not fit in 64 bits")
