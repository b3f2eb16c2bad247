"""An announcement -> its text: headings, paragraphs, lists and two tables, in both languages, before it has a form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from overens.agreement.rules import Group
from overens.agreement.terms import Earmark, Outside
from overens.allocation.allocate import earmarks_known
from overens.allocation.describe_recipients import describe_recipients
from overens.allocation.model import PotAllocation
from overens.export.manuscript import Block, Bullets, Heading, Manuscript, Note, Paragraph, ShownTable
from overens.usecases.citation import Citation
from overens.usecases.pot_sums import PotSum, ToWhom
from overens.usecases.press_release import AnnouncedGrant, PressRelease
from overens.usecases.press_tables import (
    rough_columns,
    shown_certainty,
    shown_contradictions,
    shown_counties,
    shown_missing,
    shown_regions,
    shown_sources,
)
from overens.usecases.wording import press
from overens.usecases.wording.nothing import no_agreements
from overens.usecases.wording.year import NONE_BY_REGION, printed_sum_words, region_notes
from overens.vocabulary.recipients import Register
from overens.vocabulary.wording import Text, counted, join_texts, plain


def write_press_release(release: PressRelease, register: Register, citation: Citation | None = None) -> Manuscript:
    """Return the announcement, ready for any form; a year in which nothing is known says so.

    Args:
        citation: How it is cited, which is its last line; None for no such line.
    """
    day = release.year.as_known_on or (citation.as_known_on if citation else None)
    blocks = _told(release, register, day) if release.grants else _nothing(release)
    return Manuscript(press.title_words(release.year.year), (*blocks, *_cited(citation)), day)


def _nothing(release: PressRelease) -> Iterator[Block]:
    year = release.year
    if year.not_yet_known:
        values: dict[str, object] = {"year": str(year.year), "day": str(year.as_known_on)}
        yield Paragraph(
            Text(
                "Inget statsbidrag för {year} var känt {day}. Det finns inget att meddela.",
                "No state grant for {year} was known on {day}. There is nothing to announce.",
                values,
            )
        )
    else:
        yield Paragraph(no_agreements(year.year, year.years_in_library))
    yield from _missing(release)


def _told(release: PressRelease, register: Register, day: date | None) -> Iterator[Block]:
    yield Note(join_texts([press.known_words(day), press.NO_DECISION, press.HOW_PRINTED]))
    yield from _totals(release)
    yield from _regions(release)
    yield from _counties(release)
    yield from _grants(release, register)
    yield from _how_computed(release)
    yield from _contradictions(release)
    yield from _missing(release)
    yield from _sources(release)


def _cited(citation: Citation | None) -> Iterator[Block]:
    if citation is not None:
        yield Note(citation.words)


# --- how much, to whom, how sure -----------------------------------------------------


def _totals(release: PressRelease) -> Iterator[Block]:
    whole = press.sum_words(release.kr("amount_kr"), exact=release.exact("amount_kr"))
    kinds = [one.allocation.agreement.kind for one in release.grants]
    yield Paragraph(press.together_words(release.year.year, kinds, whole), lead=True)
    yield Bullets(tuple(_to(release, whom) for whom in ToWhom if release.kr("amount_kr", whom)))
    if release.unknown:
        n = counted(release.unknown, ("pott har", "potter har"), ("pot has", "pots have"))
        yield Paragraph(
            Text(
                "{n} okänt belopp och är inte med i summorna.",
                "{n} an unknown amount and is not in the sums.",
                {"n": n},
            )
        )
    yield Heading(Text("Till vem, och hur säkert det är", "To whom, and how sure it is"))
    yield shown_certainty(release)
    rough = rough_columns(release)
    if rough is not None:
        yield Note(rough)


def _to(release: PressRelease, whom: ToWhom) -> Text:
    kr = press.sum_words(release.kr("amount_kr", whom), exact=release.exact("amount_kr", whom))
    return Text("{to}: {kr}.", "{to}: {kr}.", {"to": press.TO_WHOM[whom], "kr": kr})


# --- the two tables -----------------------------------------------------------------


def _regions(release: PressRelease) -> Iterator[Block]:
    yield Heading(Text("Medel per region", "Money by region"))
    shown = shown_regions(release)
    if shown is None:
        yield Paragraph(NONE_BY_REGION)
        return
    yield Paragraph(press.IN_TABLE)
    yield shown


def _counties(release: PressRelease) -> Iterator[Block]:
    yield Heading(Text("Medel till kommunerna, per län", "Money to the municipalities, by county"))
    shown = shown_counties(release)
    if shown is None:
        yield Paragraph(Text("Inget av detta är beräknat per län.", "None of this is computed by county."))
        return
    yield Paragraph(press.IN_TABLE)
    yield shown


# --- each grant ---------------------------------------------------------------------


def _grants(release: PressRelease, register: Register) -> Iterator[Block]:
    for kind, heading in press.KINDS.items():
        mine = [one for one in release.grants if one.allocation.agreement.kind is kind]
        if mine:
            yield Heading(heading)
        for one in mine:
            yield from _grant(one, register)


def _grant(grant: AnnouncedGrant, register: Register) -> Iterator[Block]:
    allocation, known = grant.allocation, grant.pots
    agreement, day = allocation.agreement, allocation.as_known_on
    yield Heading(plain(agreement.name), 3, f"/avtal/{agreement.id}")
    some = any(one.amount_kr is not None for one in grant.sums)
    whom = _whom(known[0], register) if grant.is_whole else None
    yield Paragraph(press.grant_words(allocation.whole.amount, some, whom))
    asides: list[Earmark | Outside] = [*(one for _, one in earmarks_known(agreement, day)), *agreement.outside]
    yield Bullets((*(_share(grant, one, register) for one in grant.sums), *map(press.aside_words, asides)))
    yield Paragraph(press.status_said(agreement, known, day))


def _share(grant: AnnouncedGrant, one: PotSum, register: Register) -> Text:
    pot = grant.pot(one)
    if pot is None:
        return press.share_words(one.name, press.sum_words(one.amount_kr or 0, exact=one.exact), None, None)
    how = press.how_words(pot, one.standing)
    if grant.is_whole:
        return press.share_words(one.name, press.WHOLE, None, how)
    whom = _whom(pot, register)
    return press.share_words(one.name, press.printed_words(pot.amount) if pot.amount else press.UNKNOWN, whom, how)


def _whom(pot: PotAllocation, register: Register) -> Text | None:
    to = pot.pot.to
    return None if to is None or to.group is Group.NOT_STATED else describe_recipients(to, register)


# --- how it is computed, and what does not agree -------------------------------------


def _how_computed(release: PressRelease) -> Iterator[Block]:
    printed = any(row.published_kr is not None for row in release.year.regions)
    yield Heading(Text("Så är tabellerna räknade", "How the tables are computed"))
    notes = [press.HOW_COMPUTED, *(region_notes(release.year.regions, printed) if shown_regions(release) else ())]
    if any(row.published_kr is not None for row in release.counties):
        notes.append(press.COUNTY_RESIDUAL)
    rough = sum(1 for one in release.sums if (one.certain_kr or one.inferred_kr) and not one.exact)
    if rough:
        n = counted(rough, ("pott", "potter"), ("pot", "pots"))
        notes.append(press.rough_words(n))
    notes += [printed_sum_words(one) for one in release.year.sums]
    yield Bullets(tuple(notes))


def _contradictions(release: PressRelease) -> Iterator[Block]:
    shown = shown_contradictions(release)
    if shown.table.rows or release.undated:
        yield Heading(Text("Källor som säger olika", "Sources that differ"))
    if shown.table.rows:
        yield shown
    if release.undated:
        n = counted(release.undated, ("motsägelse", "motsägelser"), ("contradiction", "contradictions"))
        yield Note(press.undated_words(n))


def _missing(release: PressRelease) -> Iterator[Block]:
    if release.missing:
        yield Heading(Text("Vad som saknas", "What is missing"))
        yield Paragraph(press.MISSING)
        yield shown_missing(release)
    if release.not_found:
        n = counted(release.not_found, ("uppgift", "uppgifter"), ("value", "values"))
        yield Note(press.not_found_words(n))


def _sources(release: PressRelease) -> Iterator[Block]:
    yield Heading(Text("Källor", "Sources"))
    yield shown_sources(release)


def tables_of(manuscript: Manuscript) -> dict[str, ShownTable]:
    """Return the tables of a document by name, in order."""
    return {block.name: block for block in manuscript.blocks if isinstance(block, ShownTable)}
