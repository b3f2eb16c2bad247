"""A notice -> a letter in plain text, without colours and tables, that can be pasted anywhere."""

from __future__ import annotations

from overens.agreement.model import Agreement
from overens.agreement.terms import Source
from overens.cli.language import count, t
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.cli.show.run import hashes
from overens.followup.model import Event
from overens.followup.wording import when_words
from overens.notice.compose import Notice, NoticePart
from overens.notice.stake import stake_words
from overens.notice.standing import Standing, standing_words
from overens.usecases.notice import Letter
from overens.usecases.wording.conditions import met_sentence
from overens.usecases.wording.dates import NOTHING_TO_ASK_FOR, need_words, paid_words, undated_words
from overens.usecases.wording.nothing import not_known_then, nothing_reaches
from overens.usecases.wording.notice import LOOKED_FOR, NOT_ALL, TO_DO, computed_from, notice_title
from overens.vocabulary.periods import When
from overens.vocabulary.sources import status_words


def show_notice(page: Page, letter: Letter) -> None:
    """Write the letter: sums, what must be done, dates, agreements, and what is not found."""
    notice = letter.notice
    title = say(notice_title(notice.recipient, notice.year))
    page.line(title)
    page.line("=" * min(len(title), page.width))
    page.line(say(computed_from(notice.as_known_on)))
    if letter.not_yet_known:
        page.line(say(not_known_then(letter.not_yet_known, notice.as_known_on)))
    if not notice.parts:
        page.blank()
        page.line(say(nothing_reaches(notice.recipient, notice.year, notice.as_known_on)))
        return
    _sums(page, notice)
    _to_do(page, letter)
    _dates(page, letter)
    numbers = _numbered(notice)
    for agreement in notice.agreements:
        parts = [p for p in notice.parts if p.row.allocation.agreement.id == agreement.id]
        _agreement(page, agreement, parts, notice, numbers)
    _not_found(page, letter)
    _sources(page, numbers)
    page.blank()
    page.line(hashes(notice.run))


def _heading(page: Page, words: str) -> None:
    page.blank()
    page.line(words.upper())


def _sums(page: Page, notice: Notice) -> None:
    """Print each kind of sum that there is; a kind of which there is nothing is not said to be 0 kr."""
    _heading(page, t("Summor", "Sums"))
    for standing in Standing:
        stake = notice.sum_of(standing)
        if stake is not None:
            name, n = say(standing_words(standing)), len(notice.of(standing))
            pots = count(n, ("pott", "potter"), ("pot", "pots"))
            page.item("·", f"{name[:1].upper()}{name[1:]}: {say(stake_words(stake))} ({pots})")


def _agreement(
    page: Page, agreement: Agreement, parts: list[NoticePart], notice: Notice, numbers: dict[Source, int]
) -> None:
    _heading(page, agreement.name)
    page.line(
        t(
            "{id}, beslut {day}, {status}",
            "{id}, decision {day}, {status}",
            id=agreement.id,
            day=say(when_words(agreement.decided)),
            status=say(status_words(agreement.status)),
        )
    )
    for part in parts:
        met = say(met_sentence(part.row, notice.recipient))
        cited = "".join(f" [{numbers[source]}]" for source in part.sources)
        page.item("·", f"{part.row.pot.pot.name}: {_kronor(part)}")
        page.item(
            " ", t("Varför: {why}{cited}", "Why: {why}{cited}", why=f"{say(part.why)}{met}{_reason(part)}", cited=cited)
        )


def _kronor(part: NoticePart) -> str:
    standing = say(standing_words(part.standing)).partition(",")[0]
    return f"{say(stake_words(part.stake))}, {standing} ({say(status_words(part.status))})"


def _reason(part: NoticePart) -> str:
    reason = part.row.pot.reason
    if reason is None or part.standing in (Standing.CERTAIN, Standing.INFERRED):
        return ""
    return t(" Inte beräknat: {why}.", " Not computed: {why}.", why=say(reason).rstrip("."))


def _numbered(notice: Notice) -> dict[Source, int]:
    """Number the sources in the order that the parts name them."""
    return {source: n for n, source in enumerate(dict.fromkeys(s for part in notice.parts for s in part.sources), 1)}


def _sources(page: Page, numbers: dict[Source, int]) -> None:
    """Print the sources; an address stands whole on a line of its own, so that it can be followed."""
    _heading(page, t("Källor, med de nummer som står ovan", "Sources, by the numbers above"))
    for source, n in numbers.items():
        page.item(f"[{n}]", ", ".join(filter(None, (source.title, source.publisher))))
        if source.address:
            page.lines.append(source.address)


def _to_do(page: Page, letter: Letter) -> None:
    _heading(page, say(TO_DO))
    for one in letter.calendar.may_lapse:
        concerns = t(" Gäller {kr}.", " Concerns {kr}.", kr=say(stake_words(one.stake)))
        page.item("·", f"{_dated(one.event)} ({one.event.name}).{concerns}")
    if not letter.calendar.may_lapse:
        page.line(say(NOTHING_TO_ASK_FOR))
    if letter.calendar.need_not_found:
        page.item("·", say(need_words(letter.calendar.need_not_found)))


def _dates(page: Page, letter: Letter) -> None:
    listed = [one.event for one in letter.calendar.may_lapse]
    rest = [e for e in letter.calendar.events if e not in listed and not e.others_duty]
    _heading(page, t("Datum", "Dates"))
    page.notes(_dated(e) + f" ({e.name})" for e in rest if isinstance(e.when, When))
    undated = list(undated_words([e for e in rest if not isinstance(e.when, When)], letter.calendar.gaps))
    if undated:
        page.line(t("Datum ej funna:", "Dates not found:"))
        page.notes(map(say, undated))


def _dated(event: Event) -> str:
    money = f", {paid_words(event)}" if event.kr is not None else ""
    return f"{say(when_words(event.when))}: {say(event.what)}{money}"


def _not_found(page: Page, letter: Letter) -> None:
    if letter.not_found:
        _heading(page, say(LOOKED_FOR))
        page.notes(f"{name}: {'; '.join(what)}" for name, what in letter.not_found)
    page.blank()
    page.line(say(NOT_ALL))
