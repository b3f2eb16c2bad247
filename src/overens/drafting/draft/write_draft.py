"""What a document says -> a draft agreement file, where all that it does not say stands as 'att fylla i'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from overens.drafting.draft.changes import change_of
from overens.drafting.draft.lists import summed
from overens.drafting.draft.model import Draft, DraftSource, Sheet
from overens.drafting.draft.pots import earmarks_of, pots_of, whole_of
from overens.drafting.draft.terms import payments_of, terms_of, unplaced_payments
from overens.drafting.draft.words import LONGEST_TEXT, either, printed, said, short_id, to_fill_in, words
from overens.drafting.model import Role
from overens.drafting.money import money_of
from overens.drafting.reading import ReadDocument
from overens.drafting.sums import SumNode, divided, tree_of_sums, walk_sums, wholes_in
from overens.vocabulary.names import slug
from overens.vocabulary.periods import parse_when, parse_years
from overens.vocabulary.problems import Fault
from overens.vocabulary.sources import GrantKind, Status
from overens.writing.values import Missing
from overens.writing.write_tree import Keyed, Part, Scalar, write_tree

_MOST_LISTED = 12
_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")


def write_draft(document: ReadDocument, *, source: DraftSource, whole: int = 0) -> Draft:
    """Return a draft of the agreement that the document is about.

    Every value has its place in the document under 'ställen' of its source. A role that is not sure stands with
    what else it may be, as something to fill in; no rule is guessed.

    Args:
        source: What is known of the document besides its text.
        whole: Which of the document's wholes (`wholes_in`) the draft is of, where it has several.
    """
    trees = tree_of_sums(document)
    wholes = wholes_in(trees)
    node = wholes[min(whole, len(wholes) - 1)] if wholes else None
    within = list(walk_sums([node])) if node is not None else []
    sheet = _sheet(document, node, source)
    loose = [one for one in trees if one.amount.role.chosen in (Role.PART, Role.EARMARK)] if node is None else []
    amount = whole_of(node, sheet)
    pots = pots_of(node, loose, sheet)
    around: dict[str, Part] = terms_of(document, sheet)
    pots, not_found = _paid(pots, document, sheet)
    earmarks = earmarks_of(node, divided(node), "", sheet) if node is not None and len(pots) > 1 else []
    outside = _outside(node, trees, sheet)
    change = change_of(node, "", sheet) if node is not None and len(pots) > 1 else {}
    head = _head(document, node, sheet)
    entries: dict[str, Part] = {
        **head,
        "belopp": amount,
        "källa": Scalar(source.name),
        "källor": Keyed({source.name: _source(sheet)}, is_block=True),
        "potter": Keyed(pots, is_block=True),
        **({"utanför": [*outside]} if outside else {}),
        **({"öronmärkt": [*earmarks]} if earmarks else {}),
        **around,
        **change,
        **({"ej funnet": not_found} if not_found else {}),
        **_remark(document, [one for one in wholes if one not in within]),
    }
    return Draft(sheet.id, write_tree(Keyed(entries)), sheet.files)


def _sheet(document: ReadDocument, node: SumNode | None, source: DraftSource) -> Sheet:
    """Return the sheet to write on, with the id and the year of the agreement."""
    years = _years(document, node)
    year = years[:4] if not isinstance(parse_years(years), Fault) else ""
    name = short_id(slug(_subject_of(document) or source.title or _title(document)), "utkast")
    if year and year not in name.split("-"):
        name = f"{name}-{year}"
    return Sheet(document.page, name, source, year, summed(document.tables))


def _paid(pots: dict[str, Part], document: ReadDocument, sheet: Sheet) -> tuple[dict[str, Part], list[Part]]:
    """Return the pots, with the payments if there is one pot only; else that it is not found which of them each date pays."""
    if len(pots) > 1:
        return pots, unplaced_payments(document)
    return {
        name: Keyed({**pot.entries, **payments_of(document, f"potter.{name}", sheet)}, is_block=True)
        if isinstance(pot, Keyed) and "potter" not in pot.entries
        else pot
        for name, pot in pots.items()
    }, []


def _head(document: ReadDocument, node: SumNode | None, sheet: Sheet) -> dict[str, Part]:
    names = list(dict.fromkeys(filter(None, (words(one.text) for one in document.names))))
    if len(names) == 1:
        sheet.note("namn", document.names[0].span)
    years, came = _years(document, node), words(sheet.source.published)
    return {
        "id": Scalar(sheet.id),
        "namn": said(names[0][:1].upper() + names[0][1:])
        if len(names) == 1
        else to_fill_in(either(names) if names else ""),
        "slag": _kind(names),
        "avser": to_fill_in(years) if isinstance(parse_years(years), Fault) else Scalar(years),
        "beslutad": to_fill_in(f"dokumentet är från {came}") if came else Scalar(Missing.NOT_FOUND.value),
        "status": to_fill_in(either(status.value for status in Status)),
    }


def _kind(names: Sequence[str]) -> Scalar:
    """Return the kind of act that the one name itself says ('Tilläggsöverenskommelse om …')."""
    kinds = sorted((kind.value for kind in GrantKind), key=len, reverse=True)
    first = names[0].casefold() if len(names) == 1 else ""
    return next((Scalar(kind) for kind in kinds if first.startswith(kind)), to_fill_in(either(reversed(kinds))))


def _name_of(document: ReadDocument) -> str:
    return words(document.names[0].text) if len(document.names) == 1 else ""


def _subject_of(document: ReadDocument) -> str:
    """Return what the one agreement that is named is about, else its name."""
    return words(document.names[0].subject) or _name_of(document) if len(document.names) == 1 else ""


def _title(document: ReadDocument) -> str:
    title = document.page.title
    return words(document.page.text[title.start : title.end]) if title is not None else ""


def _years(document: ReadDocument, node: SumNode | None) -> str:
    """Return the years that the money is for, as the document says; "" if it does not, or several things."""
    if node is not None and node.amount.mention.period:
        return node.amount.mention.period.replace("-", "–")
    found = {one.mention.period for one in document.amounts if one.mention.period}
    found = found or set(_YEAR.findall(_name_of(document)))
    return found.pop().replace("-", "–") if len(found) == 1 else ""


def _source(sheet: Sheet) -> Keyed:
    """Return the document as a source, with its fingerprint and where in it each value stands."""
    source = sheet.source
    published = source.published if not isinstance(parse_when(source.published), Fault) else ""
    stretches = {path: Scalar(f"{span.start}–{span.end}") for path, span in sheet.stretches.items()}
    entries: dict[str, Part] = {"titel": said(source.title)}
    entries |= {"utgivare": said(source.publisher)} if source.publisher else {}
    entries |= {"adress": said(source.address)} if source.address else {}
    entries["datum"] = Scalar(published or Missing.NOT_FOUND.value)
    entries |= {"fingeravtryck": Scalar(source.fingerprint)} if source.fingerprint else {}
    entries |= {"ställen": Keyed({**stretches})} if stretches else {}
    return Keyed(entries, is_block=True)


def _outside(node: SumNode | None, trees: Sequence[SumNode], sheet: Sheet) -> list[Part]:
    """Return what the document names beside the whole and outside it."""
    beside = [one for part in walk_sums([node] if node is not None else []) for one in part.beside]
    beside += [one.amount for one in trees]
    found: list[Part] = []
    for one in beside:
        if one.role.chosen is Role.OUTSIDE and len(found) < _MOST_LISTED:
            sheet.note(f"utanför.{len(found)}.belopp", one.mention.span)
            amount = printed(money_of(one.mention))[0]
            name = (
                said(one.purpose)
                if one.role.sure
                else to_fill_in(either(r.value for r in (Role.OUTSIDE, *one.role.others)))
            )
            found.append(Keyed({"namn": name, "belopp": amount, "källa": Scalar(sheet.source.name)}))
    return found


def _remark(document: ReadDocument, others: Sequence[SumNode]) -> dict[str, Part]:
    """Return what the document says and the draft has no key for: other wholes, and sentences that may be about the rule."""
    lines = [f"{words(p.text, 300)} (tecken {p.span.start}–{p.span.end}, {p.kind.chosen})" for p in document.passages]
    remark = []
    if others:
        shown = ", ".join(f"{words(one.amount.mention.text)} (tecken {_at(one)})" for one in others[:_MOST_LISTED])
        remark.append(f"Dokumentet säger också: {shown}.")
    if lines:
        remark.append(f"Om regeln säger dokumentet: {'; '.join(lines[:_MOST_LISTED])}.")
    return {"anmärkning": said(" ".join(remark), longest=LONGEST_TEXT)} if remark else {}


def _at(node: SumNode) -> str:
    return "{}–{}".format(*node.amount.mention.span)
