"""Values that no source gives -> what a person in a terminal gives for them, one by one, each found sound at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from overens.allocation.parameters import Parameter
from overens.cli.language import language, t
from overens.scenario.given import Given
from overens.usecases.wording.performance import missing_words
from overens.vocabulary.problems import Problem

Check = Callable[[Given], list[Problem]]


def ask_missing(pot: str, missing: Sequence[Parameter], check: Check) -> list[Given]:
    """Ask for each value, on standard error; an empty answer leaves it open.

    Args:
        pot: The pot as it is named, AVTAL/POTT.
        check: Returns what is wrong with an answer.

    Raises:
        click.Abort: If the person stops (Ctrl-C, Ctrl-D).
    """
    click.echo(
        t(
            "{pot} kan inte räknas utan {n} värden som inte är publicerade. Tomt svar: spannet eller taket visas i stället.",
            "{pot} cannot be computed without {n} values that are not published. No answer: the range or ceiling is shown"
            " instead.",
            pot=pot,
            n=str(len(missing)),
        ),
        err=True,
    )
    answers = [_ask(pot, one, check) for one in missing]
    return [one for one in answers if one is not None]


def _ask(pot: str, one: Parameter, check: Check) -> Given | None:
    words = missing_words(one).say(language())
    while True:
        typed = str(click.prompt(words, default="", show_default=False, prompt_suffix=": ", err=True)).strip()
        if not typed:
            return None
        given = Given(pot, one.path, typed)
        problems = check(given)
        if not problems:
            return given
        for problem in problems:
            click.echo(f"{problem.message.say(language())} {problem.remedy.say(language())}", err=True)
