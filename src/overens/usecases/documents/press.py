"""An announcement -> JSON document: its sums, agreements and tables, and its text block by block."""

from __future__ import annotations

from overens.export.csv_table import Table
from overens.export.manuscript import Block, Bullets, Heading, Manuscript, Note, Paragraph, ShownTable, said
from overens.usecases.documents.parts import Document, amount, contradiction, word
from overens.usecases.documents.table import table_document
from overens.usecases.pot_sums import PARTS, ToWhom
from overens.usecases.press_release import AnnouncedGrant, PressRelease
from overens.usecases.press_tables import press_counties_table, press_regions_table
from overens.vocabulary.wording import Language


def press_document(release: PressRelease, manuscript: Manuscript, language: Language) -> Document:
    """Return an announcement (overens press 2024 --json); the text is in the language."""
    year = release.year
    return {
        "year": year.year,
        "as_known_on": year.as_known_on.isoformat() if year.as_known_on else None,
        "title": said(manuscript.title, language),
        "total_kr": release.kr("amount_kr"),
        "exact": release.exact("amount_kr"),
        "to": [_to(release, whom) for whom in ToWhom if any(one.whom is whom for one in release.sums)],
        "pots_of_unknown_amount": release.unknown,
        "agreements": [_grant(one) for one in release.grants],
        "regions": _rows(press_regions_table(release), language),
        "counties": _rows(press_counties_table(release), language),
        "contradictions": [
            *({"agreement": one.allocation.agreement.id, **contradiction(told)}
              for one in release.grants for told in one.contradictions),
            *({"table": name, **contradiction(told)} for name, told in year.contradictions),
        ],
        "contradictions_left_out": release.undated,
        "missing": [
            {"id": one.id, "name": one.name, "amount": amount(one.years[0].amount), "reason": one.years[0].reason}
            for one in release.missing
        ],
        "not_found": release.not_found,
        "text": [_block(one, language) for one in manuscript.blocks],
    }  # fmt: skip


def _to(release: PressRelease, whom: ToWhom) -> Document:
    columns = ("amount_kr", *(name for name, _ in PARTS))
    sums = {name: release.kr(name, whom) for name in columns}
    return {"to": word(whom), **sums, "exact": release.exact("amount_kr", whom)}


def _grant(grant: AnnouncedGrant) -> Document:
    agreement = grant.allocation.agreement
    return {
        "id": agreement.id,
        "name": agreement.name,
        "kind": agreement.kind.value,
        "status": agreement.status.value,
        "total": amount(grant.allocation.whole.amount),
        "pots": [
            {
                "pot": one.pot or None,
                "name": one.name if isinstance(one.name, str) else one.name.say(),
                "to": word(one.whom),
                "standing": word(one.standing),
                "amount": amount(pot.amount) if (pot := grant.pot(one)) is not None else None,
                "amount_kr": one.amount_kr,
            }
            for one in grant.sums
        ],
    }


def _rows(table: Table, language: Language) -> list[Document]:
    return [dict(zip(table.names, row, strict=True)) for row in table_document(table, language)["rows"]]


def _block(block: Block, language: Language) -> Document:
    match block:
        case Heading():
            return {"block": "heading", "level": block.level, "words": said(block.text, language)}
        case Paragraph():
            return {"block": "paragraph", "words": said(block.text, language)}
        case Bullets():
            return {"block": "list", "items": [said(item, language) for item in block.items]}
        case Note():
            return {"block": "note", "words": said(block.text, language)}
        case ShownTable():
            return {"block": "table", "table": block.name, "caption": said(block.caption, language),
                    "columns": list(block.columns)}  # fmt: skip
