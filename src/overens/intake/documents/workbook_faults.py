"""Why a workbook in particular gives no cells -> the sentence that says so, and what to do."""

from __future__ import annotations

from overens.intake.documents.answer import Refusal
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text

FEWER = Text("Dela upp filen: en för varje nyckeltal.", "Split the file: one for each indicator.")
AS_XLSX = Text(
    "Öppna filen, spara den som Excel-arbetsbok (.xlsx) och försök igen.",
    "Open the file, save it as an Excel workbook (.xlsx) and try again.",
)
OF_WORKBOOKS: dict[Refusal, Fault] = {
    Refusal.MACROS: Fault(
        Text("Filen har makron; en sådan läses inte.", "The file has macros; such a file is not read."), AS_XLSX
    ),
    Refusal.LINKS: Fault(
        Text("Filen hämtar värden ur andra filer.", "The file takes values from other files."),
        Text(
            "Klistra in värdena i stället för länkarna, eller bryt länkarna, och spara på nytt.",
            "Paste the values instead of the links, or break the links, and save it again.",
        ),
    ),
    Refusal.FAR: Fault(
        Text(
            "Cellen {cell} har innehåll; längre bort än rad {rows} eller kolumn {columns} läses inget.",
            "The cell {cell} has content; nothing is read beyond row {rows} or column {columns}.",
        ),
        Text("Töm det som står utanför tabellen.", "Empty what stands outside the table."),
    ),
    Refusal.MANY_CELLS: Fault(
        Text("Filen har fler än {most} ifyllda celler.", "The file has more than {most} cells with content."), FEWER
    ),
    Refusal.MANY_SHEETS: Fault(Text("Filen har fler än {most} blad.", "The file has more than {most} sheets."), FEWER),
}
