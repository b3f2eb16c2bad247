"""Why a workbook gives no cells -> the sentence that says so, and what to do."""

from __future__ import annotations

from overens.intake.documents import faults
from overens.intake.documents.answer import Refusal, Refused
from overens.intake.documents.document import Format
from overens.intake.documents.kinds import Foreign
from overens.intake.documents.workbook_faults import AS_XLSX
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text

_FROM_TEMPLATE = Text(
    "Klistra in värdena i en mall: overens outcomes template.",
    "Paste the values into a template: overens outcomes template.",
)
_OWN: dict[Refusal, Fault] = {
    Refusal.PACKAGE: Fault(
        Text("Det är ett zip-arkiv, ingen Excelfil.", "It is a zip archive, not an Excel file."), _FROM_TEMPLATE
    ),
    Refusal.SPREADSHEET: Fault(
        Text(
            "Det är ett kalkylblad i ett annat format (.ods, .xlsb).",
            "It is a spreadsheet of another format (.ods, .xlsb).",
        ),
        AS_XLSX,
    ),
    Refusal.DOCTYPE: Fault(
        Text(
            "Filen har en dokumenttypsdeklaration (DOCTYPE), som ingen Excelfil behöver; den läses inte.",
            "The file has a document type declaration (DOCTYPE), which no Excel file needs; it is not read.",
        ),
        _FROM_TEMPLATE,
    ),
    Refusal.NO_PARSER: Fault(
        Text(
            "För att läsa och skriva Excelfiler behövs {name}, som inte är installerat.",
            "Reading and writing Excel files needs {name}, which is not installed.",
        ),
        Text(
            "Installera tillägget 'excel': pip install \"overens[excel]\" Eller använd CSV.",
            "Install the extra 'excel': pip install \"overens[excel]\" Or use CSV.",
        ),
    ),
}
_FOREIGN: dict[Foreign, Fault] = {
    Foreign.OLD_OFFICE: Fault(
        Text("Det är en fil från äldre Excel (.xls).", "It is a file from an older Excel (.xls)."), AS_XLSX
    ),
}


def refused(why: Refused) -> Fault:
    """Return why a workbook gives no cells."""
    own = _OWN.get(why.why)
    return faults.with_values(own, why.values) if own else faults.refused(why, Format.XLSX)


def long_field() -> Fault:
    """Return that a field of a CSV file is longer than any outcome, most often for want of a quotation mark."""
    return Fault.of(
        "Ett fält är längre än 131 072 tecken.",
        "Kontrollera citattecken och radbrytningar, eller klistra in värdena i en mall: overens outcomes template.",
        "A field is longer than 131 072 characters.",
        "Check quotation marks and line breaks, or paste the values into a template: overens outcomes template.",
    )


def foreign(kind: Foreign) -> Fault:
    """Return that the bytes are no file of outcomes, and what to do."""
    found = _FOREIGN.get(kind) or faults.foreign(kind)
    return found if kind in (Foreign.OLD_OFFICE, Foreign.LOCKED_OFFICE) else Fault(found.message, _FROM_TEMPLATE)


def not_installed(name: str) -> Fault:
    """Return that what reads or writes workbooks is not installed."""
    return refused(Refused(Refusal.NO_PARSER, name=name))


def not_outcomes(kind: str) -> Fault:
    """Return that a document of another kind is no file of outcomes."""
    return Fault.of(
        "Det är ett dokument ({kind}), ingen tabell med utfall.",
        "Ange en Excelfil (.xlsx) eller CSV; en mall fås med: overens outcomes template.",
        "It is a document ({kind}), not a table of outcomes.",
        "Give an Excel file (.xlsx) or CSV; a template comes with: overens outcomes template.",
        kind=kind,
    )
