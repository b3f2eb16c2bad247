"""A place with its sums, duties and pots -> the first page of its printed notice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from overens.export.charts.certainty import COUNTED
from overens.followup.model import MayLapse
from overens.followup.wording import when_words
from overens.notice.stake import Stake, stake_of, stake_parts, stake_words
from overens.notice.standing import Standing
from overens.usecases.event_names import event_about
from overens.usecases.library import Library
from overens.usecases.place import Place
from overens.usecases.place_parts import PlaceParts, PotPart
from overens.usecases.printed.model import FirstPage, PrintedCell, PrintedColumn, PrintedSum, PrintedTable, cell
from overens.usecases.wording.dates import NOTHING_TO_ASK_FOR, PASSED
from overens.usecases.wording.nothing import nothing_reaches
from overens.usecases.wording.notice import computed_from, seen_words
from overens.usecases.wording.place import kronor_of
from overens.usecases.wording.place_sums import SUM_MEANINGS, SUM_NAMES, between_words, last_year_words
from overens.vocabulary.periods import When
from overens.vocabulary.sources import Status, status_words
from overens.vocabulary.wording import Text, counted, join_texts, percent, plain

MOST_TO_DO = 4
MOST_GRANTS = 6
"""How many rows each table of the first page has at most; where they have no room on one page, fewer are shown."""
_SETTLED = (Status.DECIDED, Status.FINAL)
"""What is anything else may be sure in kronor and yet not be decided, which is then said beside it."""


@dataclass(frozen=True)
class ToldPlace:
    """A place as a printed notice tells of it.

    Attributes:
        seen_from: The day from which to tell what has passed.
    """

    library: Library
    place: Place
    parts: PlaceParts
    seen_from: date

    @property
    def pots(self) -> list[PotPart]:
        """Every pot that reaches the place, in the order of its page."""
        return [pot for part in self.parts.parts for pot in part.pots]


def first_page(told: ToldPlace, as_known_on: date | None) -> FirstPage:
    """Return the first page; of a place without grants it says so, and what that does not mean."""
    place, parts = told.place, told.parts
    from_what = join_texts([computed_from(as_known_on), seen_words(told.seen_from)])
    if not told.pots:
        return FirstPage(from_what, nothing_reaches(place.recipient, place.year, place.as_known_on))
    to_do, largest, duties = _next(told), _largest(told.pots), len(place.calendar.may_lapse)
    return FirstPage(
        from_what,
        None,
        _sums(parts),
        to_do_table(told, to_do) if to_do else None,
        _more(len(to_do), duties) if to_do else (_nothing_left(duties),),
        grants_table(largest),
        _more(len(largest), len(told.pots)),
        last_year_words(parts),
        how_sure(parts),
    )


def _sums(parts: PlaceParts) -> tuple[PrintedSum, ...]:
    n = {standing: sum(pot.standing is standing for part in parts.parts for pot in part.pots) for standing in Standing}
    return tuple(
        PrintedSum(
            SUM_NAMES[standing],
            SUM_MEANINGS[standing],
            _kronor(stake),
            counted(n[standing], ("pott", "potter"), ("pot", "pots")),
            between_words(parts, standing),
            standing in COUNTED,
        )
        for standing, stake in parts.sums.items()
    )


def _kronor(stake: Stake) -> tuple[Text, ...]:
    return tuple(part.words for part in stake_parts(stake))


def _next(told: ToldPlace) -> list[MayLapse]:
    """Return what must be done next: the nearest days, then what has no day and concerns most."""
    duties = told.place.calendar.may_lapse
    ahead = [one for one in duties if isinstance(one.event.when, When) and not _passed(told, one)]
    undated = [one for one in duties if not isinstance(one.event.when, When)]
    return [*ahead, *sorted(undated, key=lambda one: -_size(one.stake))][:MOST_TO_DO]


def _size(stake: Stake) -> int:
    return (stake.awarded_kr or 0) + (stake.at_most_kr or stake.at_least_kr or stake.part_of_kr or 0)


def _passed(told: ToldPlace, one: MayLapse) -> bool:
    return one.event.passed(told.seen_from)


def to_do_table(told: ToldPlace, duties: Sequence[MayLapse]) -> PrintedTable:
    """Return what must be asked for or done, by when, and the kronor that it concerns."""
    columns = (
        PrintedColumn(Text("Senast", "By"), 2),
        PrintedColumn(Text("Vad", "What"), 7),
        PrintedColumn(Text("Gäller", "Concerns"), 4),
    )
    return PrintedTable(columns, tuple(_duty(told, one) for one in duties))


def _duty(told: ToldPlace, one: MayLapse) -> tuple[PrintedCell, ...]:
    about = event_about(told.library, one.event, told.place.as_known_on)
    passed = PASSED if _passed(told, one) else None
    return (
        cell(when_words(one.event.when), passed),
        cell(one.event.what, plain(about)),
        cell(stake_words(one.stake)),
    )


def _largest(pots: Sequence[PotPart]) -> list[PotPart]:
    """Return the pots that give most; after them those of which only a bound or the whole is known."""
    return sorted(pots, key=_rank)[:MOST_GRANTS]


def _rank(pot: PotPart) -> tuple[bool, int]:
    stake = stake_of_pot(pot)
    return stake.awarded_kr is None, -_size(stake)


def stake_of_pot(pot: PotPart) -> Stake:
    """Return the kronor of one pot: of one that the county's organisations share, the whole that it is a part of."""
    return stake_of([], [pot.row]) if pot.standing is Standing.SHARED else stake_of([pot.row])


