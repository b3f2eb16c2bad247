"""Speed and weight against their budgets, as ratios of medians measured turn by turn in one run."""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.edition import edition_rows
from benchmarks.reader_speed import reader_rows
from benchmarks.web import web_rows

if TYPE_CHECKING:
    from overens.agreement.model import Agreement
    from overens.usecases.library import Library

RUNS = 31
OVERENS = str(Path(sys.executable).with_name("overens"))


def main() -> int:
    """Print each figure beside its budget; return 1 if any is over."""
    rows = [
        _ratio("overens --help / python -c pass", [OVERENS, "--help"], [sys.executable, "-c", "pass"], 12),
        _ratio(
            "overens year 2024 / import pydantic",
            [OVERENS, "year", "2024"],
            [sys.executable, "-c", "import pydantic"],
            5,
        ),
        _whole_library(),
        _one_year(),
        _per_file(),
        _installed_size(),
        *reader_rows(),
        *web_rows(),
        *edition_rows(),
    ]
    print(f"{'':64}{'measured':>12}{'budget':>10}")
    for name, value, budget, unit in rows:
        over = "  OVER" if value > budget else ""
        print(f"{name:64}{value:>9.2f} {unit:<3}{budget:>7g} {unit}{over}")
    return int(any(value > budget for _, value, budget, _ in rows))


Row = tuple[str, float, float, str]


def _ratio(name: str, command: list[str], base: list[str], budget: float) -> Row:
    """Run both commands turn by turn, so that a slow moment hits both, and compare their medians."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        for one, found in zip((command, base), times, strict=True):
            start = time.perf_counter()
            subprocess.run(one, check=True, stdout=subprocess.DEVNULL)
            found.append(time.perf_counter() - start)
    return name, median(times[0]) / median(times[1]), budget, "×"


def _median_time(work: Callable[[], object], runs: int = 7) -> float:
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def _whole_library() -> Row:
    from overens.usecases.library import open_library

    library = open_library()
    return (
        "whole library allocated",
        _median_time(lambda: _allocate_anew(library, library.agreements)),
        0.5,
        "s",
    )


def _allocate_anew(library: Library, agreements: list[Agreement]) -> None:
    library.kept.days.clear()
    for agreement in agreements:
        library.allocation(agreement.id)


def _one_year() -> Row:
    from overens.usecases.library import open_library

    library = open_library()
    seconds = _median_time(lambda: _allocate_anew(library, library.of_year(2024)))
    return "all pots × all recipients of 2024", seconds * 1000, 100, "ms"


def _per_file() -> Row:
    from overens.usecases.library import open_library

    library = open_library()
    files = len(library.written) + len(library.published) + len(library.figures)
    return "reading and checking, a file", _median_time(open_library) / files * 1000, 5, "ms"


def _installed_size() -> Row:
    """Install the program and what it needs, nothing more, into an empty folder, and weigh it."""
    root = Path(__file__).parent.parent
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", folder]
        subprocess.run([*pip, str(root)], check=True, stderr=subprocess.DEVNULL)
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    return "installed size without extras", size / 1e6, 60, "MB"


if __name__ == "__main__":
    sys.exit(main())
