"""What stands after a calendar's question mark -> what is asked of it, the form that asks it, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from overens.followup.model import EventKind, find_kind, kind_words
from overens.usecases.calendar import Asked as CalendarAsked
from overens.usecases.calendar import YearCalendar, show_calendar
from overens.usecases.library import Library
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, counted, join_texts, plain, swedish_order
from overens.web.answer import Elsewhere
from overens.web.asked import Asked
from overens.web.find import find_place
from overens.web.form import Form
from overens.web.parameters import flag, one, read_day
from overens.web.refused import Refused, Way


@dataclass(frozen=True)
class Choice:
    """A box to tick in the form."""

    value: str
    name: Text
    chosen: bool


@dataclass(frozen=True)
class Narrowed:
    """Something that is left out, in words, and the address without that filter."""

    words: Text
    href: str


@dataclass(frozen=True)
class Filters:
    """The form of a calendar, and what it now leaves out.

    Attributes:
        place: What stands in its field for the place.
        shown: How many of all events are shown; None where nothing is left out.
    """

    place: str
    kinds: tuple[Choice, ...]
    agreements: tuple[Choice, ...]
    narrowed: tuple[Narrowed, ...]
    shown: Text | None
    everything: str


def chosen_place(asked: Asked, year: int) -> Elsewhere | None:
    """Return the address of the calendar of the place in the form's field, with the other filters; None for none.

    Raises:
        Refused: If nobody has the name, or several do.
    """
    name = one(asked.values, "place")
    if not name:
        return None
    rest = {key: values for key, values in asked.values.items() if key != "place"}
    wanted = replace(asked, words={**asked.words, "place": name}, values=rest)
    path = f"/{year}/{{}}/kalender"
    found = find_place(wanted, path)
    if isinstance(found, Elsewhere):
        return found
    return Elsewhere(wanted.moved(asked.target.moved(path.format(asked.addresses.word(found)))))


def read_filters(asked: Asked, year: int, who: Recipient | None) -> CalendarAsked:
    """Return what is asked of the calendar.

    Raises:
        Refused: If a kind or an agreement is unknown, or the filters contradict each other.
    """
    first = read_day(asked.values, "from", first=True) or date.min
    last = read_day(asked.values, "to") or date.max
    if first > last:
        raise Refused(422, _turned(first, last), [Way(_TURN, _from(asked, str(last), to=str(first)))])
    mine, during = flag(asked.values, "mine"), flag(asked.values, "during")
    if mine and who is None:
        raise Refused(422, _MINE, [Way(_WITHOUT_MINE, asked.here(mine=""))])
    return CalendarAsked(
        year,
        who,
        during,
        [_kind(words) for words in asked.values.get("kind", ())],
        [_agreement(asked, words, year, during) for words in asked.values.get("agreement", ())],
        first,
        last,
        mine,
        asked.as_known_on,
        read_day(asked.values, "today") or asked.seen_from,
    )


def filters_shown(asked: Asked, found: YearCalendar) -> Filters:
    """Return the form as it is filled in, and what it leaves out."""
    wanted = found.asked
    whole = show_calendar(asked.library, wanted.whole)
    there = {event.agreement for event in whole.calendar.events} | set(wanted.agreements)
    narrowed = tuple(_narrowed(asked, wanted))
    left = counted(len(whole.calendar.events), ("händelse", "händelser"), ("event", "events"))
    shown = Text("Visar {n} av {whole}", "Shows {n} of {whole}", {"n": str(len(found.calendar.events)), "whole": left})
    return Filters(
        wanted.recipient.name if wanted.recipient else "",
        tuple(Choice(kind.name.lower(), kind_words(kind), kind in wanted.kinds) for kind in EventKind),
        tuple(_agreements(asked.library, there, wanted)),
        narrowed,
        shown if narrowed else None,
        _from(asked, "", to="", kind="", agreement="", mine=""),
    )


def _agreements(library: Library, there: set[str], wanted: CalendarAsked) -> list[Choice]:
    named = [(library.reading(key, wanted.as_known_on).written.agreement.name, key) for key in there]
    return [Choice(key, plain(name), key in wanted.agreements) for name, key in sorted(named, key=_by_name)]


def _by_name(named: tuple[str, str]) -> str:
    return swedish_order(named[0])


def _narrowed(asked: Asked, wanted: CalendarAsked) -> list[Narrowed]:
    found = []
    if wanted.kinds:
        kinds = join_texts([kind_words(kind) for kind in wanted.kinds], ", ")
        found.append(Narrowed(Text("bara {what}", "only {what}", {"what": kinds}), asked.here(kind="")))
    if wanted.agreements:
        ids = Text("bara {what}", "only {what}", {"what": ", ".join(wanted.agreements)})
        found.append(Narrowed(ids, asked.here(agreement="")))
    if wanted.first > date.min:
        since = Text("från {day}", "from {day}", {"day": str(wanted.first)})
        found.append(Narrowed(since, _from(asked, "")))
    if wanted.last < date.max:
        found.append(Narrowed(Text("till {day}", "to {day}", {"day": str(wanted.last)}), asked.here(to="")))
    if wanted.mine:
        found.append(Narrowed(Text("bara det egna att göra", "only what is one's own to do"), asked.here(mine="")))
    return found


def _from(asked: Asked, day: str, **more: str) -> str:
    """Return the page's address with another first day; `from` is a word of the language, and cannot be named outright."""
    return asked.here(Form.PAGE, "", **{"from": day, **more})


