"""A place with its pots, dates and sources -> the appendix of its printed notice, section by section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from overens.agreement.model import Agreement
from overens.allocation.explain import StepKind, explain
from overens.export.charts.certainty import COUNTED
from overens.followup.model import Event
from overens.followup.wording import when_words
from overens.notice.compose import sources_named
from overens.notice.stake import Stake
from overens.notice.standing import Standing
from overens.usecases.county import County, Joint, Member
from overens.usecases.event_names import agreement_name, event_about
from overens.usecases.months import AT_LATEST, CERTAIN, INFERRED, MONTH, TO_EARN, MonthsOfPlace, month_words
from overens.usecases.place_parts import PotPart
from overens.usecases.printed.first_page import ToldPlace, pot_kronor, to_do_table
from overens.usecases.printed.model import (
    Block,
    PrintedCell,
    PrintedColumn,
    PrintedList,
    PrintedSource,
    PrintedSources,
    PrintedTable,
    PrintedWords,
    Section,
    cell,
)
from overens.usecases.source_links import Footnotes
from overens.usecases.wording.amounts import kr_words
from overens.usecases.wording.contradictions import about_words
from overens.usecases.wording.dates import NO_DATES, UNDATED, gaps_counted, need_words, paid_words, undated_words
from overens.usecases.wording.notice import LOOKED_FOR, NOT_ALL, TO_DO
from overens.usecases.wording.place import certainty_of, has_terms, printed_row_words, terms_of
from overens.usecases.wording.place_sums import OWN_PART, SUM_NAMES
from overens.usecases.wording.year import contradiction_words
from overens.vocabulary.periods import When
from overens.vocabulary.sources import status_words
from overens.vocabulary.wording import Text, join_texts, plain

_TOLD = (
    StepKind.KEY,
    StepKind.EXACT,
    StepKind.BOUNDS,
    StepKind.CONDITIONS,
    StepKind.PERFORMANCE,
    StepKind.UNEARNED,
    StepKind.ROUNDING,
    StepKind.ANNEX,
    StepKind.CERTAINTY,
)
"""The steps that an appendix tells; the pot, its recipients and its payments stand in the tables."""


def appendix(
    told: ToldPlace, months: MonthsOfPlace, county: County | None, joint: Sequence[Joint]
) -> tuple[Section, ...]:
    """Return the sections that there is something to say in; every pot is in the first. Without pots there are none."""
    if not told.pots:
        return ()
    notes = Footnotes()
    found = [
        _pots(told, notes),
        _to_do(told),
        _paid(told, months),
        _dates(told),
        _terms(told),
        _why(told, notes),
        _members(county),
        _shared(joint),
        _contradictions(told, notes),
        _not_found(told),
        Section(_SOURCES, (PrintedSources(_listed(notes)),)),
    ]
    return tuple(section for section in found if section.blocks)


_SOURCES = Text("Källor", "Sources")


def _pots(told: ToldPlace, notes: Footnotes) -> Section:
    columns = (
        PrintedColumn(Text("Pott", "Pot"), 10),
        PrintedColumn(Text("Kronor", "Kronor"), 7, kronor=True),
        PrintedColumn(Text("Hur säkert, och varför", "How sure, and why"), 9),
        PrintedColumn(Text("Status", "Status"), 4),
    )
    rows = tuple(_pot(pot, notes) for pot in told.pots)
    blocks: list[Block] = [PrintedTable(columns, rows, tuple(_totals(told)))] if rows else []
    if told.place.printed and told.place.printed.published_kr:
        blocks.append(PrintedWords(printed_row_words(told.place.printed)))
    return Section(Text("Alla potter", "Every pot"), tuple(blocks))


def _pot(pot: PotPart, notes: Footnotes) -> tuple[PrintedCell, ...]:
    agreement, one = pot.row.allocation.agreement, pot.row.pot.pot
    sources = notes.numbers(sources_named(agreement, one.source))
    sure = certainty_of(pot.row)
    if pot.standing not in COUNTED:
        sure = join_texts([SUM_NAMES[pot.standing], *([pot.row.pot.reason] if pot.row.pot.reason else [])], ": ")
    return (
        cell(one.name, plain(agreement.name), sources),
        cell(pot_kronor(pot)),
        cell(sure),
        cell(status_words(one.status or agreement.status)),
    )


def _totals(told: ToldPlace) -> Iterator[tuple[PrintedCell, ...]]:
    for standing in COUNTED:
        stake = told.parts.sums.get(standing)
        if stake is not None:
            name = Text("Summa {name}", "Total {name}", {"name": _in_sentence(SUM_NAMES[standing])})
            yield cell(name), cell(kr_words(stake.awarded_kr, exact=stake.exact)), cell(""), cell("")


def _in_sentence(name: Text) -> Text:
    """Return a name as it stands within a sentence."""
    return Text(name.sv.lower(), name.en.lower())


def _to_do(told: ToldPlace) -> Section:
    duties, unknown = told.place.calendar.may_lapse, told.place.calendar.need_not_found
    table = [to_do_table(told, duties)] if duties else []
    day = told.place.as_known_on
    named = need_words(unknown, lambda one: agreement_name(told.library, one, day))
    words = [PrintedWords(named)] if unknown else []
    return Section(TO_DO, (*table, *words))


def _paid(told: ToldPlace, months: MonthsOfPlace) -> Section:
    """Return what is paid in each month: the same sums as on the first page, spread over the year."""
    paid, sums = months.paid, told.parts.sums
    every = [*paid.months, *([paid.undated] if paid.undated else [])]
    kinds = (
        (CERTAIN, _exact(sums, Standing.CERTAIN), [one.certain_kr for one in every]),
        (INFERRED, _exact(sums, Standing.INFERRED), [one.inferred_kr for one in every]),
        (TO_EARN, _exact(sums, Standing.TO_EARN), [one.to_earn_kr for one in every]),
        (AT_LATEST, True, [one.at_latest_kr for one in every]),
    )
    there = [kind for kind in kinds if any(kind[2])]
    if not there:
        return Section(_PAID, ())
    columns = (PrintedColumn(MONTH, 2), *(PrintedColumn(name, 2, kronor=True) for name, _, _ in there))
    rows = tuple(
        (cell(month_words(one.month) or _NO_MONTH), *(_paid_cell(kr[n], exact=exact) for _, exact, kr in there))
        for n, one in enumerate(every)
    )
    total = (cell(_TOTAL), *(_paid_cell(sum(kr), exact=exact) for _, exact, kr in there))
    return Section(_PAID, (PrintedTable(columns, rows, (total,)),))


_TOTAL = Text("Summa", "Total")
_PAID = Text("När pengarna kommer", "When the money comes")
_NO_MONTH = Text("månad ej funnen", "month not found")


def _exact(sums: Mapping[Standing, Stake], standing: Standing) -> bool:
    stake = sums.get(standing)
    return stake is None or (stake.at_most_exact if standing is Standing.TO_EARN else stake.exact)


def _paid_cell(kr: int, *, exact: bool) -> PrintedCell:
    return cell(kr_words(kr, exact=exact) if kr else "")


def _dates(told: ToldPlace) -> Section:
    own = [event for event in told.place.deadlines if not event.others_duty]
    dated = [event for event in own if isinstance(event.when, When)]
    blocks: list[Block] = [_dates_table(told, dated)] if dated else [PrintedWords(NO_DATES)]
    undated = [event for event in own if not isinstance(event.when, When)]
    about = undated_words(undated, (), lambda one: event_about(told.library, one, told.place.as_known_on))
    missing = [*about, *gaps_counted(told.place.calendar.gaps)]
    return Section(Text("Datum", "Dates"), (*blocks, *([PrintedList(UNDATED, tuple(missing))] if missing else [])))


def _dates_table(told: ToldPlace, events: Sequence[Event]) -> PrintedTable:
    paid = any(event.kr is not None for event in events)
    columns = [PrintedColumn(Text("När", "When"), 2), PrintedColumn(Text("Vad", "What"), 8)]
    if paid:
        columns.append(PrintedColumn(Text("Kronor", "Kronor"), 3, kronor=True))
    rows = [
        (
            cell(when_words(event.when)),
            cell(event.what, plain(event_about(told.library, event, told.place.as_known_on))),
            cell(paid_words(event)),
        )[: len(columns)]
        for event in events
    ]
    return PrintedTable(tuple(columns), tuple(rows))


def _terms(told: ToldPlace) -> Section:
    register, who = told.library.register, told.place.recipient
    return Section(
        Text("På vilka villkor", "On what terms"),
        tuple(
            PrintedWords(join_texts(terms_of(pot.row, who, register)), _named(pot))
            for pot in told.pots
            if has_terms(pot.row)
        ),
    )


def _named(pot: PotPart) -> Text:
    """Return a pot by its agreement's name and its own: many pots are called alike."""
    return join_texts([plain(pot.row.allocation.agreement.name), plain(pot.row.pot.pot.name)], ", ")


