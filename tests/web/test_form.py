"""Addresses of pages, of their files and of their pictures, both ways."""

import pytest

from overens.web.form import Form, Target, address_of, read_target


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/", Target("/")),
        ("/start.json", Target("/", Form.JSON)),
        ("/2024", Target("/2024")),
        ("/2024.csv", Target("/2024", Form.CSV)),
        ("/2024/nassjo.excel.csv", Target("/2024/nassjo", Form.EXCEL)),
        ("/2024/nassjo/kalender.ics", Target("/2024/nassjo/kalender", Form.ICS)),
        ("/2024/nassjo/bild/avtal.svg", Target("/2024/nassjo", Form.SVG, "avtal")),
        ("/start/bild/karta.png", Target("/", Form.PNG, "karta")),
        ("/2024/nassjo/bild/avtal", Target("/2024/nassjo", Form.PAGE, "avtal")),
        ("/2024/nassjo/tabell/pots", Target("/2024/nassjo", table="pots")),
        ("/2024/nassjo/tabell/to-earn.excel.csv", Target("/2024/nassjo", Form.EXCEL, table="to-earn")),
        ("/start/tabell/glance", Target("/", table="glance")),
        ("/2024/tabell/Å ä", Target("/2024", table="Å ä")),
        ("/scenario/a/b.yaml", Target("/scenario/a/b", Form.YAML)),
        ("/2024/a.b", Target("/2024/a.b")),
    ],
)
def test_an_address_names_a_page_a_form_and_a_picture(address: str, target: Target) -> None:
    assert read_target(address) == target
    assert address_of(target.path, target.form, target.picture, target.table) == address


def test_start_is_the_front_page() -> None:
    assert read_target("/start") == Target("/")
