"""What was read of a document -> the sentences that the terminal and the page of it both say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from overens.drafting.columns import rows_sum
from overens.drafting.findings.model import Finding, certainty_words
from overens.drafting.model import Cue, DateRole, Passage, ReadAmount, ReadDate, ReadTable, Receiver, Role, Span
from overens.drafting.rule_words import RULES
from overens.drafting.sums import SumNode, walk_sums
from overens.drafting.wording import cue_says, judged_words, period_words, receiver_sentence
from overens.usecases.read import Reading
from overens.vocabulary.wording import Text, counted, join_texts, plain

CODE, NAME, VALUE = Text("Kod", "Code"), Text("Namn", "Name"), Text("Värde", "Value")
_STATED_TOTAL = Text("Summa enligt texten", "Total as stated")
_SHARED_TOTAL = Text("Lika del av summan i texten", "Equal part of the sum in the text")
NO_SUMS = Text("Inga belopp är funna i texten.", "No sums were found in the text.")
NO_FINDINGS = Text(
    "Inget i texten säger emot något annat i den, så långt den är läst.",
    "Nothing in the text goes against anything else in it, as far as it has been read.",
)
NOT_ADDED = Text("Raderna går inte att summera.", "The rows cannot be added.")
_SHORT_HASH = 12
_MOST_CUES = 4
_LONGEST_NAME = 90
DATE_ORDER = (
    DateRole.APPLY_BY,
    DateRole.REPORT_BY,
    DateRole.REPAY_BY,
    DateRole.PAY_BY,
    DateRole.DECIDED,
    DateRole.OTHER,
)
"""What must be done comes first."""
BESIDE_ORDER = (Role.CHANGE, Role.PREVIOUS, Role.OUTSIDE, Role.PER_UNIT, Role.OTHER)


def total_words(table: ReadTable) -> Text:
    """Return what the total of a table is called: as stated, or an equal part of what is stated."""
    return _SHARED_TOTAL if table.total_is_share else _STATED_TOTAL


def source_words(reading: Reading) -> Text:
    """Return how the document was read: format, size, when it was published, and the beginning of its hash."""
    source, dated = reading.source, reading.said.page.dated
    parts = [
        Text("filformat {format}", "format {format}", {"format": source.format.value}),
        counted(len(source.text), ("tecken", "tecken"), ("character", "characters")),
    ]
    if source.pages:
        parts.append(counted(source.pages, ("sida", "sidor"), ("page", "pages")))
    parts.append(
        Text("publicerad {day}", "published {day}", {"day": dated})
        if dated
        else Text("publiceringsdag okänd", "date of publication unknown")
    )
    parts.append(plain(f"SHA-256 {source.sha256[:_SHORT_HASH]}"))
    return join_texts(parts, " · ")


def is_in_tree(node: SumNode) -> bool:
    """Tell whether a sum is a whole or a part."""
    return node.amount.role.chosen not in BESIDE_ORDER


def beside_sums(nodes: Iterable[SumNode]) -> Iterator[ReadAmount]:
    """Yield every sum that is no whole and no part, also where it stands without a whole."""
    for node in walk_sums(nodes):
        if not is_in_tree(node):
            yield from node.mentions
        yield from node.beside


def sum_facts(amount: ReadAmount) -> list[Text]:
    """Return what a sum is (where it does not stand under that already), who gets it, when, and for what."""
    facts = [] if amount.role.sure and amount.role.chosen in BESIDE_ORDER else [judged_words(amount.role)]
    if amount.receiver.chosen is not Receiver.NONE or not amount.receiver.sure:
        facts.append(Text("till {who}", "to {who}", {"who": receiver_sentence(amount)}))
    return facts + [
        words for words in (period_words(amount.mention.period), plain(_one_line(amount.purpose))) if words.say()
    ]


def lines_words(reading: Reading, spans: Iterable[Span]) -> Text:
    """Return the lines that the places stand on."""
    lines = sorted({reading.places.line(span.start) for span in spans})
    named: dict[str, object] = {"lines": ", ".join(map(str, lines))}
    return Text("rad {lines}", "line {lines}" if len(lines) == 1 else "lines {lines}", named)


def passage_kind(passage: Passage) -> Text:
    """Return which kind of rule a passage may speak of."""
    kinds = [_rule(kind) for kind in (passage.kind.chosen, *passage.kind.others)]
    named = Text(
        " eller ".join(f"{{k{n}}}" for n in range(len(kinds))),
        " or ".join(f"{{k{n}}}" for n in range(len(kinds))),
        {f"k{n}": kind for n, kind in enumerate(kinds)},
    )
    return named if passage.kind.sure else Text("{kinds}?", "{kinds}?", {"kinds": named})


def _rule(kind: str) -> Text:
    return Text("{n}, {what}", "{n}, {what}", {"n": kind, "what": RULES[kind]}) if kind in RULES else plain(kind)


def table_name(table: ReadTable) -> str:
    """Return what a table is called: the heading of its numbers, else what stands above it."""
    name = _one_line(table.header or table.caption)
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME].rpartition(' ')[0]} …"


def table_title(reading: Reading, n: int, table: ReadTable) -> Text:
    """Return a table's number, name, line and unit."""
    return Text(
        "{n}. {name} (rad {line}), {unit}",
        "{n}. {name} (line {line}), {unit}",
        {
            "n": str(n),
            "name": table_name(table),
            "line": str(reading.places.line(table.span.start)),
            "unit": judged_words(table.unit),
        },
    )