def _why(told: ToldPlace, notes: Footnotes) -> Section:
    """Return, for each pot that gives kronor, the steps that led to them."""
    return Section(
        Text("Varför just dessa kronor", "Why just these kronor"),
        tuple(_steps(told, pot, notes) for pot in told.pots if pot.row.award and pot.standing in COUNTED),
    )


def _steps(told: ToldPlace, pot: PotPart, notes: Footnotes) -> PrintedWords:
    explanation = explain(pot.row.allocation, pot.row.pot, told.place.recipient)
    steps = [step for step in explanation.steps if step.kind in _TOLD]
    cited = [one for step in steps if step.kind is StepKind.KEY for one in step.cited]
    about = join_texts([_named(pot), pot_kronor(pot)], ": ")
    return PrintedWords(join_texts(step.text for step in steps), about, tuple(notes.numbers(cited)))


def _members(county: County | None) -> Section:
    """Return what each of a county's organisations gets for itself; they are no part of the county's own sums."""
    there = [standing for standing in COUNTED if county and any(standing in one.sums for one in county.members)]
    if county is None or not there:
        return Section(_MEMBERS, ())
    columns = (
        PrintedColumn(Text("Vem", "Who"), 3),
        *(PrintedColumn(SUM_NAMES[standing], 2, kronor=True) for standing in there),
    )
    rows = [(cell(one.recipient.name), *(_of_member(one, standing) for standing in there)) for one in county.members]
    return Section(_MEMBERS, (PrintedWords(OWN_PART), PrintedTable(columns, tuple(rows))))


