"""What was read of a document -> one page: the text with its sums marked, the tree of sums, and every list with its way back."""

from __future__ import annotations

from overens.export.html_file import Html, element, join, text, whole_file
from overens.usecases.annotated.against import against_library
from overens.usecases.annotated.lists import dates, findings, names, passages
from overens.usecases.annotated.sums import beside_list, sums_table, sums_tree
from overens.usecases.annotated.tables import tables
from overens.usecases.annotated.text import document_text
from overens.usecases.read import Reading
from overens.usecases.wording.reading import source_words
from overens.vocabulary.wording import Language, Text

_TO_TEXT = Text("Till texten", "To the text")


def annotated_page(reading: Reading, language: Language) -> str:
    """Return the page as HTML in the language; the document's own words are never changed."""
    title = Text("Läst: {file}", "Read: {file}", {"file": _last_part(reading.file)}).say(language)
    sections = [section for section in _sections(reading, language) if section[2]]
    links = (element("li", element("a", text(name.say(language)), href=f"#{id_}")) for id_, name, _ in sections)
    contents = Text("Innehåll", "Contents").say(language)
    body = join(
        (
            element("a", text(_TO_TEXT.say(language)), class_="skip", href="#text"),
            element(
                "header",
                element("h1", text(title)),
                element("p", text(source_words(reading).say(language))),
                *_notes(reading, language),
                element("nav", element("ul", *links), aria_label=contents),
            ),
            element("main", *(_section(id_, name.say(language), held) for id_, name, held in sections)),
            element("footer", *_colophon(reading, language)),
        ),
        "\n",
    )
    return whole_file(title, body, language)


def _last_part(file: str) -> str:
    """Return the file's name without the folders that it lies in, which are nobody else's business."""
    return file.replace("\\", "/").rpartition("/")[2]


def _section(id_: str, name: str, held: Html) -> Html:
    return element(
        "section", element("h2", text(name), id=f"{id_}-heading"), held, id=id_, aria_labelledby=f"{id_}-heading"
    )


def _sections(reading: Reading, language: Language) -> list[tuple[str, Text, Html]]:
    return [
        ("text", Text("Texten", "The text"), document_text(reading, language)),
        ("sums", Text("Summor", "Sums"), sums_tree(reading, language)),
        ("beside", Text("Bredvid summorna", "Beside the sums"), beside_list(reading, language)),
        ("amounts", Text("Alla belopp", "All sums"), sums_table(reading, language)),
        ("tables", Text("Tabeller", "Tables"), tables(reading, language)),
        ("dates", Text("Datum", "Dates"), dates(reading, language)),
        ("names", Text("Avtal som nämns", "Agreements that are named"), names(reading, language)),
        ("rules", Text("Regler, som förslag", "Rules, as proposals"), passages(reading, language)),
        ("findings", Text("Att se över", "To look over"), findings(reading, language)),
        ("library", Text("Mot biblioteket", "Against the library"), against_library(reading, language)),
    ]


def _notes(reading: Reading, language: Language) -> list[Html]:
    return [element("p", text(note.say(language)), class_="warning") for note in reading.source.notes]


def _colophon(reading: Reading, language: Language) -> list[Html]:
    """Return how the page came about, so that it can be made again from the same document."""
    source = reading.source
    how = Text(
        "Läst maskinellt av Överens, utan nät. Roller och mottagare är förslag; texten gäller.",
        "Read by machine by Överens, without a network. Roles and recipients are proposals; the text is what counts.",
    )
    facts = [
        (Text("Dokumentets SHA-256", "SHA-256 of the document"), source.sha256),
        (Text("Filformat", "Format"), source.format.value),
        (Text("Teckenkod", "Encoding"), source.encoding or "–"),
    ]
    rows = (
        part for name, value in facts for part in (element("dt", text(name.say(language))), element("dd", text(value)))
    )
    return [element("p", text(how.say(language))), element("dl", *rows)]
