"""What may be wrong in a cell of outcomes, once for each kind: the sentences, without the cell's own value."""

from __future__ import annotations

from overens.figures.counted import Unfit
from overens.vocabulary.problems import Fault

TEXT = Fault.of(
    "Där står text i stället för ett tal.",
    "Skriv ett tal, lämna cellen tom om värdet inte är känt, eller skriv '..' om det inte publiceras.",
    "There is text instead of a number.",
    "Write a number, leave the cell empty if the value is not known, or write '..' if it is not published.",
)
NUMBER_AS_TEXT = Fault.of(
    "Talet står som text; det lästes som det tal det ser ut som.",
    "Formatera cellen som tal om något annat menas.",
    "The number stands as text; it was read as the number it looks like.",
    "Format the cell as a number if something else is meant.",
)
DATE = Fault.of(
    "Där står ett datum i stället för ett tal; kalkylprogrammet kan ha gjort om det som skrevs.",
    "Formatera cellen som tal och skriv värdet igen.",
    "There is a date instead of a number; the spreadsheet may have changed what was written.",
    "Format the cell as a number and write the value again.",
)
ERROR = Fault.of(
    "Cellen visar ett fel.",
    "Rätta formeln, eller skriv värdet.",
    "The cell shows an error.",
    "Mend the formula, or write the value.",
)
FORMULA = Fault.of(
    "Cellen är en formel vars värde inte är sparat.",
    "Öppna filen i ett kalkylprogram och spara den, eller klistra in värdet i stället för formeln.",
    "The cell is a formula whose value is not saved.",
    "Open the file in a spreadsheet program and save it, or paste the value instead of the formula.",
)
PER_CENT = Fault.of(
    "Cellen är formaterad i procent.",
    "Skriv antalet; andelen räknas ut av täljare och nämnare.",
    "The cell is formatted as per cent.",
    "Write the count; the share is computed from numerator and denominator.",
)
NOT_WHOLE = Fault.of(
    "Ett antal är ett heltal som är 0 eller mer.",
    "Skriv hur många det är.",
    "A count is a whole number, 0 or more.",
    "Write how many there are.",
)
TOO_LARGE = Fault.of(
    "Antalet är större än någon region har.",
    "Kontrollera siffrorna; högst 999 999 999.",
    "The count is larger than any region has.",
    "Check the digits; at most 999 999 999.",
)
UNFIT = {
    Unfit.NO_DENOMINATOR: Fault.of(
        "Nämnaren är 0; en andel av inget går inte att räkna.",
        "Lämna både täljare och nämnare tomma, eller skriv '..' i båda, om ingen fanns att räkna.",
        "The denominator is 0; a share of nothing cannot be computed.",
        "Leave both numerator and denominator empty, or write '..' in both, if there was nobody to count.",
    ),
    Unfit.BELOW: NOT_WHOLE,
    Unfit.ABOVE: Fault.of(
        "Andelen är över 100 %: täljaren är större än nämnaren.",
        "Kontrollera att täljare och nämnare inte har bytt plats.",
        "The share is above 100%: the numerator is larger than the denominator.",
        "Check that numerator and denominator have not changed places.",
    ),
}
ABOVE_HUNDRED = Fault.of(
    "Andelen är inte mellan 0 och 100 procent.",
    "Skriv den i procent: 87,5.",
    "The share is not between 0 and 100 per cent.",
    "Write it in per cent: 87,5.",
)
HALF_A_PAIR = Fault.of(
    "Bara den ena av täljare och nämnare är ifylld.",
    "Fyll i båda, eller lämna båda tomma.",
    "Only one of numerator and denominator is filled in.",
    "Fill in both, or leave both empty.",
)
NATIONAL = Fault.of(
    "Raden är riket eller en summa, ingen region.",
    "Ta bort raden; riket är summan av regionerna.",
    "The row is the country or a sum, not a region.",
    "Remove the row; the country is the sum of the regions.",
)
MUNICIPALITY = Fault.of(
    "Raden är en kommun; utfallen är per region.",
    "Ange regionens kod med två siffror ('06').",
    "The row is a municipality; outcomes are by region.",
    "Give the region's code of two digits ('06').",
)
NOBODY = Fault.of(
    "Raden är ingen region som tar del.",
    "Skriv regionens kod ('06') eller namn; de 21 regionerna står i mallen.",
    "The row is no region that takes part.",
    "Write the region's code ('06') or name; the 21 regions stand in the template.",
)
OTHER_NAME = Fault.of(
    "Koden hör till en annan region än namnet bredvid.",
    "Rätta koden eller namnet.",
    "The code belongs to another region than the name beside it.",
    "Mend the code or the name.",
)
DOUBLED = Fault.of(
    "Samma region och period står två gånger.",
    "Ta bort den ena.",
    "The same region and period stand twice.",
    "Remove one of them.",
)
DOUBLED_COLUMN = Fault.of(
    "Kolumnen finns redan till vänster.",
    "Ta bort den ena.",
    "The column stands already to the left.",
    "Remove one of them.",
)
NO_PERIOD = Fault.of(
    "Kolumnen har värden men ingen månad eller inget år i rubriken.",
    "Skriv '2024-03' eller '2024', för andelar '2024-03 täljare' och '2024-03 nämnare'.",
    "The column has values but no month or year in its heading.",
    "Write '2024-03' or '2024', for shares '2024-03 täljare' and '2024-03 nämnare'.",
)
WRONG_PERIOD = Fault.of(
    "Det är ingen månad och inget år.",
    "Skriv '2024-03' eller '2024', i en cell som är text.",
    "It is neither a month nor a year.",
    "Write '2024-03' or '2024', in a cell that is text.",
)
SINGLE_COLUMN = Fault.of(
    "Kolumnen saknar sin andra halva: en andel har täljare och nämnare.",
    "Lägg till den andra kolumnen för samma period.",
    "The column lacks its other half: a share has numerator and denominator.",
    "Add the other column for the same period.",
)
NOT_THE_MEASURE = Fault.of(
    "Kolumnen passar inte måttet: en volym har ett tal per period, en andel täljare och nämnare.",
    "Rätta 'mått' på försättsbladet, eller rubriken.",
    "The column does not fit the measure: a volume has one number a period, a share numerator and denominator.",
    "Mend 'mått' on the cover sheet, or the heading.",
)
NO_HEADER = Fault.of(
    "Rubrikraden med 'kod' och månader finns inte.",
    "Låt rubrikraden i mallen stå kvar.",
    "The heading row with 'kod' and months is not there.",
    "Leave the heading row of the template as it is.",
)
NOTHING = Fault.of(
    "Inget värde är ifyllt.",
    "Fyll i bladet, eller ta bort nyckeltalet ur försättsbladet.",
    "No value is filled in.",
    "Fill in the sheet, or remove the indicator from the cover sheet.",
)
STRAY = Fault.of(
    "Bladet hör inte till något nyckeltal på försättsbladet.",
    "Ge det nyckeltalets namn, lägg till nyckeltalet, eller ta bort bladet.",
    "The sheet belongs to no indicator on the cover sheet.",
    "Give it the indicator's name, add the indicator, or remove the sheet.",
)
NOT_YET_MEASURED = Fault.of(
    "Perioden hade inte börjat den dag som 'känd från' säger.",
    "Rätta perioden, eller 'känd från'.",
    "The period had not begun on the day that 'känd från' says.",
    "Mend the period, or 'känd från'.",
)