_MEMBERS = Text("Regionen och kommunerna", "The region and the municipalities")


def _of_member(one: Member, standing: Standing) -> PrintedCell:
    stake = one.sums.get(standing)
    return cell(kr_words(stake.awarded_kr, exact=stake.exact) if stake else "–")


def _shared(joint: Sequence[Joint]) -> Section:
    return Section(
        Text("Delas i länet, inte fördelat per mottagare", "Shared in the county, not divided by recipient"),
        tuple(PrintedWords(one.words, plain(one.row.allocation.agreement.name)) for one in joint),
    )


def _contradictions(told: ToldPlace, notes: Footnotes) -> Section:
    """Return the contradictions of the place's agreements, but for those about pots that do not reach it."""
    reached = {(pot.row.allocation.agreement.id, pot.row.pot.id) for pot in told.pots}
    agreements = [part.agreement for part in told.parts.parts]
    return Section(
        Text("Där källorna säger olika", "Where sources differ"),
        tuple(
            PrintedWords(
                contradiction_words(one),
                Text("{name}, {about}", "{name}, {about}", {"name": of.name, "about": about_words(of, one.about)}),
                tuple(notes.numbers(sources_named(of, one.source))),
            )
            for of in agreements
            for one in of.contradictions
            if _touches(of, one.about, reached)
        ),
    )


def _touches(agreement: Agreement, about: str, reached: set[tuple[str, str]]) -> bool:
    """Tell whether what a contradiction is about reaches the place: one of its pots, or no pot at all."""
    words = about.split(".")
    named = [path[-1] for path, _ in agreement.leaves() if path[-1] in words]
    return not named or any((agreement.id, name) in reached for name in named)


def _not_found(told: ToldPlace) -> Section:
    found = [
        PrintedWords(plain("; ".join(one.what for one in part.agreement.not_found)), plain(part.agreement.name))
        for part in told.parts.parts
        if part.agreement.not_found
    ]
    return Section(LOOKED_FOR, (*found, PrintedWords(NOT_ALL)))


def _listed(notes: Footnotes) -> tuple[PrintedSource, ...]:
    return tuple(
        PrintedSource(n, ", ".join(filter(None, (link.title, link.publisher))), link.href)
        for link, n in notes.listed.items()
    )
