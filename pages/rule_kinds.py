"""What each kind of rule is called, means, and looks like: the one place for a new kind's Swedish text and example."""

from __future__ import annotations

from dataclasses import dataclass

from overens.agreement.performance import (
    GivenEarned,
    Ladder,
    NamedLevels,
    Requirements,
    StepTable,
    UnitPrices,
    UnknownPerformance,
    VolumeShare,
)
from overens.agreement.rules import (
    BaseKey,
    CaseByCaseKey,
    EqualKey,
    Fate,
    FixedKey,
    GivenCondition,
    KronorBound,
    ListKey,
    Method,
    MixKey,
    ShareBound,
    ShareKey,
    ThresholdCondition,
    UnknownKey,
)
from overens.writing.clauses import Clause
from pages.examples import Example


@dataclass(frozen=True)
class RuleKind:
    """One kind of rule as the reference shows it.

    Attributes:
        of: The model, or the word of an enumeration, that it is.
        key: What to call it: the key or word that shows the kind in a file.
        means: What it does, in Swedish that needs no other page.
    """

    of: type[Clause] | Fate | Method
    key: str
    means: str
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Section:
    """One part of a pot's rule, with its kinds."""

    key: str
    title: str
    means: str
    kinds: tuple[RuleKind, ...]


_BY_POPULATION = "{andel av: folkmängd, per: 2024-12-31}"
_NOT_C = """
belopp: 10 000 000 kr
till: regioner
fördelning: {andel av: folkmängd, per: 2024-12-31}
villkor:
  - {krav: planen är inlämnad, uppfylls av: {utom: ["04"]}}
ej intjänat: """

KEYS = Section(
    "fördelning",
    "Nyckel",
    "Nyckeln säger hur potten delas. En pott har en nyckel.",
    (
        RuleKind(
            ShareKey,
            "andel av",
            "Var och en får sin andel av ett underlag: den som har hälften av invånarna får hälften av potten. "
            "Underlaget är folkmängd, antal besök, en vikt eller vad som helst som är mätt. Värdena kan vägas (`vikter`) "
            "eller delas med ett annat underlag (`delat med`), till exempel antal per invånare.",
            (
                Example(f"belopp: 10 000 000 kr\ntill: regioner\nfördelning: {_BY_POPULATION}"),
                Example(
                    "belopp: 12 000 000 kr\ntill: regioner\n"
                    'fördelning: {andel av: folkmängd, per: 2024-12-31, vikter: {"04": 2}}',
                    "varje invånare i C räknas som två",
                ),
                Example(
                    "belopp: 10 000 000 kr\ntill: regioner\nfördelning:\n  andel av: besök\n  per: 2024\n"
                    "  delat med: {underlag: folkmängd, per: 2024-12-31}",
                    "efter besök per invånare; C har dubbelt så många som de andra",
                ),
            ),
        ),
        RuleKind(
            EqualKey,
            "lika",
            "Alla får lika mycket: potten delad med antalet mottagare.",
            (Example("belopp: 9 000 000 kr\ntill: regioner\nfördelning: lika"),),
        ),
        RuleKind(
            FixedKey,
            "fast belopp",
            "Alla får samma bestämda belopp. Finns det mer i potten blir resten ej fördelad. Finns det mindre är det ett fel i filen.",
            (Example("belopp: 10 000 000 kr\ntill: regioner\nfördelning: {fast belopp: 3 000 000 kr}"),),
        ),
        RuleKind(
            BaseKey,
            "grundbelopp",
            "Först får alla samma grundbelopp. Resten av potten delas med en annan nyckel.",
            (
                Example(
                    "belopp: 13 000 000 kr\ntill: regioner\n"
                    f"fördelning: {{grundbelopp: 1 000 000 kr, resten: {_BY_POPULATION}}}",
                    "3 Mkr är grundbelopp, 10 Mkr delas efter folkmängd",
                ),
            ),
        ),
        RuleKind(
            MixKey,
            "blandning",
            "Potten delas i bitar och varje bit har sin nyckel. Vikterna är bitarnas storlek och ska bli 100 %.",
            (
                Example(
                    "belopp: 10 000 000 kr\ntill: regioner\nfördelning:\n  blandning:\n"
                    f"    - {{vikt: 70 %, nyckel: {_BY_POPULATION}}}\n    - {{vikt: 30 %, nyckel: lika}}",
                    "7 Mkr efter folkmängd, 3 Mkr lika",
                ),
            ),
        ),
        RuleKind(
            ListKey,
            "lista",
            "Beloppen står i en tryckt tabell och regeln bakom är inte känd. Då är tabellen själva nyckeln. "
            "Att resultatet stämmer med tabellen bevisar ingenting.",
            (Example("belopp: 10 000 000 kr\ntill: regioner\nfördelning: {lista: tabell, per: 2025}"),),
        ),
        RuleKind(
            UnknownKey,
            "ej publicerad",
            "Nyckeln är inte publicerad eller inte funnen. Skriv det hellre än att gissa. Skälet kan stå med.",
            (Example("belopp: 10 000 000 kr\ntill: regioner\nfördelning: {ej publicerad: bilagan är inte funnen}"),),
        ),
        RuleKind(
            CaseByCaseKey,
            "prövas",
            "Beloppen bestäms fall för fall: efter ansökan, efter verkliga kostnader eller efter dialog.",
            (
                Example(
                    "belopp: 10 000 000 kr\ntill: regioner\nfördelning: {prövas: efter ansökan, av: Socialstyrelsen}",
                ),
            ),
        ),
    ),
)

