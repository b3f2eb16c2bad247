"""A year's regions, printed sums and contradictions -> sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from overens.agreement.terms import Contradiction
from overens.usecases.wording.amounts import kr_words
from overens.usecases.year import PrintedSum, RegionRow
from overens.vocabulary.wording import Text

NONE_BY_REGION = Text("Inget av detta är beräknat per region.", "None of this is computed by region.")


def anything_regional(rows: Sequence[RegionRow]) -> bool:
    """Tell whether anything is printed, computed or known to be possible for any region."""
    return any(
        row.published_kr is not None or row.verified_kr or row.inferred_kr or row.outside_kr or row.ceiling_kr
        for row in rows
    )


def region_notes(rows: Sequence[RegionRow], printed: bool) -> Iterator[Text]:
    """Yield what the columns of the regions' table mean, for those that it has."""
    yield Text(
        "Säkert: verifierat, eller beräknat ur verifierade belopp. Härlett: nyckel, datum eller belopp är en slutsats.",
        "Certain: verified, or computed from verified amounts. Inferred: key, date or amount is a conclusion.",
    )
    if printed:
        yield Text(
            "Rest = tryckt − säkert − härlett; den visas, den jämnas inte ut.",
            "Residual = printed − sure − inferred; it is shown, not smoothed.",
        )
    if any(row.outside_kr for row in rows):
        yield Text(
            "Utanför: pengar som den tryckta tabellen inte omfattar.",
            "Outside: money that the printed table leaves out.",
        )
    if any(row.ceiling_kr for row in rows):
        yield Text(
            "Ej beräknat: taket för pengar som hänger på prestation eller villkor.",
            "Not computed: the ceiling of money that hangs on performance or conditions.",
        )


def printed_sum_words(one: PrintedSum) -> Text:
    """Return a sum that was printed over several agreements, beside what they sum to here."""
    return Text(
        "{name}: tryckt {printed}, avtalen här {computed}.",
        "{name}: printed {printed}, the agreements here {computed}.",
        {
            "name": one.totals.name,
            "printed": one.printed,
            "computed": kr_words(one.computed.kr if one.computed else None),
        },
    )


def contradiction_words(one: Contradiction) -> Text:
    """Return both values, which is used and why."""
    return Text(
        "{says}; använt: {used}. {reason}",
        "{says}; used: {used}. {reason}",
        {"says": one.says, "used": one.used, "reason": one.reason},
    )
