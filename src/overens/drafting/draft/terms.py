"""The dates of a document -> what stands around the money in an agreement file: requisition, repayment, duties."""

from __future__ import annotations

from collections.abc import Sequence

from overens.agreement.model import Agreement
from overens.drafting.draft.model import Sheet
from overens.drafting.draft.words import day, said, to_fill_in, words
from overens.drafting.model import DateRole, ReadDate
from overens.drafting.reading import ReadDocument
from overens.vocabulary.names import fold
from overens.writing.write_tree import Keyed, Part, Scalar

_LONGEST_SENTENCE = 300
_STEM = 5


def terms_of(document: ReadDocument, sheet: Sheet) -> dict[str, Part]:
    """Return the keys of the agreement for what is to be asked for, paid back and reported, in the order of the file."""
    found: dict[str, Part] = _asked(document, _of_role(document, DateRole.APPLY_BY), sheet)
    repaid = _of_role(document, DateRole.REPAY_BY)
    if repaid:
        found["återbetalning"] = [_repayment(date, n, sheet) for n, date in enumerate(repaid)]
    duties = {
        (date.iso, _sentence(document, date)): date for date in document.dates if date.role.chosen is DateRole.REPORT_BY
    }
    if duties:
        found["skyldigheter"] = [
            _duty(date, sentence, n, sheet) for n, ((_, sentence), date) in enumerate(duties.items())
        ]
    return found


def payments_of(document: ReadDocument, path: str, sheet: Sheet) -> dict[str, Part]:
    """Return when an agreement of one pot is paid; with several dates, how much at each is to be filled in."""
    dates = _of_role(document, DateRole.PAY_BY)
    share = {"andel": to_fill_in()} if len(dates) > 1 else {}
    for n, date in enumerate(dates):
        sheet.note(f"{path}.utbetalning.{n}.senast", date.span)
    paid = [Keyed({**share, "senast": day(date), **_source(sheet)}) for date in dates]
    return {"utbetalning": [*paid]} if paid else {}


def unplaced_payments(document: ReadDocument) -> list[Part]:
    """Return what is not found where there are several pots: which of them is paid on each date."""
    dates = _of_role(document, DateRole.PAY_BY)
    return [Keyed({"vad": said(f"vilken pott som betalas {date.iso or date.text}")}) for date in dates]


def _of_role(document: ReadDocument, role: DateRole) -> list[ReadDate]:
    """Return the dates of a role, each day once."""
    by_day = {date.iso or date.text: date for date in reversed(document.dates) if date.role.chosen is role}
    return sorted(by_day.values(), key=lambda date: date.span)


def _asked(document: ReadDocument, dates: Sequence[ReadDate], sheet: Sheet) -> dict[str, Part]:
    """Return by when money is to be asked for: a requisition or an application, by the word that its sentence has."""
    if not dates:
        return {}
    date = dates[0]
    due = day(date)
    if len(dates) > 1:
        due = to_fill_in(f"{due.text}, eller ett av {len(dates) - 1} andra datum")
    sentence = fold(_sentence(document, date))
    kinds = {name: Agreement.model_fields[name].alias or name for name in ("requisition", "application")}
    named = [name for name, key in kinds.items() if fold(key)[:_STEM] in sentence]
    if named == ["application"]:
        sheet.note("ansökan.senast", date.span)
        return {kinds["application"]: Keyed({"senast": due, **_source(sheet)})}
    sheet.note("rekvisition.senast", date.span)
    need: dict[str, Part] = {} if named == ["requisition"] else {"behov": to_fill_in("krävs, eller är det en ansökan?")}
    return {kinds["requisition"]: Keyed({**need, "senast": due, **_source(sheet)})}


def _repayment(date: ReadDate, n: int, sheet: Sheet) -> Keyed:
    sheet.note(f"återbetalning.{n}.senast", date.span)
    return Keyed({"senast": day(date), **_source(sheet)})


def _duty(date: ReadDate, sentence: str, n: int, sheet: Sheet) -> Keyed:
    sheet.note(f"skyldigheter.{n}.senast", date.span)
    what = said(sentence, longest=_LONGEST_SENTENCE)
    return Keyed({"vad": what, "vem": to_fill_in(), "senast": day(date), **_source(sheet)})


def _source(sheet: Sheet) -> dict[str, Part]:
    return {"källa": Scalar(sheet.source.name)}


def _sentence(document: ReadDocument, date: ReadDate) -> str:
    """Return the words of the sentence that a date stands in, no more than a file has room for."""
    page = document.page
    at = page.clean.index_of(date.span.start)
    sentence = page.sentence_at(at)
    if sentence is None or at >= sentence.end:
        return date.text
    start = max(sentence.start, at - _LONGEST_SENTENCE)
    return words(page.text[start : min(sentence.end, start + 2 * _LONGEST_SENTENCE)], _LONGEST_SENTENCE)
