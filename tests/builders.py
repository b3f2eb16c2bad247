"""Small registers, series and agreement files, so that a test shows only what it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from textwrap import dedent, indent

from overens.agreement.figure_checks import check_figures
from overens.agreement.label import amends_of
from overens.agreement.read_agreement import Written, read_agreement
from overens.agreement.read_amendment import read_amendment
from overens.agreement.readings import read_through
from overens.allocation.allocate import allocate
from overens.allocation.model import Allocation, PotAllocation, State
from overens.figures.checks import check_figure
from overens.figures.model import FigureKind, Series, SeriesKey, Snapshot
from overens.figures.read_figure import read_figure
from overens.intake.register import read_register, shipped_library
from overens.vocabulary.periods import When, parse_when
from overens.vocabulary.problems import Fault, Place, Problem, blocking
from overens.vocabulary.recipients import Recipient, RecipientKind, Register
from overens.vocabulary.wording import Language

REGION, MUNICIPALITY, AREA = RecipientKind.REGION, RecipientKind.MUNICIPALITY, RecipientKind.AREA
SV, EN = Language.SWEDISH, Language.ENGLISH
Value = int | str | Fraction | None
SHARED = Path(__file__).resolve().parents[2] / "shared"

HEAD = """\
id: prov-2024
namn: Prov
slag: överenskommelse
avser: 2024
beslutad: 2023-12-20
status: beslutad
belopp: {total}
källa: k
källor:
  k: {{titel: Källan}}
