"""The run record -> one line at the foot of a printout."""

from __future__ import annotations

from overens.allocation.model import Allocation
from overens.allocation.run_record import RunRecord, record_run
from overens.cli.language import t


def run_words(allocation: Allocation) -> str:
    """Return the run's hashes, short, so that two printouts can be compared."""
    return hashes(record_run(allocation))


def hashes(run: RunRecord) -> str:
    """Return the hashes of a run, of one allocation or of several together, short."""
    return t(
        "Körning: regler {rules}, underlag {figures}, resultat {result}",
        "Run: rules {rules}, figures {figures}, result {result}",
        rules=run.rules[:12],
        figures=run.figures[:12],
        result=run.result[:12],
    )
