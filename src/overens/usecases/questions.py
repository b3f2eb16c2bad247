"""What a new file is asked for: each question with the clause and key whose parser reads the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from overens.agreement.amendment import Amendment
from overens.agreement.model import Agreement, Pot
from overens.agreement.rules import Group, ListKey, ShareKey, To
from overens.agreement.terms import Source
from overens.allocation.recipients import is_single
from overens.vocabulary.names import slug
from overens.vocabulary.periods import parse_years
from overens.vocabulary.problems import Fault
from overens.vocabulary.sources import GrantKind, Status
from overens.vocabulary.wording import Text
from overens.writing.clauses import Clause, fault_in
from overens.writing.faults import not_one_of

Answers = Mapping[str, str]
"""The name of a question -> the answer, in the words of the file; an unknown answer is not there."""


class KeyWord(StrEnum):
    """The keys that a new file can begin with."""

    POPULATION = "befolkning"
    EQUAL = "lika"
    LIST = "lista"
    NOT_PUBLISHED = "ej publicerad"


class Need(StrEnum):
    """What stands in the file for an answer that is not given."""

    REQUIRED = "måste anges"
    NOT_FOUND = "ej funnet"
    LEFT_OUT = "utelämnas"


@dataclass(frozen=True)
class Question:
    """Something a new file says, and the clause and key whose parser reads the answer."""

    name: str
    kind: type[Clause]
    key: str
    text: Text
    example: str = ""
    need: Need = Need.LEFT_OUT
    choices: tuple[str, ...] = ()

    def fault(self, answer: str) -> Fault | None:
        """Return what is wrong with the answer, or None."""
        if self.choices:
            return None if answer in self.choices else not_one_of(answer, self.choices)
        return fault_in(self.kind, self.key, answer)


def _words(members: type[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in members)


_NAME = Question("name", Agreement, "namn", Text("Vad heter det?", "What is its name?"), need=Need.REQUIRED)
_KIND = Question(
    "kind",
    Agreement,
    "slag",
    Text("Vad är det för slag?", "What kind is it?"),
    need=Need.REQUIRED,
    choices=_words(GrantKind),
)
_YEAR = Question(
    "year",
    Agreement,
    "avser",
    Text("Vilket år gäller det?", "For which year is it?"),
    "2024, 2020–2022",
    need=Need.REQUIRED,
)
_ID = Question("id", Agreement, "id", Text("Vilket id ska det ha?", "Which id shall it have?"), need=Need.REQUIRED)
_DECIDED = Question(
    "decided",
    Agreement,
    "beslutad",
    Text("När beslutades det?", "When was it decided?"),
    "2023-12-20, 2023-12",
    need=Need.NOT_FOUND,
)
_STATUS = Question(
    "status",
    Agreement,
    "status",
    Text("Hur långt har det kommit?", "How far has it come?"),
    need=Need.REQUIRED,
    choices=_words(Status),
)
_PAID_BY = Question("paid_by", Agreement, "utbetalare", Text("Vem betalar ut?", "Who pays it out?"), "Kammarkollegiet")
_TOTAL = Question(
    "total",
    Agreement,
    "belopp",
    Text("Hur mycket är det i allt?", "How much is it in all?"),
    "1 535 000 000 kr, 182,5 Mkr",
    need=Need.NOT_FOUND,
)
_SOURCE = (
    Question(
        "source_title",
        Source,
        "titel",
        Text("Vad heter källan?", "What is the title of the source?"),
        need=Need.REQUIRED,
    ),
    Question("source_publisher", Source, "utgivare", Text("Vem har gett ut den?", "Who published it?"), "SKR"),
    Question("source_address", Source, "adress", Text("Var finns den?", "Where is it?"), "skr.se/…"),
    Question(
        "source_date",
        Source,
        "datum",
        Text("Vilken dag är den från?", "From which day is it?"),
        "2023-12-20",
        need=Need.NOT_FOUND,
    ),
)
_POT = (
    Question("pot_name", Pot, "namn", Text("Vad heter potten?", "What is the pot called?")),
    Question(
        "pot_amount",
        Pot,
        "belopp",
        Text("Hur stor är potten?", "How large is the pot?"),
        "182,5 Mkr",
        need=Need.NOT_FOUND,
    ),
    Question(
        "to",
        To,
        "grupp",
        Text("Vilka får pengarna?", "Who gets the money?"),
        need=Need.NOT_FOUND,
        choices=_words(Group),
    ),
    Question("to_name", To, "namn", Text("Vem, med namn?", "Who, by name?"), "Socialstyrelsen"),
    Question(
        "key",
        Pot,
        "fördelning",
        Text("Hur fördelas pengarna?", "How is the money allocated?"),
        need=Need.NOT_FOUND,
        choices=_words(KeyWord),
    ),
    Question(
        "table",
        ListKey,
        "lista",
        Text("Vilken tabell (underlagets id)?", "Which table (the figure's id)?"),
        "vardkapacitet-2025",
        need=Need.REQUIRED,
    ),
    Question(
        "per", ShareKey, "per", Text("Per vilken dag?", "Measured on which day?"), "2023-11-01", need=Need.NOT_FOUND
    ),
)

_WHICH_POT = Question(
    "pot", Amendment, "ändrar", Text("Vilken pott ändras (dess id)?", "Which pot is changed (its id)?")
)

FOR_AGREEMENT = (_NAME, _KIND, _YEAR, _ID, _DECIDED, _STATUS, _PAID_BY, _TOTAL, *_SOURCE, *_POT)
FOR_AMENDMENT = (_NAME, _KIND, _ID, _DECIDED, _STATUS, _TOTAL, *_SOURCE, _WHICH_POT, *_POT)
OF_A_POT = tuple(question.name for question in (_WHICH_POT, *_POT))


def is_asked(question: Question, answers: Answers, amends: Agreement | None) -> bool:
    """Tell whether the question means anything after the answers before it."""
    match question.name:
        case "pot":
            return True
        case name if name in OF_A_POT and amends is not None and "pot" not in answers:
            return False
        case "to_name":
            return answers.get("to") in (Group.AGENCY, Group.OTHER)
        case "key":
            return has_key(answers)
        case "table":
            return has_key(answers) and answers.get("key") == KeyWord.LIST
        case "per":
            return has_key(answers) and answers.get("key") in (KeyWord.POPULATION, KeyWord.LIST)
        case _:
            return True


def suggested(question: Question, answers: Answers, amends: Agreement | None) -> str:
    """Return what a person most likely answers, made of the answers before; empty if nothing can be said."""
    match question.name:
        case "id" if amends is not None:
            return f"{amends.id}-andring"
        case "id":
            name = slug(answers.get("name", ""))
            years = parse_years(answers.get("year", ""))
            year = "" if isinstance(years, Fault) else str(years[0])
            return name if not name or year in name.split("-") else f"{name}-{year}".strip("-")
        case "pot_amount" if amends is None:
            return answers.get("total", "")
        case _:
            return ""


def has_key(answers: Answers) -> bool:
    """Tell whether the money goes to several, who share it by a key."""
    return "to" in answers and not is_single(To(grupp=Group(answers["to"])))
