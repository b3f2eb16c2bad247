"""A citation -> JSON document."""

from __future__ import annotations

from overens.usecases.citation import Citation
from overens.usecases.documents.parts import Document, run_document
from overens.vocabulary.wording import Language


def citation_document(citation: Citation, language: Language) -> Document:
    """Return how a view is cited, with the whole hashes of its run."""
    run = citation.run
    return {
        "words": citation.words.say(language),
        "title": citation.title.say(language),
        "address": citation.address,
        "as_known_on": citation.as_known_on.isoformat() if citation.as_known_on else None,
        "run": {"whole": run.whole, **run_document(run)} if run else None,
        "version": citation.version,
        "own_files": citation.own_files,
    }
