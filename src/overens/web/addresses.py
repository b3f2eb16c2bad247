"""The register of recipients <-> the words that stand for them in addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from overens.vocabulary.names import find_recipients, nearest_recipients, slug
from overens.vocabulary.recipients import Recipient, RecipientKind, Register

Who = tuple[RecipientKind, str]


@dataclass(frozen=True)
class Addresses:
    """Each recipient's word in addresses, both ways (adress).

    Attributes:
        words: Who -> its own word: region-jonkopings-lan, nassjo, habo-0643.
        owners: A word -> whose it is; several where places are spelt alike, such as habo.
    """

    register: Register
    words: Mapping[Who, str]
    owners: Mapping[str, tuple[Recipient, ...]]

    def word(self, who: Recipient) -> str:
        """Return the recipient's own word."""
        return self.words[(who.kind, who.code)]

    def find(self, word: str) -> tuple[Recipient, ...]:
        """Return whose the word is: its own, or any name or code that a person may write instead; none if nobody's."""
        exact = self.owners.get(word.casefold())
        return exact if exact is not None else find_recipients(word.replace("-", " "), self.register)

    def near(self, word: str) -> tuple[Recipient, ...]:
        """Return places whose names are near the word."""
        return nearest_recipients(word.replace("-", " "), self.register)


def address_book(register: Register) -> Addresses:
    """Give every recipient a word of its own; the code is added where two would have the same.

    >>> from overens.intake.register import read_register
    >>> book = address_book(read_register())
    >>> [book.word(who) for who in book.find("habo")]
    ['habo-0305', 'habo-0643']
    """
    wanted: dict[str, list[Recipient]] = {}
    for who in register.everyone:
        wanted.setdefault(_plain_word(who), []).append(who)
    words, owners = {}, {}
    for word, alike in wanted.items():
        owners[word] = tuple(sorted(alike, key=lambda who: who.code))
        for who in alike:
            own = word if len(alike) == 1 else f"{word}-{who.code}"
            words[(who.kind, who.code)] = own
            owners[own] = owners[word] if len(alike) == 1 else (who,)
    return Addresses(register, words, owners)


@lru_cache(maxsize=4)
def addresses_of(register: Register) -> Addresses:
    """Return the register's address book, made once."""
    return address_book(register)


def _plain_word(who: Recipient) -> str:
    return slug(who.short_name if who.kind is RecipientKind.MUNICIPALITY else who.name)
