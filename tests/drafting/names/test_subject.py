from __future__ import annotations

import pytest

from overens.drafting.names.subject import NameCore, name_core
from overens.intake.lexicon import shipped_lexicon


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("överenskommelsen om friska tänder 2025", NameCore("friska tänder", (2025,), supplement=False)),
        (
            "Överenskommelse mellan staten och SKR om friska tänder för 2024–2026",
            NameCore("friska tänder", (2024, 2025, 2026), supplement=False),
        ),
        ("överenskommelse för 2025 om friska tänder 2025", NameCore("friska tänder", (2025,), supplement=False)),
        ("tilläggsöverenskommelsen Friska tänder 2025", NameCore("Friska tänder", (2025,), supplement=True)),
        ("tillägg till överenskommelsen om friska tänder", NameCore("friska tänder", (), supplement=True)),
        ("Friska tänder 2025", NameCore("Friska tänder", (2025,), supplement=False)),
        (
            "Friska tänder 2025 – ändringsöverenskommelse mellan staten och SKR",
            NameCore("Friska tänder", (2025,), supplement=True),
        ),
    ],
)
def test_a_name_says_its_subject_its_years_and_whether_it_adds_to_one(name: str, core: NameCore) -> None:
    assert name_core(name, shipped_lexicon().names) == core
