"""An agreement, a year, a place's year, an award's explanation -> the document that the portal's page of it gives as .json."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from overens.vocabulary.names import did_you_mean
from overens.vocabulary.periods import FIRST_YEAR, LAST_YEAR
from overens.vocabulary.problems import Fault
from overens.vocabulary.recipients import Recipient
from overens.vocabulary.wording import Language, Text
from overens.web.answer import Answer, Elsewhere
from overens.web.api.collection import AS_KNOWN_ON, LANGUAGE
from overens.web.api.endpoint import LINKS, Endpoint, Question, Reply
from overens.web.api.parameter import Parameter, Schema, text, whole
from overens.web.asked import Asked
from overens.web.form import Form, Target
from overens.web.pages import agreement, place, why, year
from overens.web.refused import Refused
from overens.web.respond import document_of

NAME = "^[a-z0-9][a-z0-9-]*$"
"""How agreements, pots and places are written in addresses."""
_WRITTEN = Text(
    "små bokstäver a–z, siffror och bindestreck, som i {example}",
    "small letters a–z, digits and hyphens, as in {example}",
)


def _name(name: str, about: Text, example: str) -> Parameter:
    right = replace(_WRITTEN, values={"example": example})
    return text(name, about, example, NAME, right)


AGREEMENT = _name("agreement", Text("Avtalets id.", "Id of the agreement."), "kvinnors-halsa-2024")
POT = _name("pot", Text("Pottens id i avtalet.", "Id of the pot in the agreement."), "befolkning")
YEAR = whole(
    "year", Text("Året pengarna är för.", "The year that the money is for."), FIRST_YEAR, LAST_YEAR, example=2024
)
PLACE = _name(
    "place",
    Text(
        "En region, en kommun eller ett län: dess ord i portalens adresser (region-gotland, nassjo), eller en kommuns kod (0682).",
        "A region, municipality or county: its word in the portal's addresses (region-gotland, nassjo), or a municipality's code (0682).",
    ),
    "nassjo",
)
READ = (AS_KNOWN_ON, LANGUAGE)

Types = Mapping[str, str]
"""Member -> its type; a question mark means that it may be null."""
_AGREEMENT: Types = {
    "id": "string", "name": "string", "kind": "string", "years": "array", "decided": "string", "status": "string",
    "total": "object?", "awarded_kr": "integer", "lapsed_kr": "integer", "undistributed_kr": "integer?", "pots": "array",
    "contradictions": "array", "amendments": "array", "sources": "object",
}  # fmt: skip
_YEAR: Types = {
    "year": "integer", "as_known_on": "string?", "regions": "array", "counties": "array", "agreements": "array",
    "tables": "array", "contradictions": "array", "pots": "array",
}  # fmt: skip
_PLACE: Types = {
    "kind": "string", "code": "string", "name": "string", "year": "integer", "as_known_on": "string?", "total_kr": "integer",
    "certain_kr": "integer", "inferred_kr": "integer", "printed": "object?", "pots": "array", "shared": "array",
    "deadlines": "array", "by_agreement": "object", "by_month": "object", "similar": "object",
}  # fmt: skip
_WHY: Types = {
    "version": "integer", "agreement": "string", "pot": "string", "recipient": "object", "state": "string",
    "award": "object?", "ceiling_kr": "integer?", "steps": "array", "sensitivity": "object",
}  # fmt: skip


def document_endpoints() -> tuple[Endpoint, ...]:
    """Return the address of each document."""
    return (_an_agreement(), _a_year(), _a_place(), _an_explanation())


def _an_agreement() -> Endpoint:
    return Endpoint(
        "get_agreement",
        "/agreements/{agreement}",
        Text("Ett avtal", "An agreement"),
        Text(
            "Avtalet med potter, regler, tilldelningar, ändringar, motsägelser och källor: samma som portalens /avtal/ID.json.",
            "The agreement with pots, rules, awards, amendments, contradictions and sources: the same as the portal's /avtal/ID.json.",
        ),
        _agreement,
        _schema(_AGREEMENT),
        "/agreements/kvinnors-halsa-2024",
        (AGREEMENT,),
        READ,
    )


def _a_year() -> Endpoint:
    return Endpoint(
        "get_year",
        "/years/{year}",
        Text("Ett år", "A year"),
        Text(
            "Året för alla regioner och län, jämfört med tryckta tabeller: samma som portalens /ÅR.json.",
            "The year for all regions and counties, compared with printed tables: the same as the portal's /YEAR.json.",
        ),
        _year,
        _schema(_YEAR),
        "/years/2024",
        (YEAR,),
        READ,
    )


def _a_place() -> Endpoint:
    return Endpoint(
        "get_place",
        "/places/{year}/{place}",
        Text("En plats ett år", "A place's year"),
        Text(
            "Vad platsen får, hur säkert, när och på vilka villkor: samma som portalens /ÅR/PLATS.json.",
            "What the place gets, how surely, when and on which terms: the same as the portal's /YEAR/PLACE.json.",
        ),
        _place,
        _schema(_PLACE),
        "/places/2024/nassjo",
        (YEAR, PLACE),
        READ,
    )


def _an_explanation() -> Endpoint:
    return Endpoint(
        "get_explanation",
        "/explanations/{agreement}/{pot}/{place}",
        Text("Varför en krona", "Why a krona"),
        Text(
            "Hur platsens belopp ur potten räknades, steg för steg med källor: samma som portalens sida Varför, som .json.",
            "How the place's amount from the pot was computed, step by step with sources: the same as the portal's page Why, as .json.",
        ),
        _why,
        _schema(_WHY),
        "/explanations/kvinnors-halsa-2024/befolkning/region-gotland",
        (AGREEMENT, POT, PLACE),
        READ,
    )


# --- answering ----------------------------------------------------------------------


def _agreement(question: Question) -> Reply:
    name = _agreement_id(question)
    return _reply(question, agreement.answer, f"/avtal/{name}", {"agreement": name})


def _year(question: Question) -> Reply:
    asked = str(question.words["year"])
    return _reply(question, year.answer, f"/{asked}", {"year": asked})


def _place(question: Question) -> Reply:
    asked, word = str(question.words["year"]), question.addresses.word(find_place(question, question.words["place"]))
    return _reply(question, place.answer, f"/{asked}/{word}", {"year": asked, "place": word})


def _why(question: Question) -> Reply:
    name, word = _agreement_id(question), question.addresses.word(find_place(question, question.words["place"]))
    allocation = question.library.allocation(name, question.day)
    found = allocation.pot(question.words["pot"])
    asked, pot = str(allocation.agreement.years[0]), found.id if found else question.words["pot"]
    words = {"year": asked, "place": word, "agreement": name, "pot": pot}
    return _reply(question, why.answer, f"/{asked}/{word}/{name}/{pot}", words)


def _reply(
    question: Question, view: Callable[[Asked], Answer | Elsewhere], path: str, words: Mapping[str, str]
) -> Reply:
    values = {"lang": (question.language.value,)} if "lang" in question.given else {}
    if question.day is not None:
        values["as-known-on"] = (question.day.isoformat(),)
    asked = Asked(
        question.library,
        question.addresses,
        Target(path, Form.JSON),
        words,
        values,
        question.today,
        question.origin,
        question.problems,
    )
    answer = view(asked)
    assert isinstance(answer, Answer), path  # the path is the page's own
    page = {"href": f"{question.origin}{asked.here()}", "rel": "alternate", "method": "GET"}
    links = [question.link("self"), page]
    run = question.library.run(answer.allocations).whole if answer.allocations else ""
    return Reply({**document_of(answer, asked), "_links": links}, run)


def _agreement_id(question: Question) -> str:
    """Return the agreement's id; for an amendment, that of the agreement it changes."""
    word: str = question.words["agreement"]
    found = question.library.amends.get(word, word)
    if found in question.library.readings:
        return found
    raise Refused(404, _no_agreement(word, did_you_mean(word, question.library.ids)))


