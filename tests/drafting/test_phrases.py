"""A phrase of the lexicon finds what a Swede would take it for, and nothing else."""

import pytest

from overens.drafting.phrases import compile_phrases


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("varav", "500 kronor, Varav 20", "Varav"),
        ("varav", "varaven", None),
        ("öronmärk*", "medel öronmärks för", "öronmärks"),
        ("av dessa … medel", "av dessa nya särskilda medel", "av dessa nya särskilda medel"),
        ("av dessa … medel", "av dessa medel", "av dessa medel"),
        ("av dessa … medel", "av dessa en två tre fyra fem medel", None),
        ("till (regionerna|landstingen)", "till  landstingen", "till  landstingen"),
        ("t.ex.", "t.ex. så", "t.ex."),
        ("t.ex.", "tvexy så", None),
        ("per år", "covid-per år", None),
        ("*miljard", "en halvmiljard", "halvmiljard"),
    ],
)
def test_phrases(phrase: str, text: str, found: str | None) -> None:
    match = compile_phrases([phrase]).search(text)
    assert (match[0] if match else None) == found


def test_the_longest_phrase_wins() -> None:
    match = compile_phrases(["av", "av dessa", "av dessa medel"]).search("av dessa medel")
    assert match is not None
    assert match[0] == "av dessa medel"


def test_no_phrases_find_nothing() -> None:
    assert compile_phrases([]).search("vad som helst") is None