BOUNDS = Section(
    "gränser",
    "Gränser",
    "`golv` är det minsta och `tak` det mesta var och en får. Den som hamnar utanför får precis gränsen, och resten av potten delas om "
    "bland de andra. Kräver golven mer än potten är det ett fel i filen, och felet säger hur mycket som saknas.",
    (
        RuleKind(
            KronorBound,
            "golv eller tak i kronor",
            "Samma gräns i kronor för alla.",
            (
                Example(
                    f"belopp: 10 000 000 kr\ntill: regioner\nfördelning: {_BY_POPULATION}\ngränser: {{golv: 3 000 000 kr}}",
                    "utan golv hade B fått 3 Mkr och C 2 Mkr",
                ),
                Example(
                    f"belopp: 10 000 000 kr\ntill: regioner\nfördelning: {_BY_POPULATION}\ngränser: {{tak: 4 000 000 kr}}",
                    "det som A inte får delas av B och C",
                ),
            ),
        ),
        RuleKind(
            ShareBound,
            "golv eller tak som andel av en tabell",
            "Gränsen är en andel av ett underlag i kronor, oftast vad var och en fick året före.",
            (
                Example(
                    f"belopp: 10 000 000 kr\ntill: regioner\nfördelning: {_BY_POPULATION}\n"
                    "gränser:\n  golv: {andel: 80 %, av: förra-året, per: 2024}",
                    "ingen får mindre än 80 % av förra årets belopp; det höjer B från 3 till 4,4 Mkr",
                ),
            ),
        ),
    ),
)

