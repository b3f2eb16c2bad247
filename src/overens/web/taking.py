"""An answer -> what of it one may take along as files, each by the name that people know."""

from __future__ import annotations

from overens.vocabulary.wording import Text, plain
from overens.web.answer import Answer
from overens.web.form import Form

_NAMES = {
    Form.WORKBOOK: Text("Excel med formler", "Excel with formulas"),
    Form.PDF: plain("PDF"),
    Form.DOCX: plain("Word"),
    Form.MARKDOWN: plain("Markdown"),
    Form.JSONSTAT: plain("JSON-stat"),
    Form.PARQUET: plain("Parquet"),
}


def files_named(answer: Answer) -> list[tuple[Form, Text]]:
    """Return the files that the whole page can be had as, and what they are called."""
    return [(form, name) for form, name in _NAMES.items() if form in answer.files]
