"""What was read of a document, and where it is from -> a draft agreement file and its tables."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from overens.drafting.draft.model import Draft, DraftSource
from overens.drafting.draft.write_draft import write_draft
from overens.drafting.reading import ReadDocument
from overens.vocabulary.names import slug


def draft_agreement(document: ReadDocument, source: DraftSource | None = None, *, whole: int = 0) -> Draft:
    """Return the draft; what is not known of the source is taken from the document's title and from how it was dated.

    Args:
        source: What is known of the document from elsewhere; its fingerprint is always that of the text that was read.
        whole: Which of the document's wholes the draft is of, counted from 0.
    """
    given = source or DraftSource()
    page = document.page
    title = page.text[page.title.start : page.title.end] if page.title is not None else ""
    known = replace(
        given,
        fingerprint=fingerprint_of(page.clean.source),
        title=given.title or title,
        published=given.published or page.dated,
        name=slug(given.name) or DraftSource.name,
    )
    return write_draft(document, source=known, whole=whole)


def fingerprint_of(text: str) -> str:
    """Return the fingerprint of a text that was read: the SHA-256 of it in UTF-8.

    >>> fingerprint_of("Överenskommelse")[:15]
    'sha256:0ed74e8b'
    """
    return f"sha256:{hashlib.sha256(text.encode('utf-8', errors='surrogatepass')).hexdigest()}"