CONDITIONS = Section(
    "villkor",
    "Villkor",
    "Ett villkor klaras eller klaras inte. Flera villkor ska alla klaras. Vad som händer med pengarna för den som inte klarar dem "
    "måste stå under `ej intjänat`.",
    (
        RuleKind(
            GivenCondition,
            "uppfylls av",
            "Vilka som klarade villkoret är känt och skrivs i filen: alla, ingen, en lista, eller att det inte är känt. "
            "Villkoret kan också gälla en enda utbetalning.",
            (
                Example(f"{_NOT_C}förfaller"),
                Example(
                    f"belopp: 10 000 000 kr\ntill: regioner\nfördelning: {_BY_POPULATION}\n"
                    "utbetalning:\n  - {andel: 1/2, datum: 2025-06}\n  - andel: 1/2\n    datum: 2025-12\n"
                    '    villkor: [{krav: rapporten är inlämnad, uppfylls av: {endast: ["01", "03"]}}]\n'
                    "ej intjänat: förfaller",
                    "hälften betalas utan villkor, hälften bara till dem som lämnat rapporten",
                ),
            ),
        ),
        RuleKind(
            ThresholdCondition,
            "nyckeltal",
            "Ett underlag avgör vem som klarar villkoret: minst så mycket, eller högst så mycket.",
            (
                Example(
                    f"belopp: 10 000 000 kr\ntill: regioner\nfördelning: {_BY_POPULATION}\n"
                    "villkor:\n  - {krav: minst 70 procent i tid, nyckeltal: i-tid, per: 2025, minst: 70}\n"
                    "ej intjänat: delas av dem som uppfyller villkoren",
                    "A har 80 och B 70 procent; C har 60 och får inget",
                ),
            ),
        ),
    ),
)

_CEILING = f"belopp: 10 000 000 kr\ntill: regioner\nfördelning: {_BY_POPULATION}\nprestation:\n"

_TWO_MONTHS = "  mäts: {från: 2025-01, till: 2025-02, varje: månad}\n"
_ONE_YEAR = "  mäts: {från: 2025, till: 2025}\n"

