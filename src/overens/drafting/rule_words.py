"""The number that a kind of rule has in the survey of real decisions -> what the rule is, in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from overens.vocabulary.wording import Text

RULES: Mapping[str, Text] = {
    "R1": Text("efter folkmängd", "by population"),
    "R2": Text("lika mycket till var och en", "the same to each"),
    "R3": Text("grundbelopp och resten efter folkmängd", "a base amount, and the rest by population"),
    "R4": Text("minst så mycket till var och en", "at least so much to each"),
    "R5": Text(
        "bara de som klarar villkoret delar hela potten", "only those who meet the condition share the whole pot"
    ),
    "R6": Text("plan eller rapport inlämnad", "a plan or report handed in"),
    "R7": Text("två lika utbetalningar, den andra med villkor", "two equal payments, the second with conditions"),
    "R8": Text("en myndighets helhetsbedömning", "an agency's overall judgement"),
    "R9": Text(
        "bättre än samma månad förra året, eller hög nivå", "better than the same month last year, or a high level"
    ),
    "R10": Text("förbättringstrappa", "steps of improvement"),
    "R11": Text("bara förbättring, krav för krav", "only improvement, requirement by requirement"),
    "R12": Text("bonuspott av det ingen tjänat in", "a bonus pot of what nobody earned"),
    "R13": Text("styckpris utöver en grund; resten förfaller", "a unit price above a base; the rest lapses"),
    "R14": Text("som R13, resten till de fem bästa", "as R13, the rest to the best five"),
    "R15": Text("styckpris med högsta antal i riket", "a unit price with a highest number in the country"),
    "R16": Text("fast pott efter volym", "a fixed pot by volume"),
    "R17": Text("belopp efter hur mycket det ökat", "a sum by how much it has grown"),
    "R18": Text("efter antal per invånare", "by number per inhabitant"),
    "R19": Text("namngivna nivåer", "named levels"),
    "R20": Text("flera mål, en pott för varje", "several goals, a pot for each"),
    "R21": Text("efter kostnadsutjämningens modell", "by the model of cost equalisation"),
    "R22": Text("efter annan statistik", "by other statistics"),
    "R23": Text("efter ett viktat antal", "by a weighted number"),
    "R24": Text("efter ett tröskelvärde eller en lista", "by a threshold or a list"),
    "R25": Text("efter en tryckt tabell", "by a printed table"),
    "R26": Text("efter ansökan och prövning", "by application and assessment"),
    "R27": Text("verkliga kostnader inom en ram", "actual costs within a frame"),
    "R28": Text("plan, dialog och ett högsta belopp", "a plan, a dialogue and a highest sum"),
    "R29": Text("först delat på slag av mottagare", "first divided by kind of recipient"),
    "R30": Text("en mottagare för pengarna vidare", "one recipient who passes the money on"),
}
"""R1 to R30 (docs/regelslag.md)."""
