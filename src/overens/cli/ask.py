"""Questions for a new file -> answers, each found sound before the next is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from overens.agreement.model import Agreement
from overens.cli.language import language, t
from overens.usecases.questions import Need, Question, is_asked, suggested
from overens.vocabulary.problems import Fault

Check = Callable[[Question, str], Fault | None]


def ask_all(questions: Sequence[Question], amends: Agreement | None, check: Check) -> dict[str, str]:
    """Ask every question that means anything, on standard error, and return the answers that were given.

    Raises:
        click.Abort: If the person stops (Ctrl-C, Ctrl-D); nothing has been written then.
    """
    click.echo(
        t(
            "Svara med de ord som ska stå i filen. Tomt svar: det inom [ ], annars 'ej funnet' eller utelämnat.",
            "Answer in the words of the file (Swedish). No answer: what is within [ ], else 'ej funnet' or left out.",
        ),
        err=True,
    )
    answers: dict[str, str] = {}
    for question in questions:
        if is_asked(question, answers, amends):
            answer = _ask(question, suggested(question, answers, amends), check)
            if answer:
                answers[question.name] = answer
    return answers


def _ask(question: Question, likely: str, check: Check) -> str:
    """Ask until the answer is sound; an empty one is, where the file can do without."""
    for n, choice in enumerate(question.choices, 1):
        click.echo(f"  {n:>2} {choice}", err=True)
    example = t(" (t.ex. {example})", " (e.g. {example})", example=question.example) if question.example else ""
    words = question.text.say(language()) + example + (f" [{likely}]" if likely else "")
    while True:
        typed = str(click.prompt(words, default="", show_default=False, prompt_suffix=" ", err=True)).strip()
        answer = _chosen(question, typed) or likely
        if not answer and question.need is not Need.REQUIRED:
            return ""
        if not answer:
            click.echo(t("Det måste anges.", "This must be given."), err=True)
            continue
        fault = check(question, answer)
        if fault is None:
            return answer
        click.echo(f"{fault.message.say(language())} {fault.remedy.say(language())}", err=True)


def _chosen(question: Question, typed: str) -> str:
    """Return the answer; for a number before one of the choices, that choice."""
    if typed.isascii() and typed.isdigit() and 1 <= int(typed[:3]) <= len(question.choices):
        return question.choices[int(typed[:3]) - 1]
    return typed
