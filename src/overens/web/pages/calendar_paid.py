"""A calendar -> the table of the months in which its money is paid, with its sum."""

from __future__ import annotations

from overens.usecases.calendar import YearCalendar
from overens.usecases.paid_months import paid_by_month
from overens.usecases.wording.amounts import kr_words
from overens.usecases.wording.calendar import month_of_year
from overens.vocabulary.wording import Text, counted, plain
from overens.web.grid import CellView, Column, Grid, SumOf, grid, money, words


def paid_grid(found: YearCalendar) -> Grid | None:
    """Return the table of months with payments, and its sum, which is that of the download's column."""
    paid = paid_by_month(found)
    if not any(one.kr or one.unknown for one in paid):
        return None
    rows = [
        [
            words(month_of_year(one.month) if one.month else Text("månad ej funnen", "month not found")),
            CellView(plain(kr_words(one.kr, exact=one.exact)), value=one.kr) if one.kr else CellView(plain("–")),
            CellView(counted(one.unknown, ("utbetalning", "utbetalningar"), ("payment", "payments")))
            if one.unknown
            else CellView(plain("")),
        ]
        for one in paid
    ]
    whole, exact = sum(one.kr for one in paid), all(one.exact for one in paid)
    total = [
        words(Text("Summa av de betalningarna", "Sum of those payments")),
        money(whole, SumOf("paid_kr", table="months"), rough=not exact),
    ]
    columns = (
        Column(Text("Månad", "Month")),
        Column(Text("Kronor", "Kronor"), number=True),
        Column(Text("Därtill, utan känd summa", "Besides, without a known sum")),
    )
    caption = Text(
        "Betalningar till {who} som är funna; beräknade kronor utan någon funnen utbetalning är inte med."
        ' "Senast" räknas till sin sista månad.',
        "Payments to {who} that are found; computed kronor for which no payment is found are not included."
        ' "At the latest" counts in its last month.',
        {"who": found.asked.recipient.name if found.asked.recipient else Text("alla", "all")},
    )
    known = any(one.kr for one in paid)
    return grid(caption, columns, rows, [*total, CellView(plain(""))] if known else ())
