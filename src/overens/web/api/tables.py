"""Each table of the library -> an address where it is asked for, filtered, ordered and a page at a time."""

from __future__ import annotations

from functools import partial
from typing import Any

from overens.usecases.resources.all import RESOURCES
from overens.usecases.resources.model import Resource
from overens.usecases.resources.parts import known_allocations
from overens.vocabulary.wording import Language, Text
from overens.web.api.collection import MOST_ROWS, columns_schema, parameters_of, select
from overens.web.api.endpoint import LINKS, Endpoint, Question, Reply
from overens.web.api.parameter import LARGEST, Schema

EXAMPLES = {
    "recipients": "kind=region&limit=2",
    "agreements": "year=2024&fields=id,name,total_kr,awarded_kr&limit=2",
    "pots": "agreement=kvinnors-halsa-2024&fields=pot,amount_kr,awarded_kr,lapsed_kr,undistributed_kr",
    "awards": "year=2024&kind=region&code=06&sort=-awarded_kr&fields=agreement,pot,awarded_kr,mark&limit=3",
    "events": "kind=payment&last_from=2024-01-01&last_to=2024-12-31&fields=agreement,pot,last,kr&limit=2",
    "figures": "recipients=region&sort=-known_from_day&fields=figure,measured_on,unit,source&limit=2",
    "values": "figure=befolkning&recipients=region&measured_on=2023-11-01&fields=code,value&limit=3",
    "sources": "agreement=kvinnors-halsa-2024&fields=source,title,publisher",
    "contradictions": "in=kvinnors-halsa-2024&fields=about,says,used",
    "announcements": "year=2024&fields=name,known_from_day,amount_kr&limit=2",
}
"""What each table is asked for in the description."""


def table_endpoints() -> tuple[Endpoint, ...]:
    """Return the address of each table."""
    return tuple(_endpoint(one) for one in RESOURCES.values())


def address_of_table(name: str) -> str:
    """Return where a table is, below the base: words stand with hyphens between."""
    return "/" + name.replace("_", "-")


def _endpoint(resource: Resource) -> Endpoint:
    path = address_of_table(resource.name)
    example = EXAMPLES.get(resource.name, "limit=2")
    return Endpoint(
        f"list_{resource.name}",
        path,
        resource.title,
        resource.about,
        partial(_answer, resource),
        partial(_schema, resource),
        f"{path}?{example}",
        takes=parameters_of(resource),
    )


def _answer(resource: Resource, question: Question) -> Reply:
    library, day, values = question.library, question.day, question.values
    columns = resource.columns(library, day)
    page = select(resource, columns, values, question.language)
    run = library.run(known_allocations(library, day)).whole
    document = {
        "columns": page.columns,
        "total": page.total,
        "limit": values["limit"],
        "offset": values["offset"],
        "as_known_on": day.isoformat() if day else None,
        "run": run,
        "_links": _links(question, page.total),
    }
    return Reply(document, run)


def _links(question: Question, total: int) -> list[dict[str, str]]:
    """Return the way through the pages; the last may be the first."""
    limit, offset = question.values["limit"], question.values["offset"]
    last = (total - 1) // limit * limit if total else 0
    links = [question.link("self"), question.link("first", offset=0)]
    if offset:
        links.append(question.link("prev", offset=max(0, min(offset, total) - limit)))
    if offset + limit < total:
        links.append(question.link("next", offset=offset + limit))
    return [*links, question.link("last", offset=last)]


def _schema(resource: Resource, language: Language) -> Schema:
    def said(about: Text, **schema: Any) -> Schema:  # noqa: ANN401 - what a schema says has every type
        return {**schema, "description": about.say(language)}

    number = {"type": "integer", "minimum": 0}
    properties: dict[str, Schema] = {
        "columns": columns_schema(resource, language),
        "total": said(
            Text("Så många rader som passar, på alla sidor.", "How many rows fit, on all pages."),
            **number,
            maximum=LARGEST,
        ),
        "limit": said(Text("Högst så många på sidan.", "At most so many on the page."), **number, maximum=MOST_ROWS),
        "offset": said(Text("Så många före sidan.", "So many before the page."), **number),
        "as_known_on": said(
            Text(
                "Dagen det är känt på; null är allt som är känt.", "The day it is known on; null is all that is known."
            ),
            type=["string", "null"],
            format="date",
        ),
        "run": said(
            Text(
                "Körningens kontrollsumma: samma ger samma kronor.", "The run's hash: the same gives the same kronor."
            ),
            type="string",
        ),
        "_links": LINKS,
    }
    return {"type": "object", "required": list(properties), "additionalProperties": False, "properties": properties}
