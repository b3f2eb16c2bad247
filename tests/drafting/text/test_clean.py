"""What only looks is taken away, and every position leads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.drafting.text.clean import clean_text


@pytest.mark.parametrize(
    ("source", "clean"),
    [
        ("Överens\u00adkommel\u00adsen", "Överenskommelsen"),
        ("1\u00a0500\u202f000\u2009kr", "1 500 000 kr"),
        ("en minskning, \u22123", "en minskning, -3"),
        ("2023\u20142025", "2023–2025"),
        ("rad\r\nrad\rrad", "rad\nrad\nrad"),
        ("regi-\nonerna", "regionerna"),
        ("regi-\r\n  onerna", "regionerna"),
        ("patient-\noch brukarmedverkan", "patient-\noch brukarmedverkan"),
        ("AT-\nläkare", "AT-\nläkare"),
        ("Va\u0308sterå\u200bs", "Västerås"),
        ("\ufeffRubrik", "Rubrik"),
    ],
)
def test_what_only_looks_is_gone(source: str, clean: str) -> None:
    assert clean_text(source).text == clean


def test_a_stretch_leads_back_to_where_it_stood() -> None:
    source = "\ufeffÖverens\u00adkommelsen är 1\u00a0500 kro\u00adnor.\r\nSlut"
    clean = clean_text(source)
    for words, stood in (
        ("1 500 kronor", "1\u00a0500 kro\u00adnor"),
        ("Slut", "Slut"),
        ("Överenskommelsen", "Överens\u00adkommelsen"),
    ):
        start = clean.text.index(words)
        span = clean.span(start, start + len(words))
        assert source[span.start : span.end] == stood


odd = st.text(st.sampled_from("aö1 \u00a0\u00ad\u200b\u202f\ufeff\r\n-–\u2212a\u0308\u030a|#*.,"), max_size=80)


@given(odd | st.text(max_size=80))
def test_every_letter_that_stays_is_where_it_was(source: str) -> None:
    clean = clean_text(source)
    spans = [clean.span(n, n + 1) for n in range(len(clean.text))]
    assert all(0 <= span.start < span.end <= len(source) for span in spans)
    assert [span.start for span in spans] == sorted({span.start for span in spans})
    for letter, span in zip(clean.text, spans, strict=True):
        if letter.isascii() and letter.isalnum():
            assert source[span.start] == letter
