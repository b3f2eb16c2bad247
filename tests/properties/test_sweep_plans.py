"""Whatever differs between scenarios, the kernel and the plain form give the same kronor, or the kernel refuses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from overens.agreement.rules import Fate, Method
from overens.allocation.sweep.columns import is_alongside
from overens.allocation.sweep.fits import why_too_large
from overens.allocation.sweep.machine import Machine
from overens.allocation.sweep.plan import PER_POT, PotPlan, Rows, Shares, SweepPlan, Table
from overens.vocabulary.recipients import Recipient, RecipientKind
from tests.properties.sweeping import LONG, as_lists, fast, plain

FATES = st.sampled_from([Fate.LAPSES, Fate.NOT_FOUND, Fate.BONUS_POT, Fate.STAYS_WHOLE])
SMALL, LARGE = st.integers(0, 6), st.integers(0, 10**7)
OPTIONAL = [Table.BASE, Table.FLOORS, Table.CAPS, Table.GATES, Table.GRADES]


def recipients(count: int) -> tuple[Recipient, ...]:
    return tuple(Recipient(RecipientKind.REGION, f"{n:04d}", f"R{n}", f"R{n}") for n in range(count))


@st.composite
def plans(draw: st.DrawFn) -> SweepPlan:
    axis, scenarios = draw(st.sampled_from([1, 2, 5, 21, 35])), draw(st.integers(1, 4))
    pots = tuple(draw(pot(f"p{n}", axis, scenarios)) for n in range(draw(st.integers(1, 2))))
    return SweepPlan(recipients(axis), pots, scenarios)


@st.composite
def pot(draw: st.DrawFn, name: str, axis: int, scenarios: int) -> PotPlan:
    start = draw(st.integers(0, axis - 1))
    count = draw(st.integers(1, axis - start))
    shares = draw(st.sampled_from([Shares.OF_POT] * 5 + list(Shares)))
    terms, of = draw(st.integers(1, 3)), draw(st.integers(1, 12))
    numbers = draw(st.sampled_from([SMALL, LARGE, st.one_of(SMALL, LARGE)]))
    wanted = {Table.AMOUNT: 1, **_tables(draw, shares, terms, count)}
    tables: dict[Table, tuple[int, ...]] = {}
    varied: dict[Table, Rows] = {}
    for table, width in wanted.items():
        most = {Table.GATES: st.integers(0, 1), Table.GRADES: st.integers(0, of)}.get(table, numbers)
        if table is Table.AMOUNT:
            most = st.one_of(SMALL, LARGE, st.integers(0, 10**11))
        rows = [tuple(draw(st.lists(most, min_size=width, max_size=width))) for _ in range(scenarios)]
        if draw(st.booleans()):
            varied[table] = rows
        else:
            tables[table] = rows[0]
    given_apart = shares in (Shares.EARNED, Shares.PRICED)
    graded = Table.GRADES in wanted
    return PotPlan(
        (name,),
        start,
        count,
        shares,
        tables,
        varied,
        mixed=terms > 1 and draw(st.booleans()),
        grades_of=of if graded else 0,
        fate=draw(FATES.filter(lambda fate: not (graded and fate is Fate.STAYS_WHOLE))),
        bonus_within=draw(st.booleans()),
        method=draw(st.sampled_from([Method.LARGEST_REMAINDER, *Method])),
        unit=draw(st.sampled_from([1, 1, 7, 1000])),
        rest_to=draw(st.one_of(st.none(), st.integers(0, count - 1))),
        reduced=given_apart and draw(st.booleans()),
        open_ended=given_apart and draw(st.booleans()),
    )


def _tables(draw: st.DrawFn, shares: Shares, terms: int, count: int) -> dict[Table, int]:
    """Return the tables that a pot of the kind has, with how many numbers a row holds."""
    optional = {table: count for table in OPTIONAL if draw(st.booleans())}
    if Table.CAPS in optional or Table.FLOORS in optional:
        optional[Table.FLOORS] = draw(st.sampled_from([1, count]))
    gates = {table: optional[table] for table in (Table.GATES,) if table in optional}
    by_threshold = draw(st.booleans())
    if gates and by_threshold:
        gates = {Table.MEASURED: count, Table.AT_LEAST: 1}
        optional = {table: width for table, width in optional.items() if table is not Table.GATES} | gates
    match shares:
        case Shares.OF_POT:
            return {Table.COEFFICIENTS: terms, Table.WEIGHTS: terms * count, **optional}
        case Shares.LISTED | Shares.FIXED:
            return {**optional, Table.BASE: count}
        case Shares.EARNED:
            return {Table.EARNED: count, **gates}
        case _:
            more = {Table.BASELINES: terms * count} if Table.FLOORS in optional else {}
            more |= {Table.CEILINGS: count} if Table.CAPS in optional else {}
            return {Table.PRICES: terms, Table.EARNED: terms * count, **more}


@st.composite
def plain_pots(draw: st.DrawFn) -> SweepPlan:
    """Return one pot of the kind that is worked out side by side (see lanes.py), in many or few scenarios."""
    count, terms = draw(st.sampled_from([1, 2, 5, 21, 32])), draw(st.integers(1, 3))
    scenarios = draw(st.sampled_from([1, 3, 64, 67]))
    numbers = draw(st.sampled_from([SMALL, LARGE]))
    amounts = draw(st.sampled_from([SMALL, st.integers(0, 200), LARGE]))
    # A floor near an equal share, so that some are lifted, some are not, and at times it is more than the pot holds
    rows = draw(st.lists(st.tuples(amounts, st.integers(0, 120), numbers), min_size=scenarios, max_size=scenarios))
    tables = {Table.WEIGHTS: tuple(draw(st.lists(numbers, min_size=terms * count, max_size=terms * count)))}
    varied: dict[Table, Rows] = {Table.AMOUNT: [(kr,) for kr, _, _ in rows]}
    coefficients = tuple(draw(st.lists(SMALL, min_size=terms, max_size=terms)))
    if draw(st.booleans()):
        tables[Table.COEFFICIENTS] = coefficients
    else:
        varied[Table.COEFFICIENTS] = [tuple((one + percent) % 7 for one in coefficients) for _, percent, _ in rows]
    if draw(st.booleans()):
        varied[Table.FLOORS] = [(kr * percent // (100 * count),) for kr, percent, _ in rows]
    if draw(st.booleans()):
        tables[Table.MEASURED] = tuple(draw(st.lists(numbers, min_size=count, max_size=count)))
        varied[Table.AT_LEAST] = [(least,) for _, _, least in rows]
    made = PotPlan(("p",), 1, count, tables=tables, varied=varied, fate=Fate.STAYS_WHOLE)
    return SweepPlan(recipients(count + 2), (made,), scenarios)


@LONG
@given(plain_pots())
def test_scenarios_side_by_side_give_what_each_alone_gives(machine: Machine | None, plan: SweepPlan) -> None:
    assert all(is_alongside(pot) for pot in plan.pots)
    if why_too_large(plan) is None:
        assert as_lists(fast(plan, machine)) == as_lists(plain(plan))


@LONG
@given(plans())
def test_the_kernel_gives_what_the_plain_form_gives(machine: Machine | None, plan: SweepPlan) -> None:
    assert set(PER_POT) == {Table.AMOUNT, Table.COEFFICIENTS, Table.PRICES, Table.AT_LEAST}
    by_plain = plain(plan)
    for s in range(plan.scenarios):
        sums = (by_plain.awarded[s], by_plain.lapsed[s], by_plain.undistributed[s])
        whole = [sum(one) for one in zip(*sums, strict=True)]
        assert all(kr == p.row(Table.AMOUNT, s)[0] or p.open_ended for kr, p in zip(whole, plan.pots, strict=True))
    if why_too_large(plan) is None:
        assert as_lists(fast(plan, machine)) == as_lists(by_plain)
