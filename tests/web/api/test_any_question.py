"""Whatever a program asks within the description is answered as it says, and all else is refused: Schemathesis, with every check.

The whole portal is asked in process, with its layers. Only what a description cannot say is lifted: how often, and how long an address.
"""

from __future__ import annotations

from datetime import date

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.schemas import BaseSchema

from overens.web.app import create_app
from overens.web.serving.settings import Limits, Settings
from overens.web.serving.wrap import wrap
from overens.web.shelf import Shelf

ROOMY = Limits(path=100_000, query=1_000_000, parameters=10_000, per_minute=10**9)
ASKED_OF_EACH = 10
"""Questions drawn at random for each address, beside those that Schemathesis makes of each parameter's limits."""
CONFIG = {
    "seed": 7,
    "generation": {"deterministic": True, "database": "none"},
    "operations": [
        {
            "include-name": "POST /simulations",
            # a schema cannot say which scenarios fit the agreements: what has the right form may yet be refused
            "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "422"]}},
        }
    ],
}


@pytest.fixture(scope="session")
def described() -> BaseSchema:
    app = wrap(create_app(Shelf(), lambda: date(2024, 3, 1)), Settings(frozenset({"*"}), limits=ROOMY))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, config=SchemathesisConfig.from_dict(CONFIG))


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(max_examples=ASKED_OF_EACH, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_check(case: schemathesis.Case) -> None:
    case.call_and_validate()