"""


# --- what goes in -------------------------------------------------------------------


def regions(*codes: str) -> Register:
    """Return a register of regions 'Region 01' and nobody else."""
    return Register(tuple(Recipient(REGION, code, f"Region {code}", code, code) for code in codes), (), ())


ABC = regions("01", "03", "04")


def when(words: str) -> When:
    """Return the date the words state."""
    read = parse_when(words)
    assert not isinstance(read, Fault), read
    return read


def series(
    figure: str,
    values: Mapping[str, Value],
    *,
    on: str = "2023",
    kind: RecipientKind = REGION,
    unit: str = "antal",
    origin: FigureKind = FigureKind.OFFICIAL,
    derived_from: Sequence[str] = (),
    rounded_to: int = 0,
    total_known: bool = False,
    date_inferred: bool = False,
    known_from: str | None = None,
) -> Series:
    """Return a figure with a value for each code."""
    return Series(
        key=SeriesKey(figure, kind, on),
        name=figure.capitalize(),
        unit=unit,
        values={code: None if value is None else Fraction(value) for code, value in values.items()},
        kind=origin,
        source="Provkällan",
        publisher="Provmyndigheten",
        address="prov.se",
        licence="CC0",
        derived_from=tuple(derived_from),
        rounded_to=rounded_to,
        total_known=total_known,
        date_inferred=date_inferred,
        known_from=when(known_from) if known_from else None,
        remark="",
        place=Place("prov.csv"),
    )


def block(text: str, spaces: int = 0) -> str:
    """Return YAML lines moved to the column, whatever their indentation in the test."""
    return indent(dedent(text).strip("\n"), " " * spaces) + "\n"


def agreement_text(pots: str, *, total: str = "ej funnet", more: str = "", without_source: bool = False) -> str:
    """Return an agreement file with the pots (a YAML mapping by name) under a short head of ten lines."""
    head = HEAD.format(total=total)
    return f"{head}potter:\n{block(pots, 2)}{block(more)}"


def one_pot(rule: str) -> str:
    """Return an agreement file with the one pot 'a', whose lines begin after 'källa: k' and 'namn: A'."""
    return agreement_text(f"a:\n  namn: A\n  källa: k\n{block(rule, 2)}")


def place_of(words: str, text: str) -> str:
    """Return the place in the file where the words first stand, as 'prov.yaml:line:column'."""
    before, found, _ = text.partition(words)
    assert found, f"'{words}' is not in the text"
    return f"prov.yaml:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


# --- what comes out -----------------------------------------------------------------


def read(text: str) -> Written:
    """Return the agreement of a text that has no errors."""
    written, problems = read_agreement(text, file="prov.yaml")
    assert said(blocking(problems)) == []
    assert written is not None
    return written


def problems_in(text: str) -> list[Problem]:
    """Return what reading the agreement file finds."""
    return read_agreement(text, file="prov.yaml")[1]


def said(problems: Sequence[Problem], language: Language = SV) -> list[str]:
    """Return each problem as the line a person sees, with ordinary spaces."""
    return [plain_spaces(problem.say(language)) for problem in problems]


def plain_spaces(words: str) -> str:
    """Return the words with ordinary spaces, so that a test can be typed."""
    return words.replace("\u00a0", " ")


def figure_problems(text: str, figures: Sequence[Series], register: Register = ABC) -> list[Problem]:
    """Return what checking the agreement file against the figures finds."""
    known = [(one.key.figure, one.key.kind) for one in figures]
    return check_figures(read(text), Snapshot.of(register, figures), lambda: known)


def compute(text: str, *figures: Series, register: Register = ABC, on: str | None = None) -> Allocation:
    """Return the allocation of an agreement file, as known on the day."""
    day = date.fromisoformat(on) if on else None
    return allocate(read(text).agreement, Snapshot.of(register, figures), day)


def divide(rule: str, *figures: Series, register: Register = ABC, on: str | None = None) -> PotAllocation:
    """Return the allocation of one pot, given by the lines of its rule."""
    (pot,) = compute(one_pot(rule), *figures, register=register, on=on).pots
    return pot


def kronor_of(pot: PotAllocation) -> dict[str, int]:
    """Return code -> kronor for each award of a pot that was computed."""
    assert pot.state is State.COMPUTED, pot.reason
    return {award.recipient.code: award.amount.kr for award in pot.awards}


def why_not(pot: PotAllocation, language: Language = SV) -> str:
    """Return the sentence that says why the pot is not computed."""
    assert pot.state is State.NOT_COMPUTED
    assert pot.reason is not None
    assert pot.awards == ()
    return plain_spaces(pot.reason.say(language))


# --- the shipped library ------------------------------------------------------------


@cache
def shipped_agreements() -> dict[str, Written]:
    """Return every shipped agreement by id, as last amended; not even a warning is found in it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((shipped_library() / "avtal").rglob("*.yaml"))]
    made = [text for text in texts if amends_of(text) is None]
    assert said([problem for text in made for problem in problems_in(text)]) == []
    changes = [change for text in texts if amends_of(text) for change in [read_amendment(text, file="avtal.yaml")[0]]]
    found = {}
    for written in map(read, made):
        name = written.agreement.id
        readings, problems = read_through(written, [c for c in changes if c and c.amendment.amends == name])
        assert said(problems) == []
        found[name] = readings[-1].written
    return found


@cache
def shipped_figure_texts() -> dict[str, str]:
    """Return file name -> text of every shipped figure."""
    paths = sorted((shipped_library() / "underlag").rglob("*.csv"))
    return {path.name: path.read_text(encoding="utf-8") for path in paths}


@cache
def shipped_figures() -> tuple[Snapshot, tuple[Problem, ...]]:
    """Return every shipped series, and what checking them finds."""
    found: list[Series] = []
    problems: list[Problem] = []
    for name, text in shipped_figure_texts().items():
        read_series, head, cells, wrong = read_figure(text, file=name)
        assert head is not None
        problems += wrong + check_figure(head, read_series, cells, read_register())
        found += read_series
    return Snapshot.of(read_register(), found), tuple(problems)


def shipped_series(figure: str, on: str, kind: RecipientKind = REGION) -> Series:
    """Return one shipped series."""
    return shipped_figures()[0].series[SeriesKey(figure, kind, on)]


@cache
def shipped_allocation(agreement: str) -> Allocation:
    """Return the allocation of one shipped agreement."""
    return allocate(shipped_agreements()[agreement].agreement, shipped_figures()[0])
