"""How fast the reader is, how much memory it keeps, and that its time grows as the text does."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import median

from benchmarks.corpus import corpus, press_releases
from overens.usecases.read import read_words

Row = tuple[str, float, float, str]
ROUNDS = 10
PROCESSES = 2
HOSTILE = {
    "digits in one line": "7" * 250_000,
    "groups of digits": "1 000 " * 40_000,
    "sums in one sentence": "100 miljoner kronor och " * 10_000,
    "rows of a table": "| Region Uppsala | 12 345 |\n" * 10_000,
    "lines of a list": "Uppsala 12 345\n" * 10_000,
    "months": "i mars " * 30_000,
    "words without a stop": "medel till regionerna " * 12_000,
}


def reader_rows() -> list[Row]:
    """Return each figure with its budget; nothing where the documents are not here."""
    releases = press_releases()
    if not releases:
        return []
    middle = releases[len(releases) // 2]
    return [
        (
            f"reading a median press release ({len(middle)} characters)",
            1000 * _median(lambda: read_words(middle)),
            8,
            "ms",
        ),
        ("100 / documents read a second, in two processes", 100 / _documents_a_second(), 1, ""),
        ("memory kept after ten rounds of the corpus / after two", _memory_growth(), 1.05, "×"),
        *((f"twice the text, {name}: time / 2", _growth(text), 1.5, "×") for name, text in HOSTILE.items()),
    ]


def _median(work: Callable[[], object], runs: int = 31) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def _growth(text: str) -> float:
    once, twice = (_median(lambda t=t: read_words(t), 5) for t in (text, text + text))  # type: ignore[misc]  # a default binds it
    return twice / once / 2


def _documents_a_second() -> float:
    documents = corpus()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        list(pool.map(_read_all, [documents[:20]] * PROCESSES))  # so that both have started and have their lexicon
        start = time.perf_counter()
        list(pool.map(_read_all, [documents[n::PROCESSES] for n in range(PROCESSES)]))
        return len(documents) / (time.perf_counter() - start)


def _read_all(documents: list[str]) -> int:
    return sum(len(read_words(text).amounts) for text in documents)


def _memory_growth() -> float:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_rounds, corpus()).result()


def _rounds(documents: list[str]) -> float:
    """Return the most memory that ten rounds took, as a multiple of what two did."""
    peaks = []
    for _ in range(ROUNDS):
        _read_all(documents)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return peaks[-1] / peaks[1]
