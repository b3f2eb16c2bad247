"""OpenFisca as its documentation shows: a system with parameters, and for each scenario a reform and a simulation."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from openfisca_core.entities import Entity, GroupEntity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import MONTH
from openfisca_core.reforms import Reform
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.sweep.model import Problem, Scenario
from benchmarks.sweep.openfisca_formula import PERIOD, POT_NAMES, add_up, award, by_sorting

START = "2024-01-01"
recipient = Entity("mottagare", "mottagare_alla", "A recipient", "")
group = GroupEntity("grupp", "grupper", "All who share the pots", "", roles=[{"key": "medlem", "plural": "medlemmar"}])


def totals(problem: Problem, scenarios: list[Scenario]) -> npt.NDArray[np.float32]:
    """Return scenario × recipient: what each gets of the five pots together."""
    baseline = system()
    return np.array([_one(baseline, problem, scenario) for scenario in scenarios])


def system() -> TaxBenefitSystem:
    """Return the system: two inputs, five pots with parameters, and their sum."""
    made = TaxBenefitSystem([recipient, group])
    made.parameters = ParameterNode("", data={name: _parameters_of_pot() for name in POT_NAMES})
    for name in ("folkmangd", "aldre"):
        made.add_variable(_variable(name, int))
    for name in POT_NAMES:
        made.add_variable(_variable(name, float, _pot_formula(name)))
    made.add_variable(_variable("totalt", float, add_up(POT_NAMES)))
    return made


def _parameters_of_pot() -> dict[str, Any]:
    return {name: {"values": {START: {"value": 0}}} for name in ("belopp", "andel", "golv", "grind")}


def _variable(name: str, kind: type, formula: Any = None) -> type[Variable]:
    content = {"value_type": kind, "entity": recipient, "definition_period": MONTH, "label": name}
    return type(name, (Variable,), content | ({"formula": formula} if formula else {}))


def _pot_formula(name: str) -> Any:
    def formula(recipients: Any, period: Any, parameters: Any) -> Any:
        terms = parameters(period)[name]
        people, older = recipients("folkmangd", period), recipients("aldre", period)
        weight = (terms.andel * people + (100 - terms.andel) * older) * (older * 1000.0 >= terms.grind * people)
        return award(weight, terms.belopp, terms.golv, recipients.grupp, by_sorting)

    return formula


def _one(baseline: TaxBenefitSystem, problem: Problem, scenario: Scenario) -> npt.NDArray[np.float32]:
    simulation = _simulation(_reform(baseline, scenario), problem)
    found: npt.NDArray[np.float32] = simulation.calculate("totalt", PERIOD)
    return found


def _reform(baseline: TaxBenefitSystem, scenario: Scenario) -> Reform:
    def modify(parameters: ParameterNode) -> ParameterNode:
        for name, terms in zip(POT_NAMES, scenario, strict=True):
            pot = parameters.children[name]
            pot.belopp.update(start=START, value=float(terms.amount))
            pot.andel.update(start=START, value=terms.alpha)
            pot.golv.update(start=START, value=float(terms.floor))
            pot.grind.update(start=START, value=terms.gate)
        return parameters

    class Changed(Reform):
        def apply(self) -> None:
            self.modify_parameters(modifier_function=modify)

    return Changed(baseline)


def _simulation(reform: Reform, problem: Problem) -> Any:
    builder = SimulationBuilder()
    builder.create_entities(reform)
    builder.declare_person_entity("mottagare", problem.codes)
    instance = builder.declare_entity("grupp", ["alla"])
    builder.join_with_persons(instance, ["alla"] * len(problem.codes), roles=["medlem"] * len(problem.codes))
    simulation = builder.build(reform)
    simulation.set_input("folkmangd", PERIOD, np.array(problem.population))
    simulation.set_input("aldre", PERIOD, np.array(problem.older))
    return simulation
