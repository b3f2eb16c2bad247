"""An edition -> its page about itself: as known when, what it was made of, what it leaves out, and how it is checked and cited."""

from __future__ import annotations

from typing import Any

from overens import __version__
from overens.export.folder.taken import SUMS
from overens.usecases.wording.press import known_words
from overens.vocabulary.periods import year_spans
from overens.vocabulary.wording import NO_BREAK_SPACE, Language, Text, whole_number
from overens.web.answer import Answer
from overens.web.asked import Asked
from overens.web.edition import Edition


def about_edition(asked: Asked) -> Answer:
    """Return the page; it is made when all other files are, and counts them."""
    edition = asked.edition
    assert edition is not None
    run = asked.library.run(
        asked.library.allocation(one.id, edition.as_known_on)
        for one in asked.library.agreements_on(edition.as_known_on)
    ).whole
    context = {
        "run": run,
        "known": _known(edition),
        "years": year_spans(edition.years),
        "sums": f"/{SUMS}",
        "sums_name": SUMS,
        "check": f"sha256sum --check --quiet {SUMS}",
        "commands": "overens simulate, overens performance, overens compare",
        "serve": "overens serve",
        "files": whole_number(edition.files),
        "size": f"{whole_number(max(1, round(edition.size / 1_000_000)))}{NO_BREAK_SPACE}MB",
        "address": edition.address,
        "of_places": whole_number(len(edition.places)) if edition.places else "",
    }
    return Answer(
        Text("Om den här utgåvan", "About this edition"),
        "edition.html",
        context,
        document=lambda language: _document(edition, run, language),
    )


def _known(edition: Edition) -> Text:
    if edition.as_known_on is None:
        return Text("Allt som biblioteket vet.", "All that the library knows.")
    return known_words(edition.as_known_on)


def _document(edition: Edition, run: str, _: Language) -> dict[str, Any]:
    return {
        "edition": edition.key,
        "version": __version__,
        "library": edition.library,
        "run": run,
        "years": list(edition.years),
        "places": sorted(edition.places) or None,
        "today": edition.today.isoformat(),
        "as_known_on": edition.as_known_on.isoformat() if edition.as_known_on else None,
        "address": edition.address or None,
        "files": edition.files,
        "bytes": edition.size,
        "sums": SUMS,
    }
