"""The thirty kinds of rule that real decisions have used, and by which words a file says each of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CensusRule:
    """One kind of rule in real decisions 2009–2026.

    Attributes:
        where: A decision that used it.
        kinds: The kinds in rule_kinds.py that say it; none where it is not a kind of rule but a field beside it.
        beside: What says it where no kind does, or what must be said too.
    """

    where: str
    kinds: tuple[str, ...]
    beside: str = ""


CENSUS = {
    "R1": CensusRule("uppskjuten vård 2021", ("andel av",)),
    "R2": CensusRule("omställning socialtjänst 2024", ("lika", "fast belopp")),
    "R3": CensusRule("vårdkapacitet 2025", ("grundbelopp",)),
    "R4": CensusRule("krisstöd till kommunerna 2020", ("golv eller tak i kronor",)),
    "R5": CensusRule(
        "cancervård december 2025",
        ("uppfylls av", "delas av dem som uppfyller villkoren"),
    ),
    "R6": CensusRule("cancervård 2017", ("uppfylls av",)),
    "R7": CensusRule("cancervård 2023", ("uppfylls av",), "`utbetalning`"),
    "R8": CensusRule("tillgänglighet 2024", ("uppfylls av",)),
    "R9": CensusRule("tillgänglighet 2023", ("krav",)),
    "R10": CensusRule("tillgänglighet 2023", ("trappa",)),
    "R11": CensusRule("barn- och ungdomspsykiatrin 2024", ("krav",)),
    "R12": CensusRule("tillgänglighet 2023", ("bonuspott", "krav", "intjänat")),
    "R13": CensusRule("operationer 2025", ("styckpriser", "förfaller")),
    "R14": CensusRule("operationer våren 2025", ("styckpriser", "de bästa"), "`andel av potten`, en för varje område"),
    "R15": CensusRule("provtagning covid-19 2020", ("styckpriser",), "`öppen ram`, `högst antal i riket`"),
    "R16": CensusRule("smittspårning 2020", ("efter volym", "andel av")),
    "R17": CensusRule("AT-tjänster 2024", ("stegtabell",)),
    "R18": CensusRule("AT-tjänster 2024", ("andel av",), "`delat med`"),
    "R19": CensusRule("AT-tjänster 2022", ("nivåer",)),
    "R20": CensusRule("psykisk hälsa 2012–2015", ("krav", "uppfylls av")),
    "R21": CensusRule("sektorsbidrag 2024", ("andel av",)),
    "R22": CensusRule("lovaktiviteter 2021", ("andel av",)),
    "R23": CensusRule("serveringstillsyn 2020", ("andel av",), "`vikter`"),
    "R24": CensusRule("vård i glesbygd 2018", ("nyckeltal", "uppfylls av")),
    "R25": CensusRule("god och nära vård 2024, kommunerna", ("lista",)),
    "R26": CensusRule("skyddade utrymmen 2024", ("prövas",), "`ansökan`"),
    "R27": CensusRule("Äldreomsorgslyftet", ("prövas",), "`rekvisition`"),
    "R28": CensusRule("kvinnors hälsa 2026", ("prövas",)),
    "R29": CensusRule("psykisk hälsa 2026", (), "`potter`, en för varje slag"),
    "R30": CensusRule("precisionsmedicin 2024", (), "`förmedlas via`"),
}
"""By the number the rule has in the project's survey of decisions; what it is stands in drafting/rule_words.py."""
