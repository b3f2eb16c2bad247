"""A printed notice and a language -> its words as plain data, for the template that sets them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from overens.usecases.citation import known_words
from overens.usecases.printed.model import (
    Block,
    FirstPage,
    PrintedCell,
    PrintedList,
    PrintedNotice,
    PrintedSources,
    PrintedTable,
    PrintedWords,
    Section,
)
from overens.vocabulary.wording import NO_BREAK_SPACE, WITHIN_NUMBER, Language, Text

Sheet: TypeAlias = dict[str, Any]

_WORDS = {
    "appendix": Text("Bilaga", "Appendix"),
    "sums": Text("Summor", "Sums"),
    "standing": Text("Hur det står", "How it stands"),
    "kronor": Text("Kronor", "Kronor"),
    "pots": Text("Potter", "Pots"),
    "to_do": Text("Vad ni måste begära eller göra", "What you must ask for or do"),
    "largest": Text("De största bidragen", "The largest grants"),
    "last_year": Text("Mot förra året", "Against last year"),
    "how_sure": Text("Hur säkert det är", "How sure it is"),
    "page": Text("sida", "page"),
    "of": Text("av", "of"),
    "run": Text("körning", "run"),
    "whole_run": Text("Hela körningens kontrollsumma", "The whole hash of the run"),
    "about": Text("Om beskedet", "About the notice"),
    "its_page": Text("Platsens sida, där varje krona förklaras:", "The place's page, where every krona is explained:"),
}
_QR = Text("QR-kod till platsens sida: ", "QR code to the place's page: ")
Say: TypeAlias = Callable[[Text | None], str]


def sheet_of(notice: PrintedNotice, language: Language) -> Sheet:
    """Return every word of the notice in the language, where it stands."""

    def say(text: Text | None) -> str:
        return WITHIN_NUMBER.sub(NO_BREAK_SPACE, text.say(language)) if text is not None else ""

    citation = notice.citation
    return {
        "language": language.value,
        "title": say(notice.title),
        "known": say(known_words(notice.as_known_on)),
        "address": notice.address,
        "qr": say(_QR) + notice.address,
        "run": citation.short_run if citation else "",
        "whole_run": citation.run.whole if citation and citation.run else "",
        "cited": say(citation.words) if citation else "",
        "words": {name: say(words) for name, words in _WORDS.items()},
        "first": _first(notice.first, say),
        "appendix": [_section(section, say) for section in notice.appendix],
    }


def _first(first: FirstPage, say: Say) -> Sheet:
    return {
        "from_what": say(first.from_what),
        "nothing": say(first.nothing),
        "sums": [
            {
                "name": say(one.name),
                "meaning": say(one.meaning),
                "kronor": [say(kr) for kr in one.kronor],
                "pots": say(one.pots),
                "between": say(one.between),
                "computed": one.computed,
            }
            for one in first.sums
        ],
        "to_do": _table(first.to_do, say) if first.to_do else None,
        "to_do_words": [say(one) for one in first.to_do_words],
        "largest": _table(first.largest, say) if first.largest else None,
        "largest_more": [say(one) for one in first.largest_more],
        "last_year": say(first.last_year),
        "how_sure": say(first.how_sure),
    }


def _section(section: Section, say: Say) -> Sheet:
    return {"heading": say(section.heading), "blocks": [_block(block, say) for block in section.blocks]}


def _block(block: Block, say: Say) -> Sheet:
    match block:
        case PrintedTable():
            return _table(block, say)
        case PrintedWords():
            about = say(block.about)
            return {"kind": "words", "about": about, "text": say(block.text).strip(), "sources": list(block.sources)}
        case PrintedList():
            return {"kind": "list", "about": say(block.about), "texts": [say(one) for one in block.texts]}
        case PrintedSources():
            listed = [{"number": one.number, "words": one.words, "href": one.href} for one in block.listed]
            return {"kind": "sources", "listed": listed}


def _table(table: PrintedTable, say: Say) -> Sheet:
    def row(cells: tuple[PrintedCell, ...]) -> list[Sheet]:
        return [{"text": say(one.text), "note": say(one.note), "sources": list(one.sources)} for one in cells]

    return {
        "kind": "table",
        "columns": [{"heading": say(one.heading), "broad": one.broad, "kronor": one.kronor} for one in table.columns],
        "rows": [row(cells) for cells in table.rows],
        "totals": [row(cells) for cells in table.totals],
    }
