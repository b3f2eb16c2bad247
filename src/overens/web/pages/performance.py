"""A pot that is earned, and a place or all -> the page that tells what must be reached, what was, and the kronor it brings."""

from __future__ import annotations

from collections.abc import Mapping

from overens.allocation.model import Allocation, PotAllocation, State
from overens.export.csv_table import Table
from overens.usecases.documents.performance import performance_document
from overens.usecases.performance_form import Filled, fill
from overens.usecases.performance_page_tables import met_table, missed_table, pots_table, requirements_table
from overens.usecases.performance_tables import lines_table, months_table
from overens.usecases.pictures.performance import performance_pictures
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Text, plain
from overens.web.answer import Answer, Elsewhere
from overens.web.asked import Asked
from overens.web.example import FIELD, library_of
from overens.web.find import find_agreement, find_named_place, find_place, find_pot
from overens.web.form import Form
from overens.web.pages.performance_form import form_of
from overens.web.pages.performance_parts import parts_of
from overens.web.parameters import EVERYWHERE, one
from overens.web.refused import Refused, Way

PLACE = "place"
TAKES, PLACE_TAKES = (FIELD, PLACE), (FIELD,)


def of_all(asked: Asked) -> Answer | Elsewhere:
    """Return the pot's page for all; an address that names a place after the question mark leads to that place's."""
    who = find_named_place(asked, one(asked.values, PLACE))
    if who is None:
        return _answer(asked, None)
    own = asked.target.moved(f"{asked.target.path}/{asked.addresses.word(who)}")
    kept = {name: values for name, values in asked.values.items() if name != PLACE}
    return Elsewhere(asked.moved_with(own, kept))


def of_place(asked: Asked) -> Answer | Elsewhere:
    """Return the pot's page for a place, or its own address."""
    words = asked.words
    who = find_place(asked, f"/prestation/{words['agreement']}/{words['pot']}/{{}}")
    return who if isinstance(who, Elsewhere) else _answer(asked, who)


def _answer(asked: Asked, who: Recipient | None) -> Answer | Elsewhere:
    name = find_agreement(asked, asked.words["agreement"])
    allocation = asked.library.allocation(name, asked.as_known_on)
    pot = find_pot(asked, allocation, "/prestation")
    base = f"/prestation/{name}/{pot.id}"
    own = f"{base}/{asked.addresses.word(who)}" if who else base
    if own != asked.target.path:
        return Elsewhere(asked.moved(asked.target.moved(own)))
    _refuse_others(asked, allocation, pot, who, base)
    known = (*EVERYWHERE, FIELD, PLACE)
    typed = {field: one(asked.values, field) for field in asked.values if field not in known}
    filled = fill(library_of(asked), (name, pot.id), typed, who, asked.as_known_on)
    _refuse_unknown(asked, filled, typed)
    if filled.wrong and asked.target.form is not Form.PAGE:
        raise Refused(422, next(fault for fault in (*(b.fault for b in filled.blanks), *filled.faults) if fault))
    if not filled.wrong and typed != filled.query:
        return Elsewhere(asked.same(**{**dict.fromkeys(typed, ""), **filled.query}), for_now=True)
    tables = _tables(filled, who)
    return Answer(
        _title(filled, who),
        "performance.html",
        {
            "filled": filled,
            "one": filled.pot,
            "agreement": allocation.agreement,
            "who": who,
            "base": base,
            **form_of(asked, filled, who, base),
            **parts_of(asked, filled, who, tables),
        },
        tables,
        lambda language: performance_document(filled.shown, (), language),
        () if filled.wrong else performance_pictures(filled.pot, who, asked.library.register),
        allocations=(allocation,),
        status=422 if filled.wrong else 200,
    )


def _title(filled: Filled, who: Recipient | None) -> Text:
    one = filled.pot
    values: dict[str, object] = {
        "pot": one.pot.pot.name,
        "who": plain(f"{who.name}: " if who else ""),
        "year": str(one.allocation.agreement.years[0]),
        "made_up": Text(" (påhittade utfall)", " (made-up outcomes)") if one.synthetic else plain(""),
    }
    return Text("{who}{pot}, {year}{made_up}", "{who}{pot}, {year}{made_up}", values)


