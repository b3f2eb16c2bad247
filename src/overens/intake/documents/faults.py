"""Why a document gives no text -> the sentence that says so, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from overens.intake.documents.answer import Refusal, Refused
from overens.intake.documents.call_child import End
from overens.intake.documents.document import Format
from overens.intake.documents.kinds import Foreign
from overens.intake.documents.limits import CHILD_MEMORY, CHILD_SECONDS
from overens.intake.documents.workbook_faults import OF_WORKBOOKS
from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Text, counted, whole_number

SMALLER = Text(
    "Dela upp dokumentet, eller spara bara den del som ska läsas.",
    "Split the document, or save only the part that is to be read.",
)
_ANEW = Text(
    "Hämta dokumentet på nytt, eller spara det som text (.txt).", "Fetch the document anew, or save it as text (.txt)."
)
_AS_READABLE = Text(
    "Spara dokumentet som .docx, PDF, webbsida eller text.", "Save the document as .docx, PDF, web page or text."
)
_UNPACK = Text("Packa upp det och ange ett dokument i taget.", "Unpack it and give one document at a time.")
_FOREIGN: dict[Foreign, Fault] = {
    Foreign.OLD_OFFICE: Fault(
        Text(
            "Det är en fil från äldre Office (.doc, .xls, .msg).",
            "It is a file from an older Office (.doc, .xls, .msg).",
        ),
        Text("Öppna den och spara den som .docx eller PDF.", "Open it and save it as .docx or PDF."),
    ),
    Foreign.LOCKED_OFFICE: Fault(
        Text("Dokumentet är låst med lösenord.", "The document is locked with a password."),
        Text("Öppna det, ta bort lösenordet och spara det på nytt.", "Open it, remove the password and save it again."),
    ),
    Foreign.RICH_TEXT: Fault(Text("Det är en RTF-fil.", "It is an RTF file."), _AS_READABLE),
    Foreign.PICTURE: Fault(
        Text("Det är en bild; texten i den läses inte.", "It is a picture; text in it is not read."),
        Text(
            "Ange dokumentet som text, eller låt ett program för texttolkning (OCR) läsa bilden först.",
            "Give the document as text, or have a program for text recognition (OCR) read the picture first.",
        ),
    ),
    Foreign.ARCHIVE: Fault(Text("Det är ett arkiv med packade filer.", "It is an archive of packed files."), _UNPACK),
    Foreign.PROGRAM: Fault(
        Text("Det är ett program, inget dokument.", "It is a program, not a document."), _AS_READABLE
    ),
    Foreign.BINARY: Fault(
        Text(
            "Det är ingen text: filen har tecken som ingen text har.",
            "It is no text: the file has signs that no text has.",
        ),
        _AS_READABLE,
    ),
}
_REFUSED: dict[Refusal, Fault] = {
    Refusal.EMPTY: Fault(
        Text("Dokumentet har ingen text.", "The document holds no text."),
        Text("Kontrollera att det är rätt fil.", "Check that it is the right file."),
    ),
    Refusal.SCANNED: Fault(
        Text(
            "PDF:en har ingen text ({pages}); den är troligen inskannad.",
            "The PDF has no text ({pages}); it was probably scanned.",
        ),
        Text(
            "Låt ett program för texttolkning (OCR) läsa den först, eller hämta den som text hos utgivaren.",
            "Have a program for text recognition (OCR) read it first, or fetch it as text from the publisher.",
        ),
    ),
    Refusal.ENCRYPTED: _FOREIGN[Foreign.LOCKED_OFFICE],
    Refusal.DAMAGED: Fault(
        Text(
            "Filen börjar som {kind} men är skadad eller ofullständig.",
            "The file begins as {kind} but is damaged or incomplete.",
        ),
        _ANEW,
    ),
    Refusal.BOMB: Fault(
        Text(
            "Filen är packad så att den blir orimligt stor; den packas inte upp.",
            "The file is packed so that it becomes unreasonably large; it is not unpacked.",
        ),
        _ANEW,
    ),
    Refusal.NAMES: Fault(
        Text(
            "Filen har delar med dubbla namn, eller namn som leder ut ur den; den packas inte upp.",
            "The file has parts with the same name, or names that lead out of it; it is not unpacked.",
        ),
        _ANEW,
    ),
    Refusal.DOCTYPE: Fault(
        Text(
            "Filen har en dokumenttypsdeklaration (DOCTYPE), som inget Word-dokument behöver; den läses inte.",
            "The file has a document type declaration (DOCTYPE), which no Word document needs; it is not read.",
        ),
        _ANEW,
    ),
    Refusal.DEEP: Fault(
        Text(
            "Webbsidan har element inuti element i fler än {most} led.",
            "The web page has elements within elements more than {most} deep.",
        ),
        _ANEW,
    ),
    Refusal.PACKAGE: Fault(
        Text("Det är ett zip-arkiv, inget Word-dokument.", "It is a zip archive, not a Word document."), _UNPACK
    ),
    Refusal.SPREADSHEET: Fault(
        Text(
            "Det är ett kalkylblad eller ett OpenDocument-dokument (.xlsx, .ods, .odt).",
            "It is a spreadsheet or an OpenDocument document (.xlsx, .ods, .odt).",
        ),
        Text(
            "Spara texten som .docx eller PDF; en tabell med belopp kan läggas som CSV under 'underlag'.",
            "Save the text as .docx or PDF; a table of amounts can be put as CSV under 'underlag'.",
        ),
    ),
    Refusal.TOO_MUCH: Fault(
        Text("Dokumentet har mer än {most} tecken.", "The document holds more than {most} characters."), SMALLER
    ),
    Refusal.MEMORY: Fault(
        Text(
            "Dokumentet kräver mer minne än läsningen får.", "The document needs more memory than reading it may take."
        ),
        SMALLER,
    ),
    Refusal.NO_PARSER: Fault(
        Text(
            "För att läsa {kind} behövs {name}, som inte är installerat.",
            "Reading {kind} needs {name}, which is not installed.",
        ),
        Text(
            "Installera tillägget 'read': pip install \"overens[read]\"",
            "Install the extra 'read': pip install \"overens[read]\"",
        ),
    ),
}
_REFUSED |= OF_WORKBOOKS
_ENDED: dict[End, Fault] = {
    End.TOO_SLOW: Fault(
        Text(
            "Dokumentet tog mer än {seconds} sekunder att läsa; läsningen avbröts.",
            "The document took more than {seconds} seconds to read; reading was ended.",
        ),
        SMALLER,
    ),
    End.BROKE: Fault(
        Text(
            "Dokumentet går inte att läsa: det är skadat, eller kräver mer än {megabytes} MB minne.",
            "The document cannot be read: it is damaged, or needs more than {megabytes} MB of memory.",
        ),
        _ANEW,
    ),
    End.NOT_STARTED: Fault(
        Text(
            "Datorn lät inte programmet starta den process som läser dokumentet.",
            "The machine did not let the program start the process that reads the document.",
        ),
        Text(
            "Frigör minne och processer, eller spara dokumentet som text (.txt).",
            "Free memory and processes, or save the document as text (.txt).",
        ),
    ),
}
_NAMES = {
    Format.HTML: Text("en webbsida", "a web page"),
    Format.PDF: Text("en PDF", "a PDF"),
    Format.DOCX: Text("ett Word-dokument", "a Word document"),
    Format.XLSX: Text("en Excelfil", "an Excel file"),
}


def foreign(kind: Foreign) -> Fault:
    """Return that the bytes are no document for the reader, and what to do."""
    return _FOREIGN[kind]


def empty() -> Fault:
    """Return that a document holds nothing but space."""
    return _REFUSED[Refusal.EMPTY]


def too_much_text(most: int) -> Fault:
    """Return that a document holds more text than is read."""
    return with_values(_REFUSED[Refusal.TOO_MUCH], {"most": most})


def refused(why: Refused, kind: Format) -> Fault:
    """Return why a document gives no text."""
    pages = counted(int(why.values.get("pages", 0)), ("sida", "sidor"), ("page", "pages"))
    return with_values(_REFUSED[why.why], {**why.values, "pages": pages, "kind": _NAMES[kind]})


def ended(how: End) -> Fault:
    """Return how the reading of a document ended without an answer."""
    megabytes = CHILD_MEMORY // 1024 // 1024
    return with_values(_ENDED[how], {"seconds": CHILD_SECONDS, "megabytes": megabytes})


def with_values(fault: Fault, values: Mapping[str, object]) -> Fault:
    """Return the fault with its values; numbers are shown as numbers are."""
    shown = {name: whole_number(value) if isinstance(value, int) else value for name, value in values.items()}
    message, remedy = fault.message, fault.remedy
    return Fault(Text(message.sv, message.en, shown), Text(remedy.sv, remedy.en, shown))
