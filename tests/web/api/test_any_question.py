"""Whatever a program asks within the description is answered as it says, and all else is refused: Schemathesis, with every check."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
import schemathesis
from schemathesis import engine
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events

from overens.usecases.resources.all import RESOURCES
from tests.web.api.asked import described, operations, portal

DRAWN = 8
"""Questions drawn at random for each address, beside those made of each parameter's limits."""
WHOLE = "events"
"""The table that is asked by all its parameters; the others are of the same shape, and asked by one parameter of each kind."""
CONFIG = {
    "seed": 7,
    "continue-on-failure": True,
    "generation": {"deterministic": True, "database": "none", "max-examples": DRAWN, "no-shrink": True},
    "phases": {"stateful": {"generation": {"max-examples": 4}}},
    "operations": [
        {"include-name": [f"GET /{name}" for name in RESOURCES if name != WHOLE], "generation": {"max-examples": 3}},
        {
            "include-name": "POST /simulations",
            # a schema cannot say which scenarios fit the agreements: what has the right form may yet be refused
            "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "422"]}},
        },
    ],
}


@pytest.fixture(scope="module")
def seen() -> list[events.EngineEvent]:
    """Everything that was asked, and what the checks said."""
    config = SchemathesisConfig.from_dict(CONFIG)
    schema = schemathesis.openapi.from_dict(asked_by(), config=config)
    schema.app = portal()
    return list(engine.from_schema(schema).execute())


def asked_by() -> dict[str, Any]:
    """Return the description, with one parameter of each kind in every table but one."""
    found = deepcopy(described())
    for name in RESOURCES:
        operation = found["paths"][f"/{name}"]["get"]
        kinds = {json.dumps(one["schema"], sort_keys=True): one for one in reversed(operation["parameters"])}
        if name != WHOLE:
            operation["parameters"] = [one for one in operation["parameters"] if one in kinds.values()]
    return found


def test_no_check_fails(seen: list[events.EngineEvent]) -> None:
    wrong = {
        f"{one.label} {check.name}: {check.failure_info.failure.title}: {check.failure_info.code_sample[:300]}"
        for one in seen
        if isinstance(one, events.ScenarioFinished)
        for checks in one.recorder.checks.values()
        for check in checks
        if check.failure_info is not None
    }
    faults = [str(one) for one in seen if isinstance(one, events.NonFatalError | events.FatalError)]
    assert (sorted(wrong)[:20], faults) == ([], [])


def test_every_check_was_made_of_every_address(seen: list[events.EngineEvent]) -> None:
    """Else the test above says nothing: no check is switched off, and no address is left out."""
    finished = [one for one in seen if isinstance(one, events.ScenarioFinished)]
    asked = {str(one.label) for one in finished if one.recorder.cases}
    checked = {check.name for one in finished for checks in one.recorder.checks.values() for check in checks}
    assert {f"{method.upper()} {path}" for path, method, _ in operations()} <= asked
    load_all_checks()
    assert set(CHECKS.get_all_names()) - checked <= NEED_MORE


NEED_MORE = {
    "use_after_free",  # what is deleted, and asked for again: nothing can be deleted
    "ensure_resource_availability",  # what is made, and asked for again: nothing that is sent is kept
    "ignored_auth",  # that a key is needed where the description says so: none is
    "object_level_authorization",  # that another's key opens nothing: there are no keys
    "missing_required_header",  # that a header is needed: none is
}
"""Checks that are made as all others, but of what this interface has not."""
