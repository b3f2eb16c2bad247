"""What a document says -> everything in it that does not agree, in text order."""

from __future__ import annotations

from overens.drafting.findings.columns import check_columns
from overens.drafting.findings.dates import check_dates
from overens.drafting.findings.mentions import check_mentions
from overens.drafting.findings.model import Finding
from overens.drafting.findings.recipients import check_recipients
from overens.drafting.findings.repeated import check_repeated
from overens.drafting.findings.tables import check_tables
from overens.drafting.findings.wholes import check_wholes
from overens.drafting.reading import ReadDocument
from overens.drafting.sums import tree_of_sums
from overens.vocabulary.recipients import Register


def find_faults(document: ReadDocument, register: Register) -> list[Finding]:
    """Return the findings in text order. Nothing is mended: what the document says stays as it says it.

    Args:
        document: What was read.
        register: The recipients, for who is missing from a table.
    """
    trees = tree_of_sums(document)
    found = [
        *check_wholes(trees, register),
        *check_tables(document),
        *check_recipients(document.tables, register),
        *check_columns(document.tables),
        *check_repeated(document, trees),
        *check_dates(document),
        *check_mentions(document.amounts, document.page),
    ]
    return sorted(found, key=lambda finding: (finding.where, finding.kind))