def _tables(filled: Filled, who: Recipient | None) -> Mapping[str, Table]:
    """Return the downloads: the recipients first, or for a place its months."""
    pot = filled.pot
    recipients = {"recipients": lines_table(filled.shown)}
    months = {"months": months_table(filled.shown)}
    first = (
        months | recipients | {"missed": missed_table(pot)} if who else recipients | {"met": met_table(pot)} | months
    )
    return {**first, "requirements": requirements_table(pot, who), "pots": pots_table([pot])}


# --- what cannot be answered ----------------------------------------------------------


def _refuse_others(asked: Asked, allocation: Allocation, pot: PotAllocation, who: Recipient | None, base: str) -> None:
    """Refuse a pot that is not earned, and a place that it does not go to."""
    if pot.pot.performance is None:
        earned = [one for one in allocation.pots if one.pot.performance is not None]
        ways = [
            Way(plain(one.pot.name), asked.link(f"/prestation/{allocation.agreement.id}/{one.id}")) for one in earned
        ]
        agreement = Way(plain(allocation.agreement.name), asked.link(f"/avtal/{allocation.agreement.id}"))
        raise Refused(404, _not_earned(pot), [*ways, agreement, Way(_ALL_POTS, asked.link("/prestation"))])
    if pot.state is State.NOT_YET_KNOWN:
        raise Refused(404, _not_then(asked, pot), [Way(_NOW, asked.here(as_known_on=""))])
    if who is not None and not pot.is_for(who):
        raise Refused(404, _no_part(pot, who), [Way(_FOR_ALL, asked.link(base)), *_own_region(asked, pot, who, base)])


def _own_region(asked: Asked, pot: PotAllocation, who: Recipient, base: str) -> list[Way]:
    """Return the way to the recipient of the same county, for a municipality in a pot that goes to regions."""
    near = [one for one in pot.recipients if one.county == who.county and one.county]
    return [Way(plain(one.name), asked.link(f"{base}/{asked.addresses.word(one)}")) for one in near[:1]]


def _refuse_unknown(asked: Asked, filled: Filled, typed: Mapping[str, str]) -> None:
    known = [blank.name for blank in filled.blanks]
    unknown = next((name for name in typed if name not in known), None)
    if unknown is not None:
        raise Refused(422, _no_such_field(unknown, known), [Way(_AS_AGREED, asked.link(asked.target.path))])


_NOW = Text("Visa som det är känt nu", "Show as it is known now")
_ALL_POTS = Text("Alla potter som tjänas in", "All pots that are earned")
_FOR_ALL = Text("Potten för alla", "The pot for all")
_AS_AGREED = Text("Potten som den är avtalad", "The pot as agreed")


def _not_earned(pot: PotAllocation) -> Fault:
    return Fault.of(
        "Potten '{pot}' tjänas inte in genom prestation.",
        "Den delas ut utan krav på resultat. Se i stället:",
        "The pot '{pot}' is not earned by performance.",
        "It is awarded without results to reach. See instead:",
        pot=pot.pot.name,
    )


def _not_then(asked: Asked, pot: PotAllocation) -> Fault:
    return Fault.of(
        "Potten '{pot}' var inte känd {day}: {since}.",
        "Välj en senare dag.",
        "The pot '{pot}' was not known on {day}: {since}.",
        "Choose a later day.",
        pot=pot.pot.name,
        day=str(asked.as_known_on),
        since=pot.reason or "",
    )


def _no_part(pot: PotAllocation, who: Recipient) -> Fault:
    return Fault.of(
        "{who} är inte med i potten '{pot}'.",
        "Se potten för alla som är med:",
        "{who} has no part in the pot '{pot}'.",
        "See the pot for all who have:",
        who=who.name,
        pot=pot.pot.name,
    )


def _no_such_field(name: str, known: list[str]) -> Fault:
    near = did_you_mean(name, known)
    if not known:
        return Fault.of(
            "Potten saknar inget värde '{name}'.",
            "Alla värden i dess regel är kända.",
            "The pot lacks no value '{name}'.",
            "Every value in its rule is known.",
            name=name[:60],
        )
    return Fault.of(
        "Potten saknar inget värde '{name}'.",
        "Menade du '{near}'?" if near else "Det som går att ge: {known}.",
        "The pot lacks no value '{name}'.",
        "Did you mean '{near}'?" if near else "What can be given: {known}.",
        name=name[:60],
        near=near,
        known=", ".join(known[:20]),
    )
