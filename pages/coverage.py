"""What the library covers -> a page: each grant and year, what is missing and why, and what was looked for and not found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from overens.agreement.model import Agreement
from overens.agreement.series import Absence, GrantSeries, Lack
from overens.agreement.terms import Source
from overens.usecases.coverage import (
    FIRST,
    LAST,
    Coverage,
    CoveredSeries,
    CoveredYear,
    series_is_unknown,
    series_lacks,
    series_was_absent,
    show_coverage,
)
from overens.usecases.library import Library
from overens.vocabulary.money import Amount
from overens.writing.values import Missing
from pages.markdown import bullets, code, page, sentence, table

_ABOUT = f"""\
Här står vilka statsbidrag som finns i biblioteket, år för år {FIRST}–{LAST}, vilka som saknas och varför. Att ett bidrag saknas här
betyder inte att inga pengar gavs."""

_LEGEND = {
    Coverage.IN_LIBRARY: (
        "finns",
        "en avtalsfil finns i biblioteket; det betyder inte att alla dess potter är räknade",
    ),
    Coverage.MISSING: ("saknas", "bidraget fanns men är inte inlagt; skälet står under bidraget"),
    Coverage.DID_NOT_EXIST: ("–", "bidraget fanns inte det året"),
    Coverage.UNKNOWN: ("okänt", "det är inte funnet om bidraget fanns det året"),
    Coverage.NOT_SAID: ("?", "inget är sagt om året"),
}

_NOT_FOUND = """\
Det här har någon letat efter utan att hitta det. Vet du svaret, skriv in det i avtalsfilen med sin källa."""


def coverage_page(library: Library) -> str:
    """Return the page about what the library covers."""
    covered = show_coverage(library)
    return page(
        "Täckning",
        _ABOUT,
        _counts(covered),
        "## År för år",
        _years(covered),
        "## Bidrag för bidrag",
        *(_series(library, one) for one in covered),
        "## Sökt men inte funnet",
        _NOT_FOUND,
        *_not_found(library),
    )


def _counts(covered: tuple[CoveredSeries, ...]) -> str:
    years = [year for one in covered for year in one.years]
    counted = Counter(map(_word, years))
    ids = {agreement.id for year in years for agreement in year.agreements}
    rows = [(word, means, str(counted[word])) for word, means in _LEGEND.values()]
    known = str(sum(year.amount is not None for year in years))
    head = f"{len(covered)} bidrag, {len(ids)} avtal, {LAST - FIRST + 1} år:"
    table_of = table(("i tabellen", "betyder", "bidragsår"), [*rows, ("", "summa", str(len(years)))], right=(2,))
    return f"{head}\n\n{table_of}\n\nFör {known} bidragsår som inte är inlagda är ett belopp känt. Det står under bidraget."


def _word(year: CoveredYear) -> str:
    return _LEGEND[year.state][0]


def _years(covered: tuple[CoveredSeries, ...]) -> str:
    headings = ("bidrag", *(str(year) for year in range(FIRST, LAST + 1)))
    return table(headings, [(one.name, *map(_word, one.years)) for one in covered])


def _series(library: Library, one: CoveredSeries) -> str:
    written = library.series.get(one.id)
    lines = [f"{years}: {words}" for years, words in _runs(one, written, library)]
    remark = [sentence(written.remark)] if written and written.remark else []
    return "\n\n".join([f"### {one.name}", *remark, bullets(lines)])


def _runs(one: CoveredSeries, written: GrantSeries | None, library: Library) -> Iterator[tuple[str, str]]:
    """Yield the years with what is said of them, neighbouring years of which the same is said together."""
    runs: list[tuple[int, int, str]] = []
    for year in one.years:
        words = _said(year, written, library)
        if runs and runs[-1][2] == words and year.state is not Coverage.IN_LIBRARY:
            runs[-1] = (runs[-1][0], year.year, words)
        else:
            runs.append((year.year, year.year, words))
    for first, last, words in runs:
        yield (str(first) if first == last else f"{first}–{last}"), words


def _said(year: CoveredYear, written: GrantSeries | None, library: Library) -> str:
    match year.state:
        case Coverage.IN_LIBRARY:
            return ", ".join(_agreement(agreement, library) for agreement in year.agreements)
        case Coverage.MISSING:
            known = f" Känt belopp: {year.amount}." if year.amount is not None else ""
            return f"**{_word(year)}.** {_reason(year, series_lacks(written, year.year), written)}{known}"
        case Coverage.DID_NOT_EXIST:
            return f"fanns inte. {_reason(year, series_was_absent(written, year.year), written)}"
        case Coverage.UNKNOWN:
            return f"**{_word(year)}.** {_reason(year, series_is_unknown(written, year.year), written)}"
        case Coverage.NOT_SAID:
            return "inget är sagt."


def _reason(year: CoveredYear, said: Lack | Absence | None, written: GrantSeries | None) -> str:
    names = (said.source or ()) if said else ()
    titles = [_title(written.sources[name]) for name in names if written and name in written.sources]
    words = sentence(year.reason or "")
    return f"{words} Källa: {sentence('; '.join(titles))}" if titles else words


def _title(source: Source) -> str:
    return f"{source.title} ({source.publisher})" if source.publisher else source.title


def _agreement(agreement: Agreement, library: Library) -> str:
    return f"[{code(agreement.id)}]({link(library, agreement.id)}), {_amount(agreement.total)}"


def _amount(total: Amount | Missing) -> str:
    return f"beloppet är {total.value}" if isinstance(total, Missing) else str(total)


def link(library: Library, agreement_id: str) -> str:
    """Return the address, from a page in docs, of the agreement's file."""
    return f"../src/overens/library/{library.written[agreement_id].file}"


def _not_found(library: Library) -> Iterator[str]:
    for agreement in library.agreements:
        if agreement.not_found:
            lines = [
                sentence(one.what) + (f" Sökt i: {one.looked_in.rstrip('.')}." if one.looked_in else "")
                for one in agreement.not_found
            ]
            yield f"### {agreement.name} ({agreement.id})\n\n{bullets(lines)}"
