"""What an edition is: which years, as known when, where it will stand, and what it is known by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from overens.web.file_names import Address, file_of, read_address, shown_address


@dataclass(frozen=True)
class Edition:
    """The whole portal as files, as it was on a day (utgåva).

    Attributes:
        years: The years it has, the first first.
        places: The words of the places it has, as addresses have them; empty for all.
        agreements: The ids of the agreements it has.
        today: The day it speaks from; the clock is never read.
        as_known_on: The day its kronor are as known on; None for all that the library knows.
        address: Where it will stand, with no / last; empty where that is not said.
        library: The first characters of the hash of the library's files.
        key: What tells editions apart: a hash of the library, the version and the options.
        files: How many files it has, once they are written; the same for their bytes.
    """

    years: tuple[int, ...]
    places: frozenset[str]
    agreements: frozenset[str]
    today: date
    as_known_on: date | None
    address: str
    library: str
    key: str
    files: int = 0
    size: int = 0

    def read(self, href: str) -> Address:
        """Return what a link asks for; the edition's own day, its only year and last year to compare with go without saying."""
        address = read_address(href)
        day = self.as_known_on.isoformat() if self.as_known_on else ""
        only = str(self.years[0]) if len(self.years) == 1 else ""
        unsaid = {("as-known-on", day), ("year", only), ("fran", _year_before(address.target.path))}
        return replace(address, values=tuple(pair for pair in address.values if pair not in unsaid))

    def has(self, place: str, agreement: str) -> bool:
        """Tell whether it has pages of the place, by its word in addresses, or of the agreement, where no place is named."""
        return (not self.places or place in self.places) if place else agreement in self.agreements

    def cited(self, here: str) -> str:
        """Return the address that a page is cited by; empty where it is not said where the edition stands."""
        return self._whole(self.read(here).page) if self.address else ""

    def shown(self, here: str) -> str:
        """Return the address of a picture or a table by itself."""
        return self._whole(self.read(here))

    def _whole(self, address: Address) -> str:
        undated = replace(address, values=tuple(pair for pair in address.values if pair[0] != "as-known-on"))
        shown = shown_address(file_of(undated) or "")
        return f"{self.address}/{shown}" if self.address else shown or "./"


def _year_before(path: str) -> str:
    first = path.split("/")[1]
    return str(int(first) - 1) if first.isascii() and first.isdigit() and path.endswith("/andring") else ""
