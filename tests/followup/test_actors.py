"""Who is to act, in the words of sources, and whether that is the recipient."""

from __future__ import annotations

import pytest

from overens.followup.actors import is_to_act
from overens.intake.register import read_register
from overens.vocabulary.recipients import Recipient, RecipientKind
from tests.builders import AREA, MUNICIPALITY, REGION


def one(kind: RecipientKind, code: str) -> Recipient:
    """Return a recipient of the register."""
    found = read_register().get(kind, code)
    assert found is not None
    return found


JONKOPING, NASSJO, COUNTY = one(REGION, "06"), one(MUNICIPALITY, "0682"), one(AREA, "06")


@pytest.mark.parametrize(
    ("words", "region", "municipality", "county"),
    [
        ("regionerna", True, False, True),
        ("regionerna, genom sitt RCC", True, False, True),
        ("Regionen", True, False, True),
        ("varje region", True, False, True),
        ("kommunerna", False, True, True),
        ("respektive kommun", False, True, True),
        ("regioner och kommuner", True, True, True),
        ("SKR och regionerna", True, False, True),
        ("Socialstyrelsen, regionerna och SKR", True, False, True),
        ("mottagaren", True, True, True),
        ("huvudmännen", True, True, True),
        ("länet", False, False, True),
        ("SKR", False, False, False),
        ("Socialstyrelsen", False, False, False),
        ("RCC i samverkan", False, False, False),
        ("regionala cancercentrum", False, False, False),
        ("kommunala bolag", False, False, False),
        ("SKR i samråd med regionerna", False, False, False),
        ("Kammarkollegiet efter rekvisition från kommunerna", False, False, False),
        ("Socialstyrelsen för regionerna", False, False, False),
        ("Region Stockholm", False, False, False),
        ("Region Jönköpings län", True, False, True),
        ("Nässjö kommun", False, True, False),
        ("Vetlanda kommun", False, False, False),
        ("Sveriges Kommuner och Regioner", False, False, False),
    ],
)
def test_it_is_the_recipient_only_where_it_is_among_those_who_act(
    words: str, region: bool, municipality: bool, county: bool
) -> None:
    assert [is_to_act(words, who) for who in (JONKOPING, NASSJO, COUNTY)] == [region, municipality, county]
