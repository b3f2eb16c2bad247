"""The page of a pot that is earned: what it says where there is nothing to show."""

from __future__ import annotations

from starlette.testclient import TestClient

POT = "/prestation/tillganglighet-2024/bup"


def test_a_day_before_the_pot_was_known_is_refused_with_the_way_to_what_is_known_now(portal: TestClient) -> None:
    answer = portal.get(f"{POT}?as-known-on=2023-06-01")
    assert answer.status_code == 404
    assert "var inte känd 2023-06-01." in answer.text
    assert f'href="{POT}"' in answer.text
