"""The run record -> one line at the foot of a printout."""

from __future__ import annotations

from overens.allocation.model import Allocation
from overens.allocation.run_record import record_run
from overens.cli.language import t


def run_words(allocation: Allocation) -> str:
    """Return the run's hashes, short, so that two printouts can be compared."""
    run = record_run(allocation)
    return t(
        "Körning: regler {rules}, underlag {figures}, resultat {result}",
        "Run: rules {rules}, figures {figures}, result {result}",
        rules=run.rules[:12],
        figures=run.figures[:12],
        result=run.result[:12],
    )
