"""A year or an agreement, and what it is compared with -> the page that tells what differs and why, to the krona."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from overens.export.workbook.model import Workbook
from overens.usecases import reproduce
from overens.usecases.compare import show_changes
from overens.usecases.compare_tables import changes_table, gains_table, pots_table
from overens.usecases.documents.compare import changes_document
from overens.usecases.pictures.change import change_pictures
from overens.usecases.program import Again
from overens.usecases.reproduce import name_for
from overens.usecases.sides import NamedSide, earlier, read_named_side, same_series, sides_between
from overens.usecases.wording.compare import nothing_told
from overens.usecases.wording.titles import change_title
from overens.usecases.workbooks.change import change_workbook
from overens.usecases.workbooks.cover import BookIdentity
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain
from overens.web.answer import Answer, Elsewhere
from overens.web.asked import Asked
from overens.web.find import FIRST, LAST, find_named_place, find_place, find_year, no_agreement
from overens.web.pages.change_parts import Subject, change_context
from overens.web.parameters import one
from overens.web.refused import Refused, Way
from overens.web.taken_workbook import workbook_file

TAKES = ("fran", "place")
"""What it is compared with, and the place, where the address does not name it."""


def of_year(asked: Asked) -> Answer | Elsewhere:
    """Return what differs between two years, for all; for a place, the address where that is told."""
    year = find_year(asked)
    place = find_named_place(asked, one(asked.values, "place"))
    if place is not None:
        path = f"/{year}/{asked.addresses.word(place)}/andring"
        return Elsewhere(replace(asked, target=replace(asked.target, path=path)).same(place=""))
    return _years(asked, year, None)


def of_place(asked: Asked) -> Answer | Elsewhere:
    """Return what differs between two years for a place, or its own address."""
    year = find_year(asked)
    found = find_place(asked, f"/{year}/{{}}/andring")
    return found if isinstance(found, Elsewhere) else _years(asked, year, found)


def of_agreement(asked: Asked) -> Answer | Elsewhere:
    """Return what differs between two agreements, or before and after an amendment."""
    library, word = asked.library, asked.words["agreement"]
    if word not in library.readings and word not in library.amends:
        raise Refused(404, no_agreement(word), _like(asked, word))
    after = NamedSide(word, asked.as_known_on)
    before = _side(asked, earlier(library, word))
    subject = Subject(f"/avtal/{word}", word, library.written[library.amends.get(word, word)].agreement.name)
    not_known = _not_known(asked, word, asked.as_known_on) or (
        before is not None and _not_known(asked, before.name, before.day)
    )
    if before is None or not_known:
        title = Text("Jämför {name}", "Compare {name}", {"name": subject.name})
        context = change_context(asked, subject, None, one(asked.values, "fran"))
        return Answer(title, "change.html", {**context, "not_then": not_known})
    if before.name not in library.readings and before.name not in library.amends:
        raise Refused(422, _not_an_agreement(before.name), _others(asked, word))
    place = find_named_place(asked, one(asked.values, "place"))
    found = _answer(asked, subject, before, after, place)
    return found if place is not None else replace(found, title=_compared(asked, subject, before))


def _compared(asked: Asked, subject: Subject, before: NamedSide) -> Text:
    """Return the title of an agreement beside another, or of an amendment beside what it changed."""
    changed = asked.library.amends.get(subject.id)
    amendment = next(
        (
            a.amendment
            for a in asked.library.readings.get(changed or "", [])
            if a.amendment and a.amendment.id == subject.id
        ),
        None,
    )
    if amendment is not None and before.name == changed and before.day == asked.as_known_on:
        return Text("Före och efter: {what}", "Before and after: {what}", {"what": amendment.name})
    return Text("{b}, jämfört med {a}", "{b}, compared with {a}", {"a": before.words, "b": subject.name})


def _years(asked: Asked, year: int, place: Recipient | None) -> Answer:
    before = _side(asked, str(year - 1))
    assert before is not None
    if before.year is None or not FIRST <= before.year <= LAST:
        raise Refused(422, _not_a_year(before.name), [Way(plain(str(year - 1)), asked.here(fran=str(year - 1)))])
    return _answer(
        asked, Subject(f"/{year}", str(year), str(year)), before, NamedSide(str(year), asked.as_known_on), place
    )


def _answer(asked: Asked, subject: Subject, before: NamedSide, after: NamedSide, place: Recipient | None) -> Answer:
    library = asked.library
    sides = sides_between(library, before, after)
    changes = show_changes(library, *sides, place)

    def book(about: BookIdentity) -> Workbook:
        return change_workbook(changes, library.register, about, nothing_told(changes))

    return Answer(
        change_title(changes),
        "change.html",
        change_context(asked, subject, changes, _written(asked, before)),
        {
            "pots": pots_table(changes),
            "recipients": gains_table(changes, library.register),
            "details": changes_table(changes, library.register),
        },
        lambda language: changes_document(changes, language),
        change_pictures(changes),
        allocations=tuple(allocation for side in sides for allocation in side.allocations),
        files=workbook_file(asked, change_title(changes), book),
        again=Again(reproduce.change, (_written(asked, before), _written(asked, after), *_named(asked, place))),
    )


def _written(asked: Asked, side: NamedSide) -> str:
    """Return the side as it is written: with its day, where that is its own and not the page's."""
    return side.words if side.day != asked.as_known_on else side.name


def _named(asked: Asked, place: Recipient | None) -> tuple[str, ...]:
    return (name_for(place, asked.library.register),) if place else ()


def _side(asked: Asked, otherwise: str) -> NamedSide | None:
    """Return what it is compared with: as asked, else the other; None where there is neither."""
    typed = one(asked.values, "fran") or otherwise
    if not typed:
        return None
    named = read_named_side(typed, asked.as_known_on)
    if isinstance(named, Fault):
        raise Refused(422, named)
    return named


def _not_known(asked: Asked, name: str, day: date | None) -> bool:
    """Tell whether it is an amendment that was made after the day asked about."""
    readings = asked.library.readings.get(asked.library.amends.get(name, ""), [])
    since = next((one.since for one in readings if one.amendment and one.amendment.id == name), None)
    return since is not None and not since.known_on(day)


def _like(asked: Asked, name: str) -> list[Way]:
    near = did_you_mean(name, [*asked.library.ids, *asked.library.amends])
    return [Way(plain(near), asked.link(f"/avtal/{near}/andring"))] if near else []


def _others(asked: Asked, name: str) -> list[Way]:
    """Return ways to compare it with others of its series."""
    ids = [one.id for one in same_series(asked.library, name) if one.id != name]
    return [Way(plain(id_), asked.here(fran=id_)) for id_ in ids]


def _not_a_year(name: str) -> Fault:
    return Fault.of(
        "'{name}' är inget år att jämföra ett år med.",
        "Skriv ett år, som 2023, eller ett år som det var känt en dag, som 2023@2023-12-31.",
        "'{name}' is not a year to compare a year with.",
        "Write a year, as 2023, or a year as known on a day, as 2023@2023-12-31.",
        name=name[:60],
    )


def _not_an_agreement(name: str) -> Fault:
    return Fault.of(
        "'{name}' är inget avtal att jämföra ett avtal med.",
        "Skriv ett avtals id, eller välj nedan.",
        "'{name}' is not an agreement to compare an agreement with.",
        "Write an agreement's id, or choose below.",
        name=name[:60],
    )
