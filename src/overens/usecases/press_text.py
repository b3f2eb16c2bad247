"""An announcement -> its text: headings, paragraphs, lists and two tables, in both languages, before it has a form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from overens.agreement.terms import Source
from overens.allocation.allocate import earmarks_known
from overens.allocation.describe_recipients import describe_recipients
from overens.export.manuscript import Block, Bullets, Heading, Manuscript, Note, Paragraph, ShownTable
from overens.usecases.citation import Citation
from overens.usecases.pot_sums import PARTS, PotSum, ToWhom
from overens.usecases.press_release import Grant, PressRelease
from overens.usecases.press_tables import shown_counties, shown_regions
from overens.usecases.wording import press
from overens.usecases.wording.contradictions import about_words
from overens.usecases.wording.nothing import no_agreements
from overens.usecases.wording.year import NONE_BY_REGION, printed_sum_words, region_notes
from overens.vocabulary.money import Amount, Precision
from overens.vocabulary.periods import When
from overens.vocabulary.recipients import Register
from overens.vocabulary.sources import Cited
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
    n = counted(len(release.grants), ("bidrag", "bidrag"), ("grant", "grants"))
    whole = press.sum_words(release.kr("amount_kr"), exact=release.exact("amount_kr"))
    values: dict[str, object] = {"year": str(release.year.year), "kr": whole, "n": n}
    yield Paragraph(
        Text(
            "Statsbidragen för {year} omfattar tillsammans {kr}, i {n}.",
            "The state grants for {year} are together {kr}, in {n}.",
            values,
        ),
        lead=True,
    )
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
    yield Heading(Text("Hur säkert det är", "How sure it is"))
    yield Bullets(tuple(_certainty(release, name) for name, _ in PARTS if release.kr(name)))


def _to(release: PressRelease, whom: ToWhom) -> Text:
    kr = press.sum_words(release.kr("amount_kr", whom), exact=release.exact("amount_kr", whom))
    return Text("{to}: {kr}.", "{to}: {kr}.", {"to": press.TO_WHOM[whom], "kr": kr})


def _certainty(release: PressRelease, column: str) -> Text:
    words = press.CERTAINTY[column]
    return Text(words.sv, words.en, {"kr": press.sum_words(release.kr(column), exact=release.exact(column))})


# --- the two tables -----------------------------------------------------------------


def _regions(release: PressRelease) -> Iterator[Block]:
    yield Heading(Text("Medel per region", "Money by region"))
    shown = shown_regions(release)
    if shown is None:
        yield Paragraph(NONE_BY_REGION)
        return
    yield Paragraph(_in_table(release, ToWhom.REGIONS))
    yield shown


def _counties(release: PressRelease) -> Iterator[Block]:
    yield Heading(Text("Medel till kommunerna, per län", "Money to the municipalities, by county"))
    shown = shown_counties(release)
    if shown is None:
        yield Paragraph(Text("Inget av detta är beräknat per län.", "None of this is computed by county."))
        return
    yield Paragraph(_in_table(release, ToWhom.MUNICIPALITIES))
    yield shown


def _in_table(release: PressRelease, whom: ToWhom) -> Text:
    computed = release.kr("certain_kr", whom) + release.kr("inferred_kr", whom)
    exact = release.exact("certain_kr", whom) and release.exact("inferred_kr", whom)
    rest = release.kr("amount_kr", whom) - computed
    left = press.sum_words(rest, exact=release.exact("amount_kr", whom)) if rest else None
    return press.in_table_words(press.sum_words(computed, exact=exact), left)


# --- each grant ---------------------------------------------------------------------


def _grants(release: PressRelease, register: Register) -> Iterator[Block]:
    for kind, heading in press.KINDS.items():
        mine = [one for one in release.grants if one.allocation.agreement.kind is kind]
        if mine:
            yield Heading(heading)
        for one in mine:
            yield from _grant(one, register)


def _grant(grant: Grant, register: Register) -> Iterator[Block]:
    allocation = grant.allocation
    agreement, day = allocation.agreement, allocation.as_known_on
    yield Heading(plain(agreement.name), 3, f"/avtal/{agreement.id}")
    some = any(one.amount_kr is not None for one in grant.sums)
    yield Paragraph(press.grant_words(allocation.whole.amount, some))
    known = tuple(pot for one in grant.sums if (pot := grant.pot(one)) is not None)
    asides = [*(one for _, one in earmarks_known(agreement, day)), *agreement.outside]
    yield Bullets((*(_share(grant, one, register) for one in grant.sums), *map(press.aside_words, asides)))
    yield Paragraph(press.status_said(agreement, known, day))


def _share(grant: Grant, one: PotSum, register: Register) -> Text:
    pot = grant.pot(one)
    if pot is None or one.name is None:
        kr = _beyond(grant, one)
        return press.share_words(one.name, None, kr, Text("utan angiven mottagare", "without a stated recipient"))
    whom = describe_recipients(pot.pot.to, register) if pot.pot.to is not None else None
    said = str(one.name).startswith("Till ")
    return press.share_words(one.name, None if said else whom, pot.amount, press.how_words(pot, one.standing))


def _beyond(grant: Grant, one: PotSum) -> Amount:
    """Return what of the total no pot holds: as sharp as the total and the pots are."""
    kr = one.amount_kr or 0
    return Amount.exactly(kr) if one.exact else Amount(kr, None, None, Precision.ROUNDED)


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
    found = [
        press.contradicted_words(
            join_texts([plain(one.allocation.agreement.name), about_words(one.allocation.agreement, told.about)], ": "),
            told.says,
            told.used,
            told.reason,
        )
        for one in release.grants
        for told in one.contradictions
    ]
    names = {table.id: table.name for table in release.year.tables}
    found += [
        press.contradicted_words(plain(names[name]), told.says, told.used, told.reason)
        for name, told in release.year.contradictions
    ]
    if found or release.undated:
        yield Heading(Text("Källor som säger olika", "Sources that differ"))
    if found:
        yield Bullets(tuple(found))
    if release.undated:
        n = counted(release.undated, ("motsägelse", "motsägelser"), ("contradiction", "contradictions"))
        yield Note(press.undated_words(n))


def _missing(release: PressRelease) -> Iterator[Block]:
    if release.missing:
        yield Heading(Text("Vad som saknas", "What is missing"))
        yield Paragraph(press.MISSING)
        yield Bullets(
            tuple(press.lacking_words(one.name, one.years[0].amount, one.years[0].reason) for one in release.missing)
        )
    if release.not_found:
        n = counted(release.not_found, ("uppgift", "uppgifter"), ("value", "values"))
        yield Note(press.not_found_words(n))


def _sources(release: PressRelease) -> Iterator[Block]:
    day = release.year.as_known_on
    used = [one for grant in release.grants for one in grant.sources]
    used += [table.sources[name] for table in release.year.tables for name in table.source]
    told = [one for one in used if not isinstance(one.published, When) or one.published.known_on(day)]
    yield Heading(Text("Källor", "Sources"))
    yield Bullets(tuple(plain(words) for words in dict.fromkeys(_source(one) for one in told)))


def _source(one: Source) -> str:
    return Cited(one.title, one.publisher or "", one.address or "").words


def tables_of(manuscript: Manuscript) -> Iterator[ShownTable]:
    """Yield the tables of a document, in order."""
    return (block for block in manuscript.blocks if isinstance(block, ShownTable))
