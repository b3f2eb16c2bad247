"""Hypothesis draws any clause: words for each of its keys, valid by the clause's own types."""

from __future__ import annotations

from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import strategies as st

from overens.scenario import values as scenario_values
from overens.writing import traces, values
from overens.writing.clauses import Clause
from overens.writing.values import Missing

ODD = [
    "lika",
    "ja",
    "no",
    "~",
    "06",
    "0x1F",
    "1:6",
    "a: b",
    "# a",
    "- a",
    "{a",
    "'a'",
    '"a"',
    "a\nb",
    "\x85a b",
    "a  b",
    "é\t🎈",
]
LONG = ["ord " * 60, "1 367 000 000 kr " * 12, "a" * 300, "- x " * 70, "rad ett\n\n  rad två " * 9, 'x "y" z: ' * 20]

words = st.one_of(
    st.sampled_from([*ODD, *LONG]),
    st.text(alphabet="ab 1:#-?!,[]{}&*|>'\"%@`\\\n\u00a0\u2028é", min_size=1, max_size=30),
    st.text(min_size=1, max_size=30),
).map(str.strip).filter(lambda w: w != "" and "\0" not in w)  # fmt: skip
slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
codes = st.from_regex(r"[0-9]{2}|[0-9]{4}", fullmatch=True).filter(str.isascii)
figure_names = st.from_regex(r"[\w.-]{1,12}", fullmatch=True)
grouped = st.integers(0, 10**13).map(lambda n: f"{n:,}".replace(",", " "))


@st.composite
def amounts(draw: st.DrawFn) -> str:
    """Return words for an amount of any precision."""
    bound = draw(st.sampled_from(["", "drygt", "knappt", "upp till", "högst", "minst", "cirka", "ca", "omkring"]))
    number = draw(st.one_of(grouped, st.integers(0, 2000).map(str), st.sampled_from(["0", "100", "1 000", "10"])))
    unit, most = draw(st.sampled_from([("kr", 0), ("tkr", 3), ("Mkr", 6), ("miljoner kr", 7), ("miljarder kr", 9)]))
    decimals = draw(st.from_regex(rf"[0-9]{{0,{min(most, 6)}}}", fullmatch=True)) if most else ""
    return f"{bound} {number}{',' if decimals else ''}{decimals} {unit}".strip()


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """Return words for a number."""
    return draw(st.from_regex(r"-?(0|[1-9][0-9]{0,7}|[1-9][0-9]{0,2}( [0-9]{3}){1,3})(,[0-9]{1,12})?", fullmatch=True))


shares = st.one_of(
    st.tuples(st.integers(0, 9999), st.integers(1, 9999)).filter(lambda r: r[0] <= 10 * r[1]).map(lambda r: f"{r[0]}/{r[1]}"),
    st.from_regex(r"[0-9]{1,3}(,[0-9]{1,9})? ?%", fullmatch=True),
)  # fmt: skip
days = st.one_of(
    st.dates().filter(lambda d: 1990 <= d.year <= 2100).map(str), st.sampled_from(["2024", "2024-02", "2100-12"])
)
years = st.tuples(st.integers(1990, 2080), st.integers(0, 20), st.sampled_from(["–", "-", " - ", "/"])).map(
    lambda y: f"{y[0]}{y[2]}{y[0] + y[1]}" if y[1] else str(y[0])
)
missing = st.sampled_from([one.value for one in Missing])
counts = st.integers(0, 10**9 - 1).map(lambda n: f"{n:,}".replace(",", " "))
fingerprints = st.from_regex(r"sha256:[0-9a-f]{64}", fullmatch=True).filter(str.isascii)
paths = st.from_regex(r"[a-zåäö]{1,9}( [a-z]{1,9})?(\.[a-z0-9-]{1,9}){0,3}", fullmatch=True)
stretches = st.tuples(st.integers(0, 10**6), st.integers(1, 500)).map(lambda s: f"{s[0]}–{s[0] + s[1]}")
moves = st.tuples(st.sampled_from("+-−"), numbers(), st.sampled_from(["", " procent"])).map(
    lambda m: f"{m[0]}{m[1].removeprefix('-')}{m[2]}"
)
one_or_many = st.one_of(slugs, st.lists(slugs, min_size=1, max_size=3))

_BY_TYPE: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (values.Kr, amounts()),
    (values.MaybeKr, st.one_of(amounts(), missing)),
    (values.Day, days),
    (values.MaybeDay, st.one_of(days, missing)),
    (values.Share, shares),
    (values.MaybeShare, st.one_of(shares, missing)),
    (values.Number, numbers()),
    (values.MaybeNumber, st.one_of(numbers(), missing)),
    (values.Years, years),
    (values.Count, counts),
    (values.YesNo, st.sampled_from(["ja", "nej"])),
    (values.Slug, slugs),
    (values.Code, codes),
    (values.FigureName, figure_names),
    (traces.Fingerprint, fingerprints),
    (traces.ValuePath, paths),
    (traces.Stretch, stretches),
    (values.Words, words),
    (values.Sourced, one_or_many),
    (scenario_values.Months, st.one_of(days, st.sampled_from(["2024-03/2024-06", "2023/2024"]))),
    (scenario_values.Moved, moves),
    (scenario_values.NewValue, st.one_of(words, st.lists(words, min_size=1, max_size=3))),
    (values.Texts, st.one_of(words, st.lists(words, min_size=1, max_size=3))),
]


def trees(kind: type[Clause], depth: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    """Return what draws the keys of a clause as they are read from a file, fewer of them the deeper they stand."""

    @st.composite
    def draw_one(draw: st.DrawFn) -> dict[str, Any]:
        kind.model_rebuild()
        found = {}
        for name, field in kind.model_fields.items():
            key = field.alias or name
            if field.is_required() or (depth < 2 and draw(st.integers(0, 2 + 4 * depth)) == 0):
                hint = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
                found[key] = draw(_drawn(hint, depth, field.is_required()))
        return found

    return draw_one()


def _drawn(hint: Any, depth: int, required: bool) -> st.SearchStrategy[Any]:
    for known, strategy in _BY_TYPE:
        if hint == known:
            return strategy
    if get_origin(hint) is Annotated:
        return _drawn(get_args(hint)[0], depth, required)
    if get_origin(hint) in (Union, UnionType):
        choices = [one for one in get_args(hint) if one is not type(None)]
        return st.one_of(*(_drawn(one, depth, required) for one in choices))
    if get_origin(hint) is tuple:
        return st.lists(_drawn(get_args(hint)[0], depth, required), min_size=2, max_size=2)
    if get_origin(hint) is dict:
        key, value = get_args(hint)
        drawn = _drawn(key, depth, required), _drawn(value, depth, required)
        return st.dictionaries(*drawn, min_size=1 if required else 0, max_size=1 if depth else 2)
    if issubclass(hint, Enum):
        return st.sampled_from([member.value for member in hint])
    assert issubclass(hint, Clause), hint
    return trees(hint, depth + 1)
