"""Every recipient's word in addresses, and what a person may write instead."""

import re

import pytest

from overens.intake.register import read_register
from overens.vocabulary.recipients import RecipientKind
from overens.web.addresses import address_book

BOOK = address_book(read_register())


def test_every_recipient_has_a_word_of_its_own_that_can_be_read() -> None:
    words = [BOOK.word(who) for who in BOOK.register.everyone]
    assert len(set(words)) == len(words) == 21 + 290 + 21
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", word) for word in words)
    for who in BOOK.register.everyone:
        assert BOOK.find(BOOK.word(who)) == (who,)


@pytest.mark.parametrize(
    ("typed", "kind", "code"),
    [
        ("region-jonkopings-lan", RecipientKind.REGION, "06"),
        ("vastra-gotalandsregionen", RecipientKind.REGION, "14"),
        ("nassjo", RecipientKind.MUNICIPALITY, "0682"),
        ("Nässjö", RecipientKind.MUNICIPALITY, "0682"),
        ("0682", RecipientKind.MUNICIPALITY, "0682"),
        ("jonkopings-lan", RecipientKind.AREA, "06"),
        ("region-gotland", RecipientKind.REGION, "09"),
        ("gotland", RecipientKind.MUNICIPALITY, "0980"),
        ("gotlands-lan", RecipientKind.AREA, "09"),
        ("vgr", RecipientKind.REGION, "14"),
        ("habo-0643", RecipientKind.MUNICIPALITY, "0643"),
        ("habo-0305", RecipientKind.MUNICIPALITY, "0305"),
    ],
)
def test_a_word_is_somebodys(typed: str, kind: RecipientKind, code: str) -> None:
    assert [(who.kind, who.code) for who in BOOK.find(typed)] == [(kind, code)]


def test_a_word_that_two_share_is_both_theirs() -> None:
    assert {who.code for who in BOOK.find("habo")} == {"0643", "0305"}


@pytest.mark.parametrize("typed", ["xyzzy", "", "../etc", "a" * 5_000, "🙂", "'; drop table"])
def test_a_word_that_is_nobodys_finds_nobody(typed: str) -> None:
    assert BOOK.find(typed) == ()
