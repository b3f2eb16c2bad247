"""An address and its file in the static edition: one for each, and a name that every disk takes."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overens.web.file_names import LONGEST_NAME, LONGEST_PATH, address_of_file, file_of, read_address, relative
from overens.web.form import Form

HARD = [
    "2024",
    "nassjo",
    "bild",
    "tabell",
    "en",
    "static",
    "con",
    "COM1",
    "excel",
    "start",
    "a b",
    "å",
    "A",
    "",
    "..",
    "x_y",
    "a=b",
]
WORDS = st.one_of(st.sampled_from(HARD), st.text(max_size=8))
VALUES = st.one_of(st.sampled_from(["en", "dark", "narrow", "excel", "jsonstat", "pots", "2023"]), st.text(max_size=6))
NAMES = st.sampled_from(["lang", "table", "theme", "size", "fran", "agreement", "x"])
HREFS = st.builds(
    lambda words, form, pairs: quote("/" + "/".join(words)) + form.value + (f"?{urlencode(pairs)}" if pairs else ""),
    st.lists(WORDS, max_size=4),
    st.sampled_from(list(Form)),
    st.lists(st.tuples(NAMES, VALUES), max_size=3),
)
DEVICES = {"con", "prn", "aux", "nul", *(f"{one}{n}" for one in ("com", "lpt") for n in range(10))}


@given(HREFS)
def test_an_address_is_read_back_from_its_file(href: str) -> None:
    address = read_address(href)
    file = file_of(address)

    assert file is None or address_of_file(file) == address


@given(HREFS)
def test_every_disk_takes_the_name(href: str) -> None:
    file = file_of(read_address(href)) or "index.html"

    assert file == file.lower()
    assert file.isascii()
    assert len(file) <= LONGEST_PATH
    for name in file.split("/"):
        assert name not in ("", ".", "..")
        assert not name.endswith((".", " "))
        assert not set(name) & set('<>:"\\|?*%#&')
        assert name.split(".")[0] not in DEVICES
        assert len(name) <= LONGEST_NAME


@pytest.mark.parametrize(
    ("href", "file"),
    [
        ("/", "index.html"),
        ("/?lang=en", "en/index.html"),
        ("/start.json", "start.json"),
        ("/2024", "2024/index.html"),
        ("/2024/nassjo?lang=en", "en/2024/nassjo/index.html"),
        ("/2024/nassjo.csv?table=pots", "2024/nassjo.pots.csv"),
        ("/2024/nassjo.excel.csv", "2024/nassjo.excel.csv"),
        ("/2024/tabell/pots.csv?lang=en", "en/2024/tabell/pots.csv"),
        ("/start/tabell/years", "start/tabell/years/index.html"),
        ("/2024/nassjo.csv?table=excel", "2024/nassjo._65xcel.csv"),
        ("/2024/nassjo/bild/avtal.png", "2024/nassjo/bild/avtal.png"),
        ("/2024/nassjo/bild/avtal.json?size=narrow&theme=dark", "2024/nassjo/bild/avtal.dark.narrow.json"),
        ("/avtal/x/andring.csv?fran=y", "avtal/x/andring/fran=y.csv"),
        ("/en", "_65n/index.html"),
        ("/nul.json", "_6eul.json"),
        ("/2024/" + "x" * 200, None),
    ],
)
def test_files_of_addresses(href: str, file: str | None) -> None:
    assert file_of(read_address(href)) == file


@pytest.mark.parametrize(
    "same", ["/2024/nassjo?theme=light", "/2024/nassjo?table=pots", "/2024/nassjo?lang=sv&size=wide"]
)
def test_what_makes_no_difference_makes_no_other_file(same: str) -> None:
    assert read_address(same) == read_address("/2024/nassjo")


def test_links_are_relative() -> None:
    assert relative("static/x/style.css", "en/2024/nassjo/index.html") == "../../../static/x/style.css"
    assert relative("en/index.html", "index.html") == "en/index.html"
