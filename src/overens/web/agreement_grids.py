"""An agreement's tables -> the tables on its page: pots that sum, who gets what, dates, contradictions, other years."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from overens.agreement.model import Agreement
from overens.agreement.terms import Contradiction
from overens.allocation.model import Allocation, GroupSum, PotAllocation, State
from overens.export.csv_table import Table
from overens.followup.model import Event
from overens.followup.wording import when_words
from overens.notice.compose import sources_named
from overens.usecases.agreement_tables import Level, known_amount, levels, pot_column
from overens.usecases.coverage import CoveredSeries, CoveredYear, alike, coverage_words
from overens.usecases.wording.agreement import NOT_COMPUTED
from overens.usecases.wording.amounts import amount_said
from overens.usecases.wording.contradictions import about_words
from overens.usecases.wording.dates import paid_words
from overens.vocabulary.money import Amount, Precision, add_up
from overens.vocabulary.periods import year_spans
from overens.vocabulary.recipients import Recipient, RecipientKind
from overens.vocabulary.wording import Text, join_texts, plain
from overens.web.asked import Asked
from overens.web.grid import CellView, Column, Grid, SumOf, grid, money, place_name, words
from overens.web.table_grid import Row, Shown, table_grid

MANY = 60
"""From so many recipients on a table is folded, and names are links instead of amounts, so that the page stays light."""


def tree_grid(allocation: Allocation) -> Grid:
    """Return the pots as a tree; each row sums, and the last is the whole."""
    rows = [[_level_name(one), *_sums(one)] for one in levels(allocation)]
    whole = allocation.whole
    rough = is_rough(allocation)
    awarded = money(whole.awarded_kr, SumOf("awarded_kr", table="awards"), rough=rough and bool(whole.awarded_kr))
    rest = zip(_sums(whole)[1:], ("lapsed_kr", "undistributed_kr", "amount_kr"), strict=True)
    total = [
        words(Text("Hela avtalet", "The whole agreement")),
        awarded,
        *(replace(cell, sum_of=SumOf(column, (("level", "0"),), "tree")) for cell, column in rest),
    ]
    columns = (
        Column(Text("Pott", "Pot")),
        Column(Text("Tilldelat", "Awarded"), number=True),
        Column(Text("+ Förfallet", "+ Lapsed"), number=True),
        Column(Text("+ Ej fördelat", "+ Undistributed"), number=True),
        Column(Text("= Belopp", "= Amount"), number=True),
    )
    caption = Text(
        "Varje rad summerar: tilldelat + förfallet + ej fördelat = belopp.",
        "Each row sums: awarded + lapsed + undistributed = amount.",
    )
    return grid(caption, columns, rows, total)


def is_rough(allocation: Allocation) -> bool:
    """Tell whether a krona that is awarded is rounded."""
    return any(award.amount.precision is not Precision.EXACT for pot in allocation.pots for award in pot.awards)


def _level_name(one: Level) -> CellView:
    cell = words(one.pot.name, f"#pott-{one.id}") if isinstance(one, PotAllocation) else words(one.name)
    return replace(cell, level=len(one.path) - 1)


def _sums(one: Level) -> list[CellView]:
    """Return awarded, lapsed, undistributed and the amount; what is not known is a dash."""
    amount = known_amount(one)
    if amount is None:
        return [_awarded(one), *[words("–")] * 3]
    whole = CellView(plain(amount_said(amount)), value=amount.kr)
    rough = amount.precision is not Precision.EXACT
    rest = (money(kr, rough=rough and bool(kr)) for kr in (one.lapsed_kr, one.undistributed_kr))
    return [_awarded(one), *rest, whole]


def _awarded(one: Level) -> CellView:
    if isinstance(one, GroupSum):
        rough = one.amount is not None and one.amount.precision is not Precision.EXACT
        return money(one.awarded_kr, rough=rough and bool(one.awarded_kr))
    if one.state is not State.COMPUTED:
        return words(NOT_COMPUTED)
    return CellView(plain(amount_said(add_up(award.amount for award in one.awards))), value=one.awarded_kr)


# --- who gets what -------------------------------------------------------------------


@dataclass(frozen=True)
class Receivers:
    """Who gets what of one kind: what they are, their table, and whether they are so many that it is folded."""

    kind: RecipientKind
    heading: Text
    shown: Grid
    many: bool


_KINDS = {
    RecipientKind.REGION: Text("Regionerna", "The regions"),
    RecipientKind.MUNICIPALITY: Text("Kommunerna", "The municipalities"),
    RecipientKind.AREA: Text("Länen", "The counties"),
    RecipientKind.SKR: plain("SKR"),
    RecipientKind.RCC: plain("RCC"),
    RecipientKind.AGENCY: Text("Myndigheter", "Agencies"),
    RecipientKind.REGISTER: Text("Kvalitetsregister", "Quality registers"),
    RecipientKind.OTHER: Text("Andra", "Others"),
}


def receivers(asked: Asked, allocation: Allocation, table: Table) -> list[Receivers]:
    """Return a table for each kind of recipient, in the order of the table given."""
    who = {(a.recipient.kind, a.recipient.code): a.recipient for pot in allocation.pots for a in pot.awards}
    found = []
    for kind in RecipientKind:
        rows = [row for row in table.rows if row[0] == kind.name.lower()]
        if rows:
            shown = _receivers(asked, allocation, replace(table, rows=tuple(rows)), kind, who)
            found.append(Receivers(kind, _KINDS[kind], shown, len(rows) >= MANY))
    return found


def _receivers(
    asked: Asked,
    allocation: Allocation,
    table: Table,
    kind: RecipientKind,
    who: Mapping[tuple[RecipientKind, str], Recipient],
) -> Grid:
    pots = [pot for pot in allocation.pots if any(award.recipient.kind is kind for award in pot.awards)]
    year, linked, many = allocation.agreement.years[0], bool(asked.library.register.of(kind)), len(table.rows) >= MANY

    def name(row: Row) -> CellView:
        one = who[kind, str(row["code"])]
        return words(place_name(one), asked.link(f"/{year}/{asked.addresses.word(one)}") if linked else "")

    def award(pot: PotAllocation) -> Callable[[Row], CellView]:
        def cell(row: Row) -> CellView:
            one = who[kind, str(row["code"])]
            given = pot.award_to(one)
            if given is None:
                return words("–")
            rough = given.amount.precision is not Precision.EXACT
            why = (
                asked.link(f"/{year}/{asked.addresses.word(one)}/{allocation.agreement.id}/{pot.id}")
                if linked and not many
                else ""
            )
            shown = money(given.amount.kr, rough=rough)
            return CellView(shown.text, why, value=None if many else shown.value)

        return cell

    rough = any(award.amount.precision is not Precision.EXACT for pot in pots for award in pot.awards)
    columns = [
        Shown("name", name),
        *(Shown(pot_column(pot), award(pot), total=True) for pot in pots),
        *((Shown("sum_kr", lambda row: money(_kr(row), rough=rough), total=True),) if len(pots) > 1 else ()),
    ]
    caption = Text("{who}, kronor.", "{who}, kronor.", {"who": _KINDS[kind]})
    if linked:
        caption = join_texts([caption, Text("Följ ett belopp för att se varför.", "Follow an amount to see why.")])
    made = table_grid(table, columns, caption, "recipients", Text("Summa", "Total") if len(table.rows) > 1 else None)
    return replace(made, total=tuple(_of_kind(cell, kind, rough) for cell in made.total))


def _kr(row: Row) -> int | None:
    value = row["sum_kr"]
    return value if isinstance(value, int) else None


def _of_kind(cell: CellView, kind: RecipientKind, rough: bool) -> CellView:
    """Return the sum as one of the recipients of the kind alone."""
    if cell.sum_of is None:
        return cell
    return money(cell.value, replace(cell.sum_of, where=(("kind", kind.name.lower()),)), rough=rough)


# --- dates, contradictions, deviations, other years -----------------------------------


def dates_grid(events: Sequence[Event]) -> Grid:
    """Return what happens and must be done, by date, and who must do it."""
    rows = [
        [
            words(when_words(one.when)),
            CellView(one.what, note=_about(one)),
            words(one.by),
            CellView(plain(paid_words(one)), value=one.kr),
        ]
        for one in events
    ]
    columns = (
        Column(Text("När", "When"), day=True),
        Column(Text("Vad", "What")),
        Column(Text("Vem", "Who")),
        Column(Text("Kronor", "Kronor"), number=True),
    )
    return grid(Text("Vad som händer och ska göras, när", "What happens and must be done, when"), columns, rows)


def _about(one: Event) -> Text | None:
    late = Text("; annars: {what}", "; otherwise: {what}", {"what": one.if_late}) if one.if_late else plain("")
    return join_texts([plain(one.pot or ""), late], "") if one.pot or one.if_late else None


def contradictions_grid(agreement: Agreement) -> Grid:
    """Return both values of each contradiction, which is used and why."""
    rows = [
        [
            words(about_words(agreement, one.about), note=_said_in(agreement, one)),
            words(one.says),
            words(one.used),
            words(one.reason),
        ]
        for one in agreement.contradictions
    ]
    columns = (
        Column(Text("Om", "About")),
        Column(Text("Källan säger", "The source says")),
        Column(Text("Använt", "Used")),
        Column(Text("Skäl", "Reason")),
    )
    caption = Text("Båda uppgifterna, vilken som används och varför.", "Both values, which is used and why.")
    return grid(caption, columns, rows)


def _said_in(agreement: Agreement, one: Contradiction) -> Text | None:
    titles = [source.title for source in sources_named(agreement, one.source)]
    return plain("; ".join(titles)) if titles else None


def deviations_grid(pot: PotAllocation) -> Grid | None:
    """Return published amounts that the rule does not give, to the krona; None if there are none."""
    if pot.annex is None or not pot.annex.deviations:
        return None
    rows = [
        [
            words(one.recipient.short_name, note=plain(one.reason) if one.reason else None),
            money(one.published_kr),
            money(one.computed_kr),
            money(one.published_kr - one.computed_kr),
        ]
        for one in pot.annex.deviations
    ]
    columns = (
        Column(Text("Mottagare", "Recipient")),
        Column(Text("Publicerat", "Published"), number=True),
        Column(Text("Regeln ger", "The rule gives"), number=True),
        Column(Text("Skillnad", "Difference"), number=True),
    )
    return grid(Text("Avvikelser från bilagan, kronor.", "Deviations from the annex, kronor."), columns, rows)


def series_grid(asked: Asked, series: CoveredSeries, own: str) -> Grid:
    """Return the grant year by year: its agreements with their totals, or why there is none."""
    rows = [row for years in alike(series.years) for row in _of_years(asked, years, own)]
    columns = (
        Column(Text("År", "Year")),
        Column(Text("Avtal, eller varför inget", "Agreement, or why none")),
        Column(Text("Belopp", "Amount"), number=True),
    )
    return grid(Text("Samma bidrag år för år.", "The same grant year by year."), columns, rows)


def _of_years(asked: Asked, years: Sequence[CoveredYear], own: str) -> Iterator[list[CellView]]:
    span, first = words(year_spans(year.year for year in years)), years[0]
    for one in first.agreements:
        total = one.total if isinstance(one.total, Amount) else None
        amount = CellView(plain(amount_said(total)), value=total.kr if total else None)
        yield [span, words(one.name, asked.link(f"/avtal/{one.id}") if one.id != own else ""), amount]
    if not first.agreements:
        note = plain(first.reason) if first.reason else None
        yield [span, words(coverage_words(first.state), note=note), words(amount_said(first.amount))]
