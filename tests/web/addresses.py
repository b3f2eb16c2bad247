"""A sample address, or more, of every view of the portal: what the tests that walk all pages walk."""

from __future__ import annotations

SAMPLES: dict[str, tuple[str, ...]] = {
    "search": ("/sok?q=habo", "/sok?q=zzzz"),
    "agreements": ("/avtal",),
    "agreement": ("/avtal/cancer-2024",),
    "agreement-change": ("/avtal/cancer-2024/andring?fran=cancer-2023",),
    "about": ("/om",),
    "accessibility": ("/tillganglighet",),
    "early-notice": ("/tidiga-besked",),
    "early-notice-year": ("/2024/tidiga-besked", "/1999/tidiga-besked"),
    "year": ("/2024", "/1999"),
    "year-change": ("/2024/andring?fran=2023",),
    "calendar": ("/2024/kalender", "/2021/kalender", "/2024/kalender?kind=application&from=2024-06"),
    "place-calendar": ("/2024/region-jonkopings-lan/kalender", "/2024/nassjo/kalender?during=1"),
    "place": ("/2024/region-jonkopings-lan", "/2024/nassjo", "/2024/jonkopings-lan"),
    "place-change": ("/2024/region-jonkopings-lan/andring?fran=2023",),
    "why": ("/2024/region-jonkopings-lan/tillganglighet-2024/vid-beslut",),
    "front": ("/",),
}
"""View -> its addresses; each is asked in both languages."""
LANGUAGES = ("sv", "en")


def in_language(address: str, language: str) -> str:
    """Return the address in the language."""
    return f"{address}{'&' if '?' in address else '?'}lang={language}"