def table_under(table: ReadTable) -> Text | None:
    """Return what stands above a table, or None where that is its name already."""
    if not table.header or not table.caption or table.caption == table.header:
        return None
    return Text("Står under: {caption}", "Stands under: {caption}", {"caption": _one_line(table.caption)})


def doubt_words(reading: Reading, amount: ReadAmount) -> Text | None:
    """Return what speaks for which reading of a sum that is not sure, or None where it is."""
    doubted = [judged.cues for judged in (amount.role, amount.receiver) if not judged.sure]
    if not doubted:
        return None
    spoken: dict[str, dict[str, None]] = {}
    for cue in chain.from_iterable(doubted):
        spoken.setdefault(cue.says, {}).setdefault(_cue_words(reading, cue))
    chosen = {amount.role.chosen.value, amount.receiver.chosen.value}
    if not spoken:
        return Text("Inget i texten avgör.", "Nothing in the text decides it.")
    return join_texts(
        [
            Text(
                "För {it}: {words}.",
                "For {it}: {words}.",
                {"it": cue_says(says), "words": ", ".join(list(words)[:_MOST_CUES])},
            )
            for says, words in sorted(spoken.items(), key=lambda one: one[0] not in chosen)
        ]
    )


def _cue_words(reading: Reading, cue: Cue) -> str:
    """Return what spoke, in quotation marks where it is words of the document."""
    words = _one_line(cue.words)
    is_quoted = _one_line(reading.source.text[cue.span.start : cue.span.end]).casefold() == words.casefold()
    return f"”{words}”" if is_quoted else words


def _one_line(words: str) -> str:
    return " ".join(words.split())


def misprint_words(amount: ReadAmount) -> Text | None:
    """Return how a misprint was read, or None where there is none."""
    if not amount.mention.printed_as:
        return None
    return Text(
        "Står som ”{text}”; läst som {read}.",
        "Printed as ”{text}”; read as {read}.",
        {"text": _one_line(amount.mention.text), "read": amount.mention.printed_as},
    )


def table_words(table: ReadTable) -> Text:
    """Return what a table's rows sum to against the total that the document states."""
    total = rows_sum(table)
    if table.total is None:
        if total is None:
            return NOT_ADDED
        return Text(
            "Raderna summerar till {sum}; texten säger ingen summa.",
            "The rows sum to {sum}; the text states no total.",
            {"sum": total},
        )
    if table.sums is None or total is None:
        return NOT_ADDED
    if table.sums and total == table.total:
        return Text("Raderna summerar till {sum}: stämmer.", "The rows sum to {sum}: it adds up.", {"sum": total})
    if table.sums:
        return Text(
            "Raderna summerar till {sum}, av {total}: ryms i avrundningen.",
            "The rows sum to {sum}, of {total}: within the rounding.",
            {"sum": total, "total": table.total},
        )
    return Text(
        "Raderna summerar till {sum}, men summan anges till {total}: skillnad {gap}.",
        "The rows sum to {sum}, but the total is stated as {total}: difference {gap}.",
        {"sum": total, "total": table.total, "gap": abs(total - table.total)},
    )


def finding_words(finding: Finding) -> Text:
    """Return how sure a finding is, what it is, and what to do."""
    values: dict[str, object] = {"sure": certainty_words(finding.sure), "what": finding.what, "remedy": finding.remedy}
    return Text("{sure}: {what} {remedy}", "{sure}: {what} {remedy}", values)


def date_day(date: ReadDate) -> Text:
    """Return the day, with what was inferred or cannot be."""
    if date.impossible:
        return Text("”{text}” finns inte", "”{text}” does not exist", {"text": date.text})
    if date.year_inferred:
        return Text("{iso} (året härlett)", "{iso} (year inferred)", {"iso": date.iso})
    return plain(date.iso)


def dates_in_order(dates: tuple[ReadDate, ...]) -> list[ReadDate]:
    """Return the dates by what they are the date of, then by day."""
    return sorted(dates, key=lambda date: (DATE_ORDER.index(date.role.chosen), date.iso, date.span.start))


def section_of(role: Role) -> Text:
    """Return the heading of the sums beside the tree that have the role."""
    return _BESIDE[role]


_BESIDE = {
    Role.CHANGE: Text("Ändringar", "Changes"),
    Role.PREVIOUS: Text("Tidigare", "Previously"),
    Role.OUTSIDE: Text("Utanför", "Outside"),
    Role.PER_UNIT: Text("Per enhet", "Per unit"),
    Role.OTHER: Text("Annat", "Other"),
}
