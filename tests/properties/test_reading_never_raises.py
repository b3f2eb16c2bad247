"""Whatever the text, reading it returns problems and raises nothing; what can be used can be computed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from overens.agreement.figure_checks import check_figures
from overens.agreement.published import read_published
from overens.agreement.read_agreement import read_agreement, usable
from overens.allocation.allocate import allocate
from overens.allocation.explain import explain
from overens.figures.checks import check_figure
from overens.figures.read_figure import read_figure
from overens.intake.register import read_register, shipped_library
from overens.intake.table_file import read_table
from overens.vocabulary.problems import Problem
from tests.builders import EN, REGION, SV, agreement_text, one_pot, shipped_figure_texts, shipped_figures
from tests.properties.strategies import TEST

AGREEMENTS = [path.read_text(encoding="utf-8") for path in sorted((shipped_library() / "avtal").rglob("*.yaml"))]
SMALL_FIGURES = [text for name, text in shipped_figure_texts().items() if len(text) < 4_000]
LETTERS = st.text(alphabet=st.characters(codec="utf-8"), max_size=40)
YAML_LETTERS = st.text(alphabet="ab:-[]{},'\"&*#|>?!%@ \n\t0é\u00a0\u2028\ufeff²", max_size=60)


@st.composite
def mutated(draw: st.DrawFn, texts: list[str]) -> str:
    """Return a real file with up to three places cut out, doubled, or written over."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 1, 3, 20, 200])))
        middle = draw(st.one_of(st.just(""), st.just(text[start:end] * 2), LETTERS, YAML_LETTERS))
        text = text[:start] + middle + text[end:]
    return text


@st.composite
def rewritten(draw: st.DrawFn, texts: list[str]) -> str:
    """Return a real file in which the value after one colon is another value of the same file."""
    lines = draw(st.sampled_from(texts)).splitlines()
    with_values = [n for n, line in enumerate(lines) if ": " in line]
    if not with_values:
        return "\n".join(lines)
    n, m = draw(st.sampled_from(with_values)), draw(st.sampled_from(with_values))
    lines[n] = lines[n].split(": ", 1)[0] + ": " + lines[m].split(": ", 1)[1]
    return "\n".join(lines)


def told(problems: list[Problem], text: str) -> None:
    """Every problem stands in the file and can be said in both languages."""
    last = len(text.splitlines()) + 1
    for problem in problems:
        assert 1 <= problem.place.line <= last, problem.say()
        assert problem.place.column >= 1
        for language in (SV, EN):
            assert problem.message.say(language)
            assert problem.remedy.say(language)
            assert "None" not in problem.fault.message.say(language) or "None" in text


def read_an_agreement(text: str) -> None:
    written, problems = read_agreement(text, file="f")
    told(problems, text)
    assert written is not None or problems
    if written is None or not usable(written, problems):
        return
    figures, _ = shipped_figures()
    told(check_figures(written, figures, list), text)
    allocation = allocate(written.agreement, figures)
    for pot in allocation.pots:
        for recipient in pot.recipients[:2]:
            assert explain(allocation, pot, recipient).steps


def read_a_figure(text: str) -> None:
    series, head, cells, problems = read_figure(text, file="f")
    assert head is not None or problems
    if head is not None:
        problems += check_figure(head, series, cells, read_register())
    told(problems, text)


@TEST
@given(st.one_of(LETTERS, YAML_LETTERS))
@example("id: a\nnamn: &x [*x]\n")
@example("%")
@example("--- |")
def test_any_text_as_an_agreement(text: str) -> None:
    read_an_agreement(text)


@TEST
@given(mutated(AGREEMENTS))
def test_a_damaged_agreement(text: str) -> None:
    read_an_agreement(text)


@TEST
@given(rewritten(AGREEMENTS))
def test_an_agreement_with_a_value_from_elsewhere(text: str) -> None:
    read_an_agreement(text)


@TEST
@given(LETTERS, st.sampled_from(["belopp", "till", "fördelning", "namn", "känd från", "märke", "avrundning", "bilaga"]))
def test_any_words_as_a_value(words: str, key: str) -> None:
    quoted = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    read_an_agreement(one_pot(f'till: ej angivet\n{key}: "{quoted}"' if key != "till" else f'till: "{quoted}"'))


@TEST
@given(st.one_of(LETTERS, st.from_regex(r"(potter|\.|[0-9²٣]|a){1,6}", fullmatch=True)))
def test_any_words_as_the_path_of_a_contradiction(words: str) -> None:
    quoted = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    more = f'motsägelser: [{{om: "{quoted}", källa: k, säger: a, använt: b, skäl: c}}]'
    read_an_agreement(agreement_text("a: {namn: A, belopp: 1 kr, till: SKR, källa: k}", more=more))


@TEST
@given(st.one_of(LETTERS, YAML_LETTERS))
def test_any_text_as_a_figure(text: str) -> None:
    read_a_figure(text)
    read_a_figure("# " + text)


@TEST
@given(mutated(SMALL_FIGURES))
def test_a_damaged_figure(text: str) -> None:
    read_a_figure(text)


@TEST
@given(st.text(alphabet="0123456789.,-−+eE²٣ \u00a0½", max_size=12))
def test_any_digits_as_a_value(digits: str) -> None:
    text = next(text for name, text in shipped_figure_texts().items() if name.startswith("kvinnors-halsa-2017"))
    read_a_figure(text.replace("68143865", digits))


@TEST
@given(st.one_of(LETTERS, YAML_LETTERS, mutated(SMALL_FIGURES)))
def test_any_text_as_printed_totals_or_as_a_table(text: str) -> None:
    told(read_published(text, file="f")[1], text)
    told(read_table(text, REGION, read_register(), file="f")[1], text)


# --- what hypothesis seldom finds ---------------------------------------------------


@pytest.mark.parametrize(
    "text", ["\ud800", "id: \udfff\n", "# bara en anmärkning", "\ufeff", "---", "{*0", "*0 id: a\n"]
)
def test_a_strange_file(text: str) -> None:
    read_an_agreement(text)
    read_a_figure(text)


@pytest.mark.parametrize("amount", ["9" * 5_000 + " kr", "1" + "0" * 4_299 + " Mkr", "0," + "9" * 5_000 + " Mkr"])
def test_a_monstrous_amount(amount: str) -> None:
    read_an_agreement(one_pot(f"till: ej angivet\nbelopp: {amount}"))


@pytest.mark.parametrize("value", ["9" * 5_000, "0." + "9" * 5_000, "-" + "9" * 5_000])
def test_a_monstrous_value(value: str) -> None:
    text = next(text for name, text in shipped_figure_texts().items() if name.startswith("kvinnors-halsa-2017"))
    read_a_figure(text.replace("68143865", value))


@pytest.mark.parametrize("path", ["²", "potter.²", "9" * 1_999])
def test_a_strange_path_of_a_contradiction(path: str) -> None:
    more = f"motsägelser: [{{om: {path}, källa: k, säger: a, använt: b, skäl: c}}]"
    read_an_agreement(agreement_text("a: {namn: A, belopp: 1 kr, till: SKR, källa: k}", more=more))


@pytest.mark.parametrize("fields", ["9" * 5_000, '"' + "x" * 200_000 + '"'])
def test_a_table_with_a_monstrous_field(fields: str) -> None:
    _, problems = read_table(f"kod,belopp\n01,{fields}\n", REGION, read_register(), file="f")
    assert len(problems) == 1