def grants_table(pots: Sequence[PotPart]) -> PrintedTable:
    """Return pots with what each gives and how it stands, one a row."""
    columns = (
        PrintedColumn(Text("Bidrag", "Grant"), 8),
        PrintedColumn(Text("Kronor", "Kronor"), 4, kronor=True),
        PrintedColumn(Text("Hur säkert", "How sure"), 3),
    )
    return PrintedTable(columns, tuple(_grant(pot) for pot in pots))


def _grant(pot: PotPart) -> tuple[PrintedCell, ...]:
    row = pot.row
    agreement = row.allocation.agreement
    status = row.pot.pot.status or agreement.status
    return (
        cell(row.pot.pot.name, plain(agreement.name)),
        cell(pot_kronor(pot)),
        cell(SUM_NAMES[pot.standing], None if status in _SETTLED else status_words(status)),
    )


def pot_kronor(pot: PotPart) -> Text:
    """Return what a pot gives the place; of one that the county's organisations share, that it is a part."""
    return stake_words(stake_of_pot(pot)) if pot.standing is Standing.SHARED else kronor_of(pot.row)


def _nothing_left(passed: int) -> Text:
    """Return that nothing is to be asked for or done: nothing is found, or all of it has passed."""
    if not passed:
        return NOTHING_TO_ASK_FOR
    return Text(
        "Inget av det ligger framåt; det som är passerat står i bilagan.",
        "None of it lies ahead; what has passed stands in the appendix.",
    )


def _more(rows: int, of: int) -> tuple[Text | None, ...]:
    """Return, for each number of rows that there may be room for, how many more stand in the appendix."""
    words = Text("Och {n} till i bilagan.", "And {n} more in the appendix.")
    return tuple(replace(words, values={"n": str(of - shown)}) if shown < of else None for shown in range(rows + 1))


def how_sure(parts: PlaceParts) -> Text:
    """Return in one sentence how much of what is computed is certain, and how many pots are in no sum."""
    pots = [pot for part in parts.parts for pot in part.pots]
    left = sum(pot.standing not in COUNTED for pot in pots)
    said = _computed_words(*(_awarded(parts, standing) for standing in COUNTED))
    if not left:
        return join_texts([said, plain(".")], "")
    return Text(
        "{said}; {left} av {all} är inte beräknade eller inte delade, och deras kronor ingår inte.",
        "{said}; {left} of {all} are not computed or not divided, and their kronor are not included.",
        {"said": said, "left": str(left), "all": counted(len(pots), ("pott", "potter"), ("pot", "pots"))},
    )


def _awarded(parts: PlaceParts, standing: Standing) -> int:
    return (parts.sums[standing].awarded_kr or 0) if standing in parts.sums else 0


def _computed_words(certain: int, inferred: int) -> Text:
    if not certain + inferred:
        return Text("Inget är beräknat i kronor", "Nothing is computed in kronor")
    if not inferred:
        return Text("Allt som är beräknat är säkert", "All that is computed is certain")
    if not certain:
        return Text("Allt som är beräknat är härlett", "All that is computed is inferred")
    share = percent(Fraction(certain, certain + inferred), 1)
    return Text(
        "Av det som är beräknat är {share} säkert och resten härlett",
        "Of what is computed, {share} is certain and the rest inferred",
        {"share": share},
    )
