"""Rules, figures, arguments and result -> hashes, so that a run can be repeated and compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from overens.allocation.model import Allocation, PotAllocation
from overens.figures.model import Series
from overens.writing.clauses import as_plain


@dataclass(frozen=True)
class RunRecord:
    """What was computed from what, as hashes: the same rules, figures and arguments give the same result."""

    rules: str
    figures: str
    arguments: str
    result: str

    @property
    def whole(self) -> str:
        """One hash of all four, to cite the run by."""
        return _hash([self.rules, self.figures, self.arguments, self.result])


def record_run(allocation: Allocation) -> RunRecord:
    """Return the hashes of what was computed from what (körning)."""
    used = [one for pot in allocation.pots for one in pot.used]
    day = allocation.as_known_on
    return RunRecord(
        rules=_hash(as_plain(allocation.agreement)),
        figures=_hash([_series_content(one) for one in sorted(set_of(used), key=lambda s: str(s.key))]),
        arguments=_hash({"as_known_on": day.isoformat() if day else None}),
        result=_hash([_pot_content(pot) for pot in allocation.pots]),
    )


def record_runs(allocations: Iterable[Allocation]) -> RunRecord:
    """Return the hashes of several allocations together, in their order."""
    return join_runs(record_run(allocation) for allocation in allocations)


def join_runs(records: Iterable[RunRecord]) -> RunRecord:
    """Return the hashes of several runs as one, in their order."""
    runs = list(records)
    return RunRecord(
        rules=_hash([one.rules for one in runs]),
        figures=_hash([one.figures for one in runs]),
        arguments=_hash([one.arguments for one in runs]),
        result=_hash([one.result for one in runs]),
    )


def set_of(used: Iterable[Series]) -> list[Series]:
    """Return each series once."""
    return list({one.key: one for one in used}.values())


def _hash(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _series_content(one: Series) -> list[object]:
    values = {code: None if value is None else str(value) for code, value in one.values.items()}
    counted = {code: f"{n}/{of}" for code, (n, of) in one.counted.items()}
    return [str(one.key), one.unit, one.kind.value, one.rounded_to, values, *([counted] if counted else [])]


def _pot_content(pot: PotAllocation) -> list[object]:
    awards = [
        [a.recipient.kind.value, a.recipient.code, a.amount.kr, a.amount.low, a.amount.high, a.instalments]
        for a in pot.awards
    ]
    return ["/".join(pot.path), pot.state.value, pot.lapsed_kr, pot.undistributed_kr, awards]
