"""An answer -> what every page shows around it: the way here, its other forms, the languages, how to cite it."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

from overens import __version__
from overens.usecases.citation import Citation
from overens.usecases.program import program
from overens.vocabulary.wording import Language
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.citing import citation_of
from overens.web.embed import oembed_links
from overens.web.embed_code import picture_part, table_part
from overens.web.files import file_address
from overens.web.form import Form
from overens.web.statistical import is_statistics
from overens.web.taking import files_named


def frame(answer: Answer, asked: Asked) -> dict[str, Any]:
    """Return what the base template needs, beside the page's own context."""
    other = Language.ENGLISH if asked.language is Language.SWEDISH else Language.SWEDISH
    citation = citation_of(answer, asked)
    return {
        "title": answer.title,
        "asked": asked,
        "edition": asked.edition,
        "link": asked.link,
        "here": asked.here,
        "year": max(asked.library.years, default=asked.today.year),
        "other_language": asked.here(lang=other.value if other is not Language.SWEDISH else ""),
        "tables": answer.tables,
        "taken_as": files_named(answer),
        "statistics": lambda table="": is_statistics(answer, table),
        "pictures": {one.name: one for one in answer.pictures},
        "file": file_address,
        "Form": Form,
        "version": __version__,
        "citation": citation,
        "program": _program(answer, citation),
        "own_files": citation is not None and citation.own_files,
        "picture_part": lambda name: picture_part(answer, asked, name, citation),
        "table_part": lambda name: table_part(answer, asked, name, citation),
        "oembed": oembed_links(asked, asked.here()) if answer.pictures else {},
    }


def _program(answer: Answer, citation: Citation | None) -> Markup | None:
    """Return the Python that computes the page's kronor again as it is cited, just as it is to be run."""
    if answer.again is None or citation is None:
        return None
    return escape(program(answer.again, citation.as_known_on, own_files=citation.own_files))
