"""Made-up outcomes by region and month -> src/overens/exempel. Run by hand: python -m pages.demonstration."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from overens.figures.header import FigureHead
from overens.figures.outcomes.write_figure import Value, Values, written_figure
from overens.intake.library_folder import figure_file_name
from overens.intake.register import read_register
from overens.usecases.library import open_library
from overens.vocabulary.periods import When, months_through, parse_when
from overens.vocabulary.recipients import RecipientKind

EXAMPLE = Path(__file__).resolve().parents[1] / "src" / "overens" / "exempel"
NOTE = (
    "Påhittade värden, gjorda av pages/demonstration.py för att visa hur prestation räknas. "
    "Ingen region har redovisat dem."
)
_KIND = RecipientKind.REGION
_YEAR = (96, 98, 104, 100, 101, 92, 48, 78, 106, 110, 105, 82)
"""How much is done each month, January first, in per cent of a usual one."""
_CORRECTED_ON = "2024-08-15"


@dataclass(frozen=True)
class Indicator:
    """A made-up indicator.

    Attributes:
        inhabitants: How many inhabitants there are for each that is counted in a month.
        level: The least and the greatest share in per cent that a region begins at; None for a volume.
        months: The first and the last month.
    """

    id: str
    name: str
    inhabitants: int
    level: tuple[int, int] | None
    months: tuple[date, date]


_CARE = (date(2023, 1, 1), date(2024, 12, 1))
_OPERATIONS = (date(2022, 1, 1), date(2025, 10, 1))
INDICATORS = (
    Indicator("bup-forsta-besok-30-dagar", "första besök i BUP inom 30 dagar", 4_500, (48, 82), _CARE),
    Indicator("bup-utredning-30-dagar", "påbörjad utredning i BUP inom 30 dagar", 9_000, (30, 68), _CARE),
    Indicator("bup-behandling-30-dagar", "påbörjad behandling i BUP inom 30 dagar", 7_000, (38, 74), _CARE),
    Indicator("operation-hoft", "höftoperationer", 6_300, None, _OPERATIONS),
    Indicator("operation-framfall", "framfallsoperationer", 19_000, None, _OPERATIONS),
    Indicator("operation-starr", "starroperationer", 900, None, _OPERATIONS),
)


def example_files() -> dict[str, str]:
    """Return file name -> text of every made-up figure."""
    people = _inhabitants()
    files = {figure_file_name(one.id, _KIND): _file(one, values_of(one, people)) for one in INDICATORS}
    first = INDICATORS[0]
    corrected = _correction(values_of(first, people))
    files[figure_file_name(first.id, _KIND, _CORRECTED_ON)] = _file(first, corrected, _CORRECTED_ON)
    return files


def values_of(indicator: Indicator, people: dict[str, int]) -> Values:
    """Return period -> code -> value of an indicator."""
    months = months_through(*indicator.months)
    return {month: {code: _value(indicator, code, month, n) for code, n in people.items()} for month in months}


def _value(indicator: Indicator, code: str, month: str, people: int) -> Value:
    year, of_year = int(month[:4]), int(month[5:])
    usual = Fraction(people, indicator.inhabitants) * Fraction(_YEAR[of_year - 1], 100)
    later = year - indicator.months[0].year
    pace = _drawn(indicator.id, code, "takt", -3, 6) * later  # per cent a year, each region its own
    n = max(3, round(usual * (100 + pace + _drawn(indicator.id, code, month, -9, 9)) / 100))
    if indicator.level is None:
        return Value(Fraction(n))
    share = _drawn(indicator.id, code, "nivå", *indicator.level) + _drawn(indicator.id, code, "steg", -7, 12) * later
    share += _drawn(indicator.id, code, f"{month} andel", -6, 6) - (4 if of_year in (7, 8) else 0)
    met = round(Fraction(n * min(98, max(5, share)), 100))
    return Value(Fraction(100 * met, n), (Fraction(met), Fraction(n)))


def _drawn(*words: object) -> int:
    """Return a number between the last two that depends on nothing but the words before them."""
    *name, low, high = words
    assert isinstance(low, int)
    assert isinstance(high, int)
    digest = hashlib.sha256("|".join(map(str, name)).encode()).digest()
    return low + int.from_bytes(digest[:8], "big") % (high - low + 1)


def _correction(values: Values) -> Values:
    """Return what one region reports anew of two months: some more had been seen in time."""
    return {month: {"12": _a_few_more(values[month]["12"])} for month in ("2024-04", "2024-05")}


def _a_few_more(value: Value) -> Value:
    assert value.counted is not None
    met, n = value.counted
    met = min(n, met + 9)
    return Value(100 * met / n, (met, n))


def _file(indicator: Indicator, values: Values, known_from: str | None = None) -> str:
    share = indicator.level is not None
    head = FigureHead.model_validate(
        {
            "id": indicator.id,
            "namn": f"Påhittat exempel: {indicator.name}",
            "enhet": "procent" if share else "antal",
            "mottagare": "regioner",
            "licens": "CC0 1.0 (påhittat)",
            "lägre är bättre": "nej",
            "anmärkning": NOTE,
            "serier": {month: _series(known_from or _known_from(month)) for month in values},
        }
    )
    return written_figure(head, values, read_register())


def _series(known_from: str) -> dict[str, object]:
    return {
        "slag": "syntetisk",
        "källa": {"titel": "Påhittat exempel", "utgivare": "Överens"},
        "känd från": known_from,
    }


def _known_from(month: str) -> str:
    """Return the day the month's values are known: the twentieth day after it."""
    when = parse_when(month)
    assert isinstance(when, When)
    return (when.last + timedelta(days=20)).isoformat()


def _inhabitants() -> dict[str, int]:
    library = open_library()
    when = parse_when("2023-12-31")
    assert isinstance(when, When)
    series = library.snapshot([("befolkning", _KIND)]).get("befolkning", _KIND, when)
    assert series is not None
    return {code: int(value) for code, value in sorted(series.values.items()) if value is not None}


def main(argv: Sequence[str] = sys.argv[1:]) -> int:
    """Write every file that is not as it should be; with --check, write nothing."""
    files = example_files()
    EXAMPLE.mkdir(exist_ok=True)
    there = {path.name: path.read_text(encoding="utf-8") for path in EXAMPLE.glob("*.csv")}
    changed = [name for name, text in files.items() if there.get(name) != text]
    for name in [] if "--check" in argv else changed:
        (EXAMPLE / name).write_text(files[name], encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(changed)} of {len(files)} files differed.\n")
    return 1 if changed and "--check" in argv else 0


if __name__ == "__main__":
    sys.exit(main())
