"""A table and how it is cited -> the table as a JSON-stat dataset, with what it says of where it comes from."""

from __future__ import annotations

from overens import __version__
from overens.export.csv_table import Table
from overens.export.json_stat import Cube, to_json_stat
from overens.usecases.citation import Citation
from overens.usecases.documents.citation import citation_document
from overens.usecases.identifiers import IDENTIFIERS
from overens.vocabulary.wording import Language


def statistics(table: Table, cube: Cube, citation: Citation | None, language: Language) -> str:
    """Return the dataset; it was updated the day it is as known on, so that the same question has the same answer."""
    about: dict[str, object] = {"source": f"Överens {__version__}"}
    if citation is not None:
        about["source"] = citation.words.say(language)
        if citation.as_known_on is not None:
            about["updated"] = citation.as_known_on.isoformat()
        about["extension"] = {"citation": citation_document(citation, language)}
    return to_json_stat(table, cube, language, IDENTIFIERS, about)
