"""The thirty kinds of rule that real decisions have used, and by which words a file says each of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CensusRule:
    """One kind of rule in real decisions 2009–2026.

    Attributes:
        what: The rule, in a few words.
        where: A decision that used it.
        kinds: The kinds in rule_kinds.py that say it; none where it is not a kind of rule but a field beside it.
        beside: What says it where no kind does, or what must be said too.
    """

    what: str
    where: str
    kinds: tuple[str, ...]
    beside: str = ""


CENSUS = {
    "R1": CensusRule("efter folkmängd", "uppskjuten vård 2021", ("andel av",)),
    "R2": CensusRule("lika mycket till var och en", "omställning socialtjänst 2024", ("lika", "fast belopp")),
    "R3": CensusRule("grundbelopp och resten efter folkmängd", "vårdkapacitet 2025", ("grundbelopp",)),
    "R4": CensusRule("minst så mycket till var och en", "krisstöd till kommunerna 2020", ("golv eller tak i kronor",)),
    "R5": CensusRule(
        "bara de som klarar villkoret delar hela potten",
        "cancervård december 2025",
        ("uppfylls av", "delas av dem som uppfyller villkoren"),
    ),
    "R6": CensusRule("plan eller rapport inlämnad", "cancervård 2017", ("uppfylls av",)),
    "R7": CensusRule(
        "två lika utbetalningar, den andra med villkor", "cancervård 2023", ("uppfylls av",), "`utbetalning`"
    ),
    "R8": CensusRule("en myndighets helhetsbedömning", "tillgänglighet 2024", ("uppfylls av",)),
    "R9": CensusRule("bättre än samma månad förra året, eller hög nivå", "tillgänglighet 2023", ("krav",)),
    "R10": CensusRule("förbättringstrappa", "tillgänglighet 2023", ("trappa",)),
    "R11": CensusRule("bara förbättring, krav för krav", "barn- och ungdomspsykiatrin 2024", ("krav",)),
    "R12": CensusRule("bonuspott av det ingen tjänat in", "tillgänglighet 2023", ("bonuspott", "intjänat")),
    "R13": CensusRule("styckpris utöver en grund; resten förfaller", "operationer 2025", ("styckpriser", "förfaller")),
    "R14": CensusRule("som R13, resten till de fem bästa", "operationer våren 2025", ("styckpriser", "de bästa")),
    "R15": CensusRule("styckpris med högsta antal i riket", "provtagning covid-19 2020", ("styckpriser",)),
    "R16": CensusRule("fast pott efter volym", "smittspårning 2020", ("andel av",)),
    "R17": CensusRule("belopp efter hur mycket det ökat", "AT-tjänster 2024", ("stegtabell",)),
    "R18": CensusRule("efter antal per invånare", "AT-tjänster 2024", ("andel av",), "`delat med`"),
    "R19": CensusRule("namngivna nivåer", "AT-tjänster 2022", ("nivåer",)),
    "R20": CensusRule("flera mål, en pott för varje", "psykisk hälsa 2012–2015", ("krav",)),
    "R21": CensusRule("efter kostnadsutjämningens modell", "sektorsbidrag 2024", ("andel av",)),
    "R22": CensusRule("efter annan statistik", "lovaktiviteter 2021", ("andel av",)),
    "R23": CensusRule("efter ett viktat antal", "serveringstillsyn 2020", ("andel av",), "`vikter`"),
    "R24": CensusRule("efter ett tröskelvärde eller en lista", "vård i glesbygd 2018", ("nyckeltal", "uppfylls av")),
    "R25": CensusRule("efter en tryckt tabell", "god och nära vård 2024, kommunerna", ("lista",)),
    "R26": CensusRule("efter ansökan och prövning", "skyddade utrymmen 2024", ("prövas",), "`ansökan`"),
    "R27": CensusRule("verkliga kostnader inom en ram", "Äldreomsorgslyftet", ("prövas",), "`rekvisition`"),
    "R28": CensusRule("plan, dialog och ett högsta belopp", "kvinnors hälsa 2026", ("prövas",)),
    "R29": CensusRule("först delat på slag av mottagare", "psykisk hälsa 2026", (), "`potter`, en för varje slag"),
    "R30": CensusRule("en mottagare för pengarna vidare", "precisionsmedicin 2024", (), "`förmedlas via`"),
}
"""By the number the rule has in the project's survey of decisions."""
