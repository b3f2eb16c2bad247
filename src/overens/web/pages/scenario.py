"""A pot and the changes typed into its rule's own sentence -> the page that tells who gets more, who less, and who pays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from overens.export.csv_table import Table
from overens.usecases.documents.what_if import what_if_document
from overens.usecases.pictures.what_if import what_if_pictures
from overens.usecases.simulation_tables import pots_table
from overens.usecases.tables import awards_table
from overens.usecases.what_if.changes import as_file
from overens.usecases.what_if.what_if import SAME_TOTAL, WhatIf, ask_what_if
from overens.usecases.what_if_tables import moved_table, steps_table
from overens.vocabulary.names import did_you_mean
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text, plain
from overens.web.answer import Answer, Elsewhere
from overens.web.asked import Asked
from overens.web.find import find_agreement, find_pot
from overens.web.form import Form
from overens.web.pages.scenario_form import form_of
from overens.web.pages.scenario_parts import ASSUMED, CHANGES, answer_of
from overens.web.parameters import EVERYWHERE, flag, one
from overens.web.refused import Refused, Way


def answer(asked: Asked) -> Answer | Elsewhere:
    """Return the page; an address that says more than what is changed leads to the one that says just that."""
    name = find_agreement(asked, asked.words["agreement"])
    allocation = asked.library.allocation(name, asked.as_known_on)
    pot = find_pot(asked, allocation, "/scenario")
    own = f"/scenario/{name}/{pot.id}"
    if own != asked.target.path:
        return Elsewhere(asked.moved(asked.target.moved(own)))
    typed = {field: one(asked.values, field) for field in asked.values if field not in EVERYWHERE}
    what_if = ask_what_if(
        asked.library,
        name,
        pot.id,
        {field: value for field, value in typed.items() if field != SAME_TOTAL},
        same_total=flag(asked.values, SAME_TOTAL),
        day=asked.as_known_on,
    )
    _refuse_unknown(asked, what_if, typed)
    if what_if.wrong:
        return _wrong(asked, what_if)
    if typed != what_if.query:
        return Elsewhere(asked.same(**{**dict.fromkeys(typed, ""), **what_if.query}), for_now=True)
    return _answer(asked, what_if)


def _answer(asked: Asked, what_if: WhatIf) -> Answer:
    moved = what_if.simulation
    tables = _tables(what_if)
    return Answer(
        _title(what_if),
        "scenario.html",
        {**_context(asked, what_if), **answer_of(asked, what_if, tables)},
        tables,
        lambda language: what_if_document(what_if, language),
        what_if_pictures(moved, asked.library.register) if moved else (),
        allocations=(what_if.agreed,),
        scenarios=_files(what_if),
    )


def _wrong(asked: Asked, what_if: WhatIf) -> Answer:
    """Return the page with what is wrong beside the fields that it is about; a program is told the first of it.

    Raises:
        Refused: If another form than the page was asked for.
    """
    if asked.target.form is not Form.PAGE:
        every = [one.fault for one in what_if.filled.values() if one.fault]
        raise Refused(422, (*every, *what_if.faults)[0])
    shown = _context(asked, what_if) | {"moved": None, "wrong": True}
    return Answer(_title(what_if), "scenario.html", shown, status=422)


def _title(what_if: WhatIf) -> Text:
    agreement, pot = what_if.agreed.agreement, what_if.pot.pot
    name = plain(pot.name) if agreement.name in pot.name else plain(f"{pot.name}, {agreement.name}")
    return Text("Vad händer om …? {name}", "What if …? {name}", {"name": name})


def _context(asked: Asked, what_if: WhatIf) -> dict[str, Any]:
    return {
        "what_if": what_if,
        "agreement": what_if.agreed.agreement,
        "pot": what_if.pot,
        "form": form_of(asked, what_if),
        "wrong": False,
    }


def _tables(what_if: WhatIf) -> Mapping[str, Table]:
    """Return the downloads: of what moves, or of what each gets as agreed."""
    moved = what_if.simulation
    if moved is not None:
        return {"recipients": moved_table(moved), "pots": pots_table(moved), "steps": steps_table(what_if, moved)}
    pot = what_if.base.pot(what_if.pot_id)
    assert pot is not None
    return {"awards": awards_table(what_if.base, (pot,))}


def _files(what_if: WhatIf) -> dict[str, str]:
    """Return the changes and the assumptions as scenario files."""
    named = ((CHANGES, what_if.tried), (ASSUMED, what_if.assumed))
    return {name: as_file(one) for name, one in named if one is not None}


def _refuse_unknown(asked: Asked, what_if: WhatIf, typed: Mapping[str, str]) -> None:
    known = [*what_if.filled, SAME_TOTAL]
    unknown = next((name for name in typed if name not in known), None)
    if unknown is not None:
        way = Way(Text("Potten som den är avtalad", "The pot as agreed"), asked.link(asked.target.path))
        raise Refused(422, _no_such_field(unknown, known), [way])


def _no_such_field(name: str, known: list[str]) -> Fault:
    near = did_you_mean(name, known)
    return Fault.of(
        "Meningen har inget fält '{name}'.",
        "Menade du '{near}'?" if near else "Den har: {known}.",
        "The sentence has no field '{name}'.",
        "Did you mean '{near}'?" if near else "It has: {known}.",
        name=name[:60],
        near=near,
        known=", ".join(known[:20]),
    )
