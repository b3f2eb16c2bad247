"""A PDF's own line -> what it was made from, as long as nobody has changed it."""

from __future__ import annotations

import pytest

from overens.export.seal import digest_of, made_from_what, sealed

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nxref\ntrailer\nstartxref\n42\n%%EOF"
WHAT = digest_of(b"words")


def test_a_sealed_document_says_what_it_was_made_from() -> None:
    assert made_from_what(sealed(PDF, WHAT)) == WHAT


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw + b"\nmore",
        lambda raw: raw.replace(b"1 0 obj", b"2 0 obj"),
        lambda raw: raw[:-1],
        lambda raw: raw.replace(WHAT.encode(), digest_of(b"other").encode())[:-1],
        lambda _: PDF,
        lambda _: b"",
        lambda _: b"PK mine",
    ],
)
def test_one_that_was_changed_or_is_anothers_says_nothing(change: object) -> None:
    assert callable(change)
    assert made_from_what(change(sealed(PDF, WHAT))) is None


def test_parts_are_not_taken_for_one_another() -> None:
    assert digest_of(b"ab", b"c") != digest_of(b"a", b"bc")