PERFORMANCE = Section(
    "prestation",
    "Prestation",
    "Prestation är pengar som tjänas in efter resultat. Nyckeln säger då hur mycket var och en kan få som mest. "
    "Utfallen är underlag, ett per månad eller år. Är det redan känt i kronor vad var och en tjänat in skrivs det som `intjänat`. "
    "Sidan [prestation](prestation.md) visar steg för steg hur det räknas.",
    (
        RuleKind(
            GivenEarned,
            "intjänat",
            "Vad var och en tjänade in står i en tabell, i kronor eller i procent av den egna delen.",
            (Example(f"{_CEILING}  intjänat: intjänat\n  per: 2025\nej intjänat: förfaller"),),
        ),
        RuleKind(
            Requirements,
            "krav",
            "En lista av krav. Varje krav har sin del av potten, och varje månad sin del av kravet. Det klaras genom att vara bättre "
            "än en jämförelse (lika är inte bättre) eller genom en tillräckligt hög nivå. Med `steg` ger en större förbättring mer.",
            (
                Example(
                    f"{_CEILING}{_TWO_MONTHS}  krav:\n"
                    "    - {nyckeltal: besök i tid, utfall: besök-i-tid, bättre än: samma månad 2024, andel av potten: 1/2}\n"
                    "    - nyckeltal: operation i tid\n      utfall: operation-i-tid\n      bättre än: samma månad 2024\n"
                    "      eller minst: 90\n      andel av potten: 1/2\nej intjänat: bonuspott",
                    "A klarar besöken båda månaderna, B och C bara i februari. Operationerna klarar A i februari och B båda "
                    "månaderna, för B har minst 90 procent",
                ),
                Example(
                    f"{_CEILING}{_TWO_MONTHS}  krav:\n"
                    "    - {nyckeltal: besök i tid, utfall: besök-i-tid, bättre än: samma månad 2024, eller minst: ej publicerat, "
                    "andel av potten: 1/1}\nej intjänat: bonuspott",
                    "en nivå som ingen källa ger måste du ge själv, i ett scenario",
                ),
            ),
        ),
        RuleKind(
            Ladder,
            "trappa",
            "Ju större förbättring, desto större del av det högsta beloppet. Varje steg säger från vilket värde det gäller.",
            (
                Example(
                    f"{_CEILING}{_TWO_MONTHS}  trappa: besök i tid, procentenheter bättre än året före\n  utfall: besök-i-tid\n"
                    "  bättre än: samma månad 2024\n  steg: [{från: 2, andel: 50 %}, {från: 5, andel: 100 %}]\nej intjänat: förfaller",
                    "A är 5 och 2 procentenheter bättre, B −1 och 2, C 0 och 5",
                ),
            ),
        ),
        RuleKind(
            UnitPrices,
            "styckpriser",
            "Ett pris för varje åtgärd. Bara det som är fler än grunden räknas: en tabell (`utöver`) eller tidigare utfall "
            "(`bättre än`). Var och en får högst sitt tak: en tabell (`tak`), annars det nyckeln ger.",
            (
                Example(
                    f"{_CEILING}{_ONE_YEAR}  styckpriser:\n"
                    "    - {vad: höftoperation, pris: 108 000 kr, utfall: operationer, bättre än: 2024}\nej intjänat: förfaller",
                    "A gjorde 30 och B 12 fler än 2024; C gjorde lika många",
                ),
                Example(
                    "öppen ram: ja\nbelopp: ej funnet\ntill: regioner\nprestation:\n"
                    f"{_ONE_YEAR}  styckpriser: [{{vad: operation, pris: 1 400 kr, utfall: operationer}}]\nej intjänat: ej funnet",
                    "en öppen ram har ingen bestämd summa: potten blir det som tjänas in",
                ),
            ),
        ),
        RuleKind(
            StepTable,
            "stegtabell",
            "Ett bestämt belopp för varje storlek på ökningen. Det högsta steg som nås gäller.",
            (
                Example(
                    f"belopp: 10 Mkr\ntill: regioner\nprestation:\n{_ONE_YEAR}  stegtabell: fler AT-tjänster än året före\n"
                    "  utfall: AT-tjänster\n  bättre än: 2024\n"
                    '  steg: [{från: 2, belopp: 3 Mkr}, {från: 3, belopp: "4,5 Mkr"}]\nej intjänat: ej funnet',
                    "A har 6 fler, B 2 och C 1",
                ),
            ),
        ),
        RuleKind(
            VolumeShare,
            "efter volym",
            "Hela potten delas efter hur mycket var och en gjort, eller efter hur mycket mer än förut.",
            (
                Example(
                    "belopp: 10 Mkr\ntill: regioner\nprestation:\n  efter volym: besök\n  utfall: besök\n"
                    "  mäts: {från: 2024, till: 2024}\nej intjänat: förfaller"
                ),
            ),
        ),
        RuleKind(
            NamedLevels,
            "nivåer",
            "Nivåer med namn, den lägsta först. En myndighet bedömer vilken nivå var och en når; den högsta gäller.",
            (
                Example(
                    f'{_CEILING}  nivåer:\n    - {{nivå: God, andel: 50 %, nådd av: {{utom: ["04"]}}}}\n'
                    '    - {nivå: Ytterligare utökning, andel: 100 %, nådd av: {endast: ["01"]}}\nej intjänat: förfaller',
                    "A når den högsta nivån, B den lägre, C ingen",
                ),
            ),
        ),
        RuleKind(
            UnknownPerformance,
            "ej funnet",
            "Det finns prestationskrav, men de är inte funna. Skälet kan stå med.",
            (
                Example(
                    f"{_CEILING}  ej funnet: kraven står i en bilaga som inte är publicerad\nej intjänat: ej funnet"
                ),
            ),
        ),
    ),
)

ONE_REQUIREMENT = (
    f"{_CEILING}{_TWO_MONTHS}  krav:\n"
    "    - {nyckeltal: besök i tid, utfall: besök-i-tid, bättre än: samma månad 2024, andel av potten: 1/1}\n"
    "ej intjänat: "
)
"""A pot of 10 Mkr and one requirement over two months, which A meets twice and B and C once; the fate stands last."""

_EARNED = f"{_CEILING}  intjänat: intjänat\n  per: 2025\nej intjänat: "