def find_place(question: Question, word: str) -> Recipient:
    """Return whose the word is.

    Raises:
        Refused: If nobody has it, or several do.
    """
    found = question.addresses.find(word)
    if len(found) == 1:
        return found[0]
    near = [question.addresses.word(who) for who in found or question.addresses.near(word)]
    raise Refused(404, _several(word, near) if found else _nobody(word, near))


def _no_agreement(word: str, near: str | None) -> Fault:
    return Fault.of(
        "Avtalet '{word}' finns inte.",
        "Menade du '{near}'?" if near else "Alla id står under /agreements.",
        "There is no agreement '{word}'.",
        "Did you mean '{near}'?" if near else "Every id stands under /agreements.",
        word=word[:60],
        near=near,
    )


def _nobody(word: str, near: list[str]) -> Fault:
    return Fault.of(
        "Ingen region, kommun eller något län heter '{word}'.",
        "Menade du {near}?" if near else "Skriv namnet som i portalens adresser, som region-gotland eller nassjo.",
        "No region, municipality or county is called '{word}'.",
        "Did you mean {near}?" if near else "Write the name as in the portal's addresses, as region-gotland or nassjo.",
        word=word[:60],
        near=", ".join(near[:3]),
    )


def _several(word: str, who: list[str]) -> Fault:
    return Fault.of(
        "'{word}' kan vara flera.",
        "Skriv ett av: {who}.",
        "'{word}' may be several.",
        "Write one of: {who}.",
        word=word[:60],
        who=", ".join(who),
    )


# --- describing ---------------------------------------------------------------------


def _schema(types: Types) -> Callable[[Language], Schema]:
    """Return what a document holds at least; each member is told in docs/json.md."""

    def schema(_: Language) -> Schema:
        properties: dict[str, Any] = {name: type_schema(kind) for name, kind in types.items()}
        return {"type": "object", "required": [*types, "_links"], "properties": {**properties, "_links": LINKS}}

    return schema


def type_schema(kind: str) -> Schema:
    """Return the schema of a type that may have a question mark after it.

    >>> type_schema("integer?")
    {'type': ['integer', 'null']}
    """
    bare = kind.removesuffix("?")
    schema: Schema = {"type": [bare, "null"] if kind != bare else bare}
    return {**schema, "items": {}} if bare == "array" else schema
