"""What to be careful with in a text that was read -> the sentence that says so, and what to do."""

from __future__ import annotations

from overens.intake.documents.answer import Remark, Values
from overens.intake.documents.faults import with_values
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text

_ENCODINGS = {"windows-1252": "Windows-1252", "latin-1": "Latin-1"}
_REMARKS: dict[Remark, Fault] = {
    Remark.PAGES_CUT: Fault(
        Text(
            "Bara de första {read} av {pages} sidor är lästa.", "Only the first {read} of {pages} pages have been read."
        ),
        Text("Dela upp dokumentet för att läsa resten.", "Split the document to read the rest."),
    ),
    Remark.PAGES_WITHOUT_TEXT: Fault(
        Text(
            "{n} av {pages} sidor har ingen text; de är tomma eller inskannade.",
            "{n} of {pages} pages have no text; they are empty or scanned.",
        ),
        Text(
            "Kontrollera i dokumentet att inga belopp står på dem.",
            "Check in the document that no amounts stand on them.",
        ),
    ),
    Remark.CUT_OFF: Fault(
        Text("PDF:en slutar tvärt; sidor kan saknas.", "The PDF ends abruptly; pages may be missing."),
        Text("Hämta dokumentet på nytt.", "Fetch the document anew."),
    ),
    Remark.OUTSIDE: Fault(
        Text(
            "Dokumentet hänvisar till bilder eller mallar utanför sig ({n}, först {sample}); de hämtas inte.",
            "The document refers to pictures or templates outside itself ({n}, first {sample}); they are not fetched.",
        ),
        Text(
            "Kontrollera i dokumentet att inga belopp står i dem.",
            "Check in the document that no amounts stand in them.",
        ),
    ),
}


def remark(what: Remark, values: Values) -> Fault:
    """Return what the reading of a document left out or could not tell."""
    return with_values(_REMARKS[what], values)


def older_encoding(encoding: str) -> Fault:
    """Return that the bytes are not UTF-8 and were read as something older."""
    return Fault.of(
        "Filen är inte UTF-8; den är läst som {encoding}.",
        "Kontrollera att å, ä och ö ser rätt ut; spara annars om filen som UTF-8.",
        "The file is not UTF-8; it was read as {encoding}.",
        "Check that å, ä and ö look right; otherwise save the file again as UTF-8.",
        encoding=_ENCODINGS[encoding],
    )


def garbled(n: int, sample: str, mended: str) -> Fault:
    """Return that letters were decoded wrongly before the document came here; it is read as it stands."""
    return with_values(
        Fault.of(
            "Felavkodade tecken ({n}): '{sample}' står i stället för '{mended}'. Texten är läst som den står.",
            "Hämta dokumentet på nytt, eller öppna det som UTF-8 och spara om det.",
            "Letters decoded wrongly ({n}): '{sample}' stands instead of '{mended}'. The text was read as it stands.",
            "Fetch the document anew, or open it as UTF-8 and save it again.",
        ),
        {"n": n, "sample": sample, "mended": mended},
    )


def lost(n: int, sample: str) -> Fault:
    """Return that letters have been replaced by a sign that says that they are lost."""
    return with_values(
        Fault.of(
            "Förlorade tecken ({n}): '{sample}'.",
            "Hämta dokumentet på nytt; tecknen går inte att återskapa.",
            "Lost letters ({n}): '{sample}'.",
            "Fetch the document anew; the letters cannot be restored.",
        ),
        {"n": n, "sample": sample},
    )