FATES = Section(
    "ej intjänat",
    "Ej intjänat",
    "Vad som händer med pengar som ingen tjänat in eller ingen klarat villkoren för. Det måste stå i filen så snart det finns villkor "
    "eller prestation. Programmet antar aldrig ett svar, för fyra olika förekommer.",
    (
        RuleKind(
            Fate.LAPSES,
            "förfaller",
            "Pengarna går tillbaka till staten.",
            (Example(f"{_EARNED}förfaller", "intjänat är 4, 3 och 1 Mkr"),),
        ),
        RuleKind(
            Fate.BONUS_POT,
            "bonuspott",
            "Pengarna läggs i en bonuspott. Den delas efter vad var och en tjänat in, så att hela potten delas ut.",
            (
                Example(
                    f"{_EARNED}bonuspott", "intjänat är 4, 3 och 1 Mkr; de 2 Mkr som blir över delas i samma proportion"
                ),
            ),
        ),
        RuleKind(
            Fate.STAYS_WHOLE,
            "delas av dem som uppfyller villkoren",
            "Bara de som klarat villkoren är med, och de delar hela potten med nyckeln. Efter prestation delas varje krav och månad "
            "för sig av dem som klarade just det.",
            (
                Example(f"{_NOT_C}delas av dem som uppfyller villkoren"),
                Example(
                    f"{ONE_REQUIREMENT}delas av dem som uppfyller villkoren",
                    "A klarade januari ensam och tar hela den månaden; februari delar alla",
                ),
            ),
        ),
        RuleKind(
            Fate.THE_BEST,
            "de bästa",
            "Pengarna delas av så många som har gjort mest, eller tjänat in mest, per invånare: efter nyckeln, lika där det inte finns "
            "någon. Alla som är lika på sista platsen är med. Den som inte tjänat in något är aldrig med.",
            (
                Example(
                    f"{_EARNED}{{blir: de bästa, antal: 1, per invånare enligt: {{underlag: folkmängd, per: 2024-12-31}}}}"
                ),
            ),
        ),
        RuleKind(
            Fate.NOT_FOUND,
            "ej funnet",
            "Källorna säger inte vad som händer. Pengarna visas som ej fördelade.",
            (Example(f"{_NOT_C}ej funnet"),),
        ),
    ),
)

_THIRDS = "belopp: 100 kr\ntill: regioner\nfördelning: lika\navrundning: "

ROUNDING = Section(
    "avrundning",
    "Avrundning",
    "Andelarna går sällan jämnt ut. Avrundningen säger hur de blir hela kronor. I exemplen är andelen 33,33 kr.",
    (
        RuleKind(
            Method.LARGEST_REMAINDER,
            "största rest",
            "Alla andelar avrundas nedåt. Kronorna som blir över går, en och en, till dem med störst rest. Är resterna lika går kronan "
            "till den lägsta koden. Gäller om inget annat står.",
            (
                Example(f"{_THIRDS}största rest"),
                Example(
                    "belopp: 1 000 000 kr\ntill: regioner\nfördelning: lika\n"
                    "avrundning: {sätt: största rest, till: 100 000 kr}",
                    "till hela hundratusental",
                ),
            ),
        ),
        RuleKind(
            Method.NEAREST,
            "närmaste",
            "Varje andel avrundas till närmaste krona. Summan kan då skilja någon krona från potten. "
            "Med `resten till` tar en mottagare skillnaden.",
            (
                Example(f"{_THIRDS}närmaste"),
                Example(f'{_THIRDS}{{sätt: närmaste, resten till: "01"}}', "A tar den krona som fattas"),
            ),
        ),
        RuleKind(
            Method.DOWN,
            "nedåt",
            "Alla andelar avrundas nedåt. Det som blir över är ej fördelat.",
            (Example(f"{_THIRDS}nedåt"),),
        ),
    ),
)

SECTIONS = (KEYS, BOUNDS, CONDITIONS, PERFORMANCE, FATES, ROUNDING)
