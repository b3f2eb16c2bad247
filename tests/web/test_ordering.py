"""Tables in the order asked for."""

import pytest

from overens.export.csv_table import Table
from overens.vocabulary.wording import Language, plain
from overens.web.ordering import ordered
from overens.web.refused import Refused

TABLE = Table(
    plain("t"),
    ("name", "awarded_kr"),
    (plain("Namn"), plain("Kronor")),
    (("Örebro", 5), ("Ale", None), ("Åre", 20), ("Älmhult", -1)),
)


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("", ["Örebro", "Ale", "Åre", "Älmhult"]),
        ("name", ["Ale", "Åre", "Älmhult", "Örebro"]),
        ("-name", ["Örebro", "Älmhult", "Åre", "Ale"]),
        ("awarded_kr", ["Älmhult", "Örebro", "Åre", "Ale"]),
        ("-awarded_kr", ["Åre", "Örebro", "Älmhult", "Ale"]),
    ],
)
def test_rows_stand_in_the_order_asked_for_and_the_unknown_last(sort: str, names: list[str]) -> None:
    assert [row[0] for row in ordered(TABLE, sort, Language.SWEDISH).rows] == names


@pytest.mark.parametrize("sort", ["x", "--name", "1; DROP TABLE", "<script>alert(1)</script>", "x" * 10_000])
def test_a_column_that_is_not_there_is_refused_with_those_that_are(sort: str) -> None:
    with pytest.raises(Refused) as caught:
        ordered(TABLE, sort, Language.SWEDISH)
    assert "name, awarded_kr" in caught.value.fault.remedy.say()
    assert len(caught.value.fault.message.say()) < 150
