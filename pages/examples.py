"""The lines of a small made-up pot -> what each of three made-up regions gets, computed by the program itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from textwrap import dedent, indent

from overens.agreement.figure_checks import check_figures
from overens.agreement.read_agreement import read_agreement
from overens.allocation.allocate import allocate
from overens.allocation.model import Allocation, PotAllocation, State
from overens.figures.model import FigureKind, Series, SeriesKey, Snapshot
from overens.vocabulary.problems import Place
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from overens.vocabulary.wording import kronor, whole_number
from pages.markdown import sentence, table

_HEAD = """\
id: exempel-2025
namn: Exempel
slag: överenskommelse
avser: 2025
beslutad: 2024-12-20
status: beslutad
belopp: ej funnet
källa: beslut
källor:
  beslut: {titel: Ett påhittat beslut}
potter:
  pott:
    namn: Pott
    källa: beslut
"""

REGISTER = Register(
    tuple(
        Recipient(RecipientKind.REGION, code, f"Region {name}", name, code)
        for code, name in (("01", "A"), ("03", "B"), ("04", "C"))
    ),
    (),
    (),
)

MENDED = "besök-i-tid-om-b"
"""The outcome besök-i-tid as it would have been, had B been at 81 in January."""
_HAD_B = (
    ("2024-01", (70, 80, 60)),
    ("2024-02", (70, 80, 60)),
    ("2025-01", (75, 81, 60)),
    ("2025-02", (72, 82, 65)),
)

FIGURES = (
    ("folkmängd", "2024-12-31", "invånare", (500_000, 300_000, 200_000)),
    ("besök", "2024", "antal", (100, 60, 80)),
    ("i-tid", "2025", "procent", (80, 70, 60)),
    ("förra-året", "2024", "kr", (4_000_000, 5_500_000, 1_500_000)),
    ("tabell", "2025", "kr", (6_000_000, 3_000_000, 1_000_000)),
    ("intjänat", "2025", "kr", (4_000_000, 3_000_000, 1_000_000)),
    ("besök-i-tid", "2024-01", "procent", (70, 80, 60)),
    ("besök-i-tid", "2024-02", "procent", (70, 80, 60)),
    ("besök-i-tid", "2025-01", "procent", (75, 79, 60)),
    ("besök-i-tid", "2025-02", "procent", (72, 82, 65)),
    *((MENDED, on, "procent", values) for on, values in _HAD_B),
    ("operation-i-tid", "2024-01", "procent", (80, 95, 50)),
    ("operation-i-tid", "2024-02", "procent", (80, 95, 50)),
    ("operation-i-tid", "2025-01", "procent", (78, 91, 50)),
    ("operation-i-tid", "2025-02", "procent", (81, 92, 50)),
    ("operationer", "2024", "antal", (100, 60, 40)),
    ("operationer", "2025", "antal", (130, 72, 40)),
    ("AT-tjänster", "2024", "antal", (20, 10, 8)),
    ("AT-tjänster", "2025", "antal", (26, 12, 9)),
)
"""Name, date, unit and the values of A, B and C."""


@dataclass(frozen=True)
class Example:
    """A pot that shows one kind of rule.

    Attributes:
        rule: The lines of the pot from its amount on, as they are written in a file.
        says: What to see in it, if the result does not speak for itself.
    """

    rule: str
    says: str = ""

    @property
    def lines(self) -> str:
        """The lines without the indentation they have in the code."""
        return dedent(self.rule).strip("\n")


def compute(example: Example) -> PotAllocation:
    """Return the pot of the example, computed.

    Raises:
        ValueError: If the example is not a sound pot; the message says what is wrong with it.
    """
    (pot,) = allocated(example).pots
    return pot


@cache
def allocated(example: Example) -> Allocation:
    """Return the allocation of the example.

    Raises:
        ValueError: If the example is not a sound pot; the message says what is wrong with it.
    """
    written, problems = read_agreement(_HEAD + indent(example.lines, "    ") + "\n", file="exempel.yaml")
    if written is not None:
        problems += check_figures(written, _snapshot(), list)
    if written is None or problems:
        raise ValueError("\n".join([example.lines, *(problem.say() for problem in problems)]))
    return allocate(written.agreement, _snapshot())


@cache
def _snapshot() -> Snapshot:
    return Snapshot.of(REGISTER, [_series(*figure) for figure in FIGURES])


def _series(name: str, on: str, unit: str, values: Sequence[int]) -> Series:
    return Series(
        key=SeriesKey(name, RecipientKind.REGION, on),
        name=name,
        unit=unit,
        values={r.code: Fraction(value) for r, value in zip(REGISTER.regions, values, strict=True)},
        kind=FigureKind.SYNTHETIC,
        source="Påhittad",
        publisher="",
        address="",
        licence="",
        derived_from=(),
        rounded_to=0,
        total_known=False,
        date_inferred=False,
        known_from=None,
        remark="",
        place=Place("exempel.csv"),
    )


def show_figures() -> str:
    """Return the figures that the examples use, as a table."""
    names = [r.name for r in REGISTER.regions]
    rows = [
        (f"`{name}` per {on}", *(kronor(v) if unit == "kr" else whole_number(v) for v in values))
        for name, on, unit, values in FIGURES
        if name != MENDED
    ]
    return table(("underlag", *names), rows, right=(1, 2, 3))


def show(example: Example) -> str:
    """Return the example as it is written, and what comes of it."""
    pot = compute(example)
    said = [sentence(example.says)] if example.says else []
    return "\n\n".join([*said, f"```yaml\n{example.lines}\n```", outcome(pot)])


def outcome(pot: PotAllocation) -> str:
    """Return what came of the pot, as a table; or why nothing was computed."""
    if pot.state is not State.COMPUTED:
        return _not_computed(pot)
    if pot.base is not None and pot.base.earned:
        return _earned(pot)
    ceilings = any(award.ceiling_kr not in (None, award.amount.kr) for award in pot.awards) or not _everyone(pot)
    rows = [_row(pot, who, ceilings=ceilings) for who in pot.recipients]
    rows.append(("Summa", *([""] if ceilings else []), kronor(pot.awarded_kr)))
    headings = ("", *(["enligt nyckeln"] if ceilings else []), "får")
    return "\n\n".join([table(headings, rows, right=(1, 2)), _left_over(pot)]).rstrip()


def _earned(pot: PotAllocation) -> str:
    """Return what each could get, what it earned and did not, what came of the others, and what it gets in all."""
    rows = []
    for who in pot.recipients:
        award = pot.award_to(who)
        most = pot.base.ceilings.get(who.code) if pot.base else None
        got = (award.earned_kr, award.withheld_kr, award.bonus_kr, award.amount.kr) if award else (0, most or 0, 0, 0)
        known = (most, got[0], got[1] if most is not None else None, *got[2:])
        rows.append((who.name, *("–" if kr is None else kronor(kr) for kr in known)))
    earned = sum(award.earned_kr for award in pot.awards)
    bonus = sum(award.bonus_kr for award in pot.awards)
    rows.append(("Summa", "", kronor(earned), "", kronor(bonus), kronor(pot.awarded_kr)))
    headings = ("", "kan tjäna in", "tjänar in", "missar", "får av det som blev över", "får")
    return "\n\n".join([table(headings, rows, right=(1, 2, 3, 4, 5)), _left_over(pot)]).rstrip()


def _everyone(pot: PotAllocation) -> bool:
    return len(pot.awards) == len(pot.recipients)


def _row(pot: PotAllocation, who: Recipient, *, ceilings: bool) -> tuple[str, ...]:
    award = pot.award_to(who)
    most = pot.base.ceilings.get(who.code) if pot.base else None
    cells = [kronor(award.amount.kr if award else 0)]
    if ceilings:
        cells.insert(0, kronor(most) if most is not None else "–")
    return (who.name, *cells)


def _left_over(pot: PotAllocation) -> str:
    words = []
    if pot.lapsed_kr:
        words.append(f"Förfaller: {kronor(pot.lapsed_kr)}.")
    if pot.undistributed_kr:
        words.append(f"Ej fördelat: {kronor(pot.undistributed_kr)}.")
    return " ".join(words)


def _not_computed(pot: PotAllocation) -> str:
    reason = f": {pot.reason.say()}" if pot.reason else ""
    words = f"Inga kronor räknas ut{reason}. Potten visas med sitt belopp, aldrig som 0 kr."
    if not pot.ceilings:
        return words
    rows = [(who.name, kronor(pot.ceilings[who.code])) for who in pot.recipients if who.code in pot.ceilings]
    return f"{words} Nyckeln säger vad var och en kan få:\n\n{table(('', 'enligt nyckeln'), rows, right=(1,))}"
