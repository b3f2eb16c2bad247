"""A status and what would be right -> the portal's own page that says so, as one found anywhere else in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from overens.vocabulary.problems import Fault
from overens.vocabulary.wording import Language, Text, plain
from overens.web.addresses import address_book
from overens.web.asked import Asked
from overens.web.form import Target
from overens.web.pages.refusal import refusal
from overens.web.refused import Refused
from overens.web.respond import respond
from overens.web.serving.settings import ErrorPage
from overens.web.shelf import Shelf, Shelved

KEPT_PAGES = 128
"""Pages that say no, kept so that one who asks too often costs little to refuse."""


def own_page(shelf: Shelf, clock: Callable[[], date]) -> ErrorPage:
    """Return what makes the page for a refusal.

    Args:
        shelf: Where the library is; the page says if a newer one is broken.
        clock: Tells which day it is.
    """

    @lru_cache(maxsize=KEPT_PAGES)
    def page(_: tuple[str, int], today: date, status: int, words: str, language: Language) -> str:
        refused = Refused(status, Fault(plain(words), plain("")))
        return respond(refusal(refused), _front(shelf.now(), today, language)).body.decode()

    def page_now(status: int, message: Text, language: Language) -> str:
        now = shelf.now()
        return page((now.version, len(now.problems)), clock(), status, message.say(language), language)

    return page_now


def _front(now: Shelved, today: date, language: Language) -> Asked:
    """Return the question that a page without one stands for: the front page, in the language."""
    values = {"lang": (language.value,)} if language is not Language.SWEDISH else {}
    addresses = address_book(now.library.register)
    return Asked(now.library, addresses, Target("/"), {}, values, today, problems=now.problems)
