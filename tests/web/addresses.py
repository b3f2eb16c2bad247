"""Sample addresses of every view of the portal, and of its error pages: what the tests that walk all pages walk."""

from __future__ import annotations

THIRDS = "&".join(
    (
        "utfall=exempel",
        *(f"krav-{n}-andel-av-potten=1%2F3" for n in (1, 2, 3)),
        "fordelning=befolkning%402023-12-31",
    )
)
"""The made-up outcomes, with three requirements that weigh alike and a key that is assumed."""
SAMPLES: dict[str, tuple[str, ...]] = {
    "front": ("/",),
    "search": ("/sok?q=habo", "/sok", "/sok?q=zzzz"),
    "agreements": ("/avtal", "/avtal?year=2024&q=xyzzy"),
    "agreement": ("/avtal/cancer-2024", "/avtal/kvinnors-halsa-2024", "/avtal/omstallning-socialtjanst-2024"),
    "agreement-change": (
        "/avtal/kvinnors-halsa-2024/andring?fran=kvinnors-halsa-2023",
        "/avtal/cancer-2024/andring?fran=cancer-2023",
    ),
    "about": ("/om",),
    "api": ("/api",),
    "accessibility": ("/tillganglighet",),
    "data": ("/data",),
    "data-table": ("/data/awards", "/data/values", "/data/events", "/data/agreements?as-known-on=1990"),
    "performances": ("/prestation", "/prestation?utfall=exempel", "/prestation?year=1999"),
    "performance": (
        f"/prestation/tillganglighet-2024/bup?{THIRDS}",
        "/prestation/tillganglighet-2024/bup",
        "/prestation/tillganglighet-2024/bup?utfall=exempel",
        "/prestation/operationer-2025-del-2/operationer",
        "/prestation/cancer-2026/svf-andra?utfall=exempel&mats=2026-01%2F2026-12",
    ),
    "performance-place": (
        f"/prestation/tillganglighet-2024/bup/region-jonkopings-lan?{THIRDS}",
        "/prestation/tillganglighet-2024/bup/region-jonkopings-lan",
        "/prestation/operationer-2025-del-2/operationer/region-gotland",
    ),
    "early-notice": ("/tidiga-besked",),
    "early-notice-year": ("/2024/tidiga-besked", "/1999/tidiga-besked"),
    "year": ("/2024", "/1999"),
    "all-grants": ("/2024/alla-bidrag", "/1999/alla-bidrag", "/2026/alla-bidrag?as-known-on=2024-01-01"),
    "year-change": ("/2024/andring?fran=2023",),
    "calendar": ("/2024/kalender", "/2021/kalender", "/2024/kalender?kind=application&from=2024-06"),
    "place-calendar": ("/2024/region-jonkopings-lan/kalender", "/2024/nassjo/kalender?during=1"),
    "place": ("/2024/region-jonkopings-lan", "/2024/nassjo", "/2024/jonkopings-lan", "/2024/region-gotland"),
    "press": ("/2024/pressmeddelande", "/1999/pressmeddelande", "/2024/pressmeddelande?as-known-on=2023-12-21"),
    "place-change": ("/2024/region-jonkopings-lan/andring?fran=2023",),
    "scenarios": ("/scenario", "/scenario?year=1999"),
    "scenario": (
        "/scenario/kvinnors-halsa-2024/befolkning?belopp=1400000000&golv=20000000&utom=12",
        "/scenario/kvinnors-halsa-2024/befolkning",
        "/scenario/cancer-2018/svf?nyckel=lika&villkor-1=alla&villkor-2=alla&villkor-2-utom=09&ej-intjanat=bonuspott",
        "/scenario/vardplatser-2023/prestation",
    ),
    "why": (
        "/2024/region-jonkopings-lan/kvinnors-halsa-2024/befolkning",
        "/2024/region-jonkopings-lan/tillganglighet-2024/vid-beslut",
    ),
}
"""View -> its addresses, the richest first; each is asked in both languages. A test holds that no view is left out."""
ERRORS: dict[str, int] = {
    "/finns/inte/alls": 404,
    "/2024/xyzzy": 404,
    "/data/award": 404,
    "/2024/habo": 300,
    "/2024?sort=%3Cscript%3E": 422,
    "/scenario/kvinnors-halsa-2024/befolkning?golv=10%5E30&belopp=": 422,
}
"""An address that has no answer -> the status of the page that says so."""
EVERY_PAGE = tuple(address for addresses in SAMPLES.values() for address in addresses)
ONE_OF_EACH = tuple(addresses[0] for addresses in SAMPLES.values())
LANGUAGES = ("sv", "en")


def in_language(address: str, language: str) -> str:
    """Return the address in the language."""
    return f"{address}{'&' if '?' in address else '?'}lang={language}"
