"""OpenFisca over many scenarios at once: the population is scenarios × recipients, and a scenario is a group of them."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from openfisca_core.entities import Entity, GroupEntity
from openfisca_core.periods import MONTH
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.sweep.model import Problem
from benchmarks.sweep.numpy_form import Ints
from benchmarks.sweep.openfisca_formula import PERIOD, POT_NAMES, Rank, add_up, award, by_get_rank, by_sorting

Floats32: TypeAlias = npt.NDArray[np.float32]
TERMS = ("belopp_tkr", "andel", "golv", "grind")
recipient = Entity("mottagare", "mottagare_alla", "A recipient in a scenario", "")
case = GroupEntity("scenario", "scenarier", "A scenario", "", roles=[{"key": "medlem", "plural": "medlemmar"}])


def totals_as_documented(problem: Problem, terms: Ints, block: int = 100) -> Floats32:
    """Return scenario × recipient: a simulation for each block, ranked by OpenFisca's own get_rank."""
    made = system(by_get_rank)
    parts = [terms[start : start + block] for start in range(0, len(terms), block)]
    return np.concatenate([_calculate(_simulation(made, problem, len(part)), part) for part in parts])


def totals_tuned(problem: Problem, terms: Ints, block: int = 250) -> Floats32:
    """Return the same, ranked by one sort, and a simulation once built used for all blocks of its size."""
    made, simulations, found = system(by_sorting), {}, []
    for start in range(0, len(terms), block):
        part = terms[start : start + block]
        if len(part) not in simulations:
            simulations[len(part)] = _simulation(made, problem, len(part))
        found.append(_calculate(simulations[len(part)], part))
    return np.concatenate(found)


def system(rank: Rank) -> TaxBenefitSystem:
    """Return the system: what stood as parameters is an input of each scenario, since parameters are one for all."""
    made = TaxBenefitSystem([recipient, case])
    for name in ("folkmangd", "aldre"):
        made.add_variable(_variable(name, int, recipient))
    for name in POT_NAMES:
        for term in TERMS:
            made.add_variable(_variable(f"{name}_{term}", int, case))
        made.add_variable(_variable(name, float, recipient, _pot_formula(name, rank)))
    made.add_variable(_variable("totalt", float, recipient, add_up(POT_NAMES)))
    return made


def _variable(name: str, kind: type, of: Any, formula: Any = None) -> type[Variable]:
    content = {"value_type": kind, "entity": of, "definition_period": MONTH, "label": name}
    return type(name, (Variable,), content | ({"formula": formula} if formula else {}))


def _pot_formula(name: str, rank: Rank) -> Any:
    def formula(recipients: Any, period: Any) -> Any:
        people, older = recipients("folkmangd", period), recipients("aldre", period)
        thousands, share, floor, gate = (recipients.scenario(f"{name}_{term}", period) for term in TERMS)
        weight = (share * people + (100 - share) * older) * (older * 1000.0 >= gate * 1.0 * people)
        return award(weight, thousands * 1000.0, floor * 1.0, recipients.scenario, rank)

    return formula


def _simulation(made: TaxBenefitSystem, problem: Problem, count: int) -> Any:
    each = len(problem.codes)
    builder = SimulationBuilder()
    builder.create_entities(made)
    builder.declare_person_entity("mottagare", np.arange(count * each))
    instance = builder.declare_entity("scenario", np.arange(count))
    builder.join_with_persons(instance, np.repeat(np.arange(count), each), roles=np.repeat("medlem", count * each))
    simulation = builder.build(made)
    simulation.set_input("folkmangd", PERIOD, np.tile(np.array(problem.population), count))
    simulation.set_input("aldre", PERIOD, np.tile(np.array(problem.older), count))
    return simulation


def _calculate(simulation: Any, terms: Ints) -> Floats32:
    """Give the simulation these scenarios in the stead of those it had, and calculate.

    Amounts are given in thousands of kronor: whole kronor would not fit in OpenFisca's 32-bit integers, nor
    unrounded in its 32-bit floats.
    """
    for pot, name in enumerate(POT_NAMES):
        for column, term in enumerate(TERMS):
            values = terms[:, pot, column]
            simulation.delete_arrays(f"{name}_{term}")
            simulation.set_input(f"{name}_{term}", PERIOD, values // 1000 if term == "belopp_tkr" else values)
        simulation.delete_arrays(name)
    simulation.delete_arrays("totalt")
    found: Floats32 = simulation.calculate("totalt", PERIOD)
    return found.reshape(len(terms), -1)