def _kind(words: str) -> EventKind:
    kind = find_kind(words)
    if kind is None:
        raise Refused(422, _no_kind(words))
    return kind


def _agreement(asked: Asked, words: str, year: int, during: bool) -> str:
    library = asked.library
    key = library.amends.get(words, words)
    if key not in library.readings:
        near = did_you_mean(words, library.ids)
        ways = [Way(plain(near), asked.here(agreement=near))] if near else []
        raise Refused(422, _no_agreement(words, near), ways)
    own = library.reading(key, asked.as_known_on).written.agreement.years[0]
    if own != year and not during:
        there = asked.target.path.replace(f"/{year}", f"/{own}", 1)
        name = Text("Kalendern för {year}", "The calendar of {year}", {"year": str(own)})
        ways = [
            Way(name, asked.link(there) + _with_agreement(asked, there, key)),
            Way(_DURING, asked.here(during="1")),
        ]
        raise Refused(422, _other_year(key, year), ways)
    return key


def _with_agreement(asked: Asked, path: str, key: str) -> str:
    sign = "&" if "?" in asked.link(path) else "?"
    return f"{sign}agreement={quote(key)}"


_TURN = Text("Byt plats på dagarna", "Change the days around")
_WITHOUT_MINE = Text("Visa allas kalender", "Show everyone's calendar")
_DURING = Text(
    "Allt som infaller under året, vilket års pengar det än gäller",
    "All that falls in the year, whatever year's money it is",
)
_MINE = Fault.of(
    "mine=1 visar bara det en plats själv ska göra, och ingen plats är vald.",
    "Välj plats, eller ta bort mine.",
    "mine=1 shows only what a place itself must do, and no place is chosen.",
    "Choose a place, or take mine away.",
)


def _turned(first: date, last: date) -> Fault:
    return Fault.of(
        "Från {first} kommer efter till {last}.",
        "Byt plats på dem.",
        "From {first} comes after to {last}.",
        "Change them around.",
        first=str(first),
        last=str(last),
    )


def _no_kind(words: str) -> Fault:
    return Fault.of(
        "Det finns inget slag '{words}'.",
        "Skriv ett av: {kinds}.",
        "There is no kind '{words}'.",
        "Write one of: {kinds}.",
        words=words[:60],
        kinds=join_texts([kind_words(kind) for kind in EventKind], ", "),
    )


def _no_agreement(words: str, near: str | None) -> Fault:
    return Fault.of(
        "Avtalet '{words}' finns inte.",
        "Menade du '{near}'?" if near else "Välj avtal i listan på sidan.",
        "There is no agreement '{words}'.",
        "Did you mean '{near}'?" if near else "Choose agreements in the list on the page.",
        words=words[:60],
        near=near,
    )


def _other_year(key: str, year: int) -> Fault:
    return Fault.of(
        "Avtalet '{key}' gäller inte {year}.",
        "Se dess eget års kalender, eller allt som infaller under {year} (during=1).",
        "The agreement '{key}' is not for {year}.",
        "See its own year's calendar, or all that falls in {year} (during=1).",
        key=key,
        year=str(year),
    )
