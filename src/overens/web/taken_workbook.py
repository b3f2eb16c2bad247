"""A page and what makes its workbook -> the file that is taken along."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from overens.export.does_not_fit import DoesNotFit
from overens.export.workbook.model import Workbook
from overens.export.workbook.write import write_workbook
from overens.usecases.citation import Citation
from overens.usecases.workbooks.cover import BookIdentity
from overens.vocabulary.wording import Language, Text
from overens.web.answer import MakeFile
from overens.web.asked import Asked
from overens.web.form import Form
from overens.web.refused import Refused


def workbook_file(asked: Asked, title: Text, make: Callable[[BookIdentity], Workbook]) -> Mapping[Form, MakeFile]:
    """Return the form that the page can be had in as a workbook, made only when asked for."""

    def written(language: Language, citation: Citation | None) -> bytes:
        cited = citation or Citation(title, asked.cited(asked.as_known_on), asked.as_known_on, None)
        try:
            return write_workbook(make(BookIdentity(language, cited, lambda path: asked.whole(asked.link(path)))))
        except DoesNotFit as large:
            raise Refused(422, large.fault) from None

    return {Form.WORKBOOK: written}