def no_sheet(indicator: str, sheet: str, near: str | None) -> Fault:
    """Return that an indicator has no sheet, with the one that may be meant."""
    return Fault.of(
        "Nyckeltalet '{indicator}' har inget blad '{sheet}'.",
        "Döp bladet '{near}' till det, om det är det." if near else "Lägg till bladet, eller ta bort nyckeltalet.",
        "The indicator '{indicator}' has no sheet '{sheet}'.",
        "Name the sheet '{near}' so, if that is it." if near else "Add the sheet, or remove the indicator.",
        indicator=indicator,
        sheet=sheet,
        near=near,
    )


def no_cover(name: str) -> Fault:
    """Return that the cover sheet is not there."""
    return Fault.of(
        "Försättsbladet '{name}' finns inte.",
        "Utgå från en mall: overens outcomes template.",
        "The cover sheet '{name}' is not there.",
        "Begin with a template: overens outcomes template.",
        name=name,
    )


def region_lacks(region: str, periods: str) -> Fault:
    """Return that a region has no value for some of the periods that others have."""
    return Fault.of(
        "{region} saknar värde för {periods}.",
        "Luckorna behålls som luckor; fyll i dem om värdena finns.",
        "{region} has no value for {periods}.",
        "The gaps are kept as gaps; fill them in if the values exist.",
        region=region,
        periods=periods,
    )


def nobody_has(periods: str) -> Fault:
    """Return that no region has a value for some periods."""
    return Fault.of(
        "Ingen region har värde för {periods}.",
        "Perioderna blir luckor; fyll i dem om värdena finns.",
        "No region has a value for {periods}.",
        "The periods become gaps; fill them in if the values exist.",
        periods=periods,
    )


def unknown_indicator(name: str, near: str | None, known: str) -> Fault:
    """Return that a row is of an indicator that the head does not name."""
    return Fault.of(
        "Nyckeltalet '{name}' står inte i huvudet.",
        "Menade du '{near}'?" if near else "Där står: {known}.",
        "The indicator '{name}' is not in the head.",
        "Did you mean '{near}'?" if near else "There are: {known}.",
        name=name,
        near=near,
        known=known,
    )
