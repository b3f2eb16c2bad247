"""overens new --name … --year 2024 …, or questions in a terminal; overens new --amend ID."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from overens.agreement.label import Wanted
from overens.agreement.model import Agreement
from overens.cli.ask import Check, ask_all
from overens.cli.command import Command, unwrapped
from overens.cli.faulty import Faulty
from overens.cli.language import language, t
from overens.cli.options import Common, Form, common_params, find_agreement, read_common, sound_library
from overens.cli.output import emit
from overens.cli.parameter_types import FilePath
from overens.cli.summaries import summaries
from overens.usecases.questions import FOR_AGREEMENT, FOR_AMENDMENT, Need, Question, is_asked, suggested
from overens.vocabulary.problems import Fault, blocking


def build() -> click.Command:
    """Return the command."""

    def option(question: Question) -> click.Option:
        choices = f" {', '.join(question.choices)}." if question.choices else ""
        example = f" {question.example}" if question.example else ""
        words = question.text.say(language())
        return click.Option(
            [f"--{question.name.replace('_', '-')}"], metavar=t("ORD", "WORDS"), help=f"{words}{choices}{example}"
        )

    return Command(
        "new",
        callback=_run,
        help=summaries()["new"],
        params=[
            *map(option, {question.name: question for question in (*FOR_AGREEMENT, *FOR_AMENDMENT)}.values()),
            click.Option(
                ["--amend"],
                metavar="ID",
                help=t("Börja på en ändring av avtalet.", "Begin an amendment of the agreement."),
            ),
            click.Option(
                ["--out", "folder"],
                type=FilePath(),
                metavar=t("MAPP", "DIR"),
                help=t(
                    "Skriv till avtal/ÅR/ID.yaml i mappen, i stället för till skärmen.",
                    "Write to avtal/YEAR/ID.yaml in the folder, instead of to the screen.",
                ),
            ),
            *[p for p in common_params(dated=False, table=False) if p.name != "out"],
        ],
        epilog=unwrapped(
            "Exempel: overens new --out mitt-bibliotek · overens new --amend tillganglighet-2024",
            "Example: overens new --out my-library · overens new --amend tillganglighet-2024",
        ),
    )


def _run(amend: str | None, folder: Path | None, **options: Any) -> int:
    from overens.usecases.documents.rewrite import new_file_document
    from overens.usecases.new_file import new_file, place_for, write_new

    common = read_common(options)
    _libraries_are_there(common)
    amends = _agreement(common, amend) if amend is not None else None
    answers = _answers({name: words for name, words in options.items() if words is not None}, common, folder, amends)
    path = None
    if folder is not None:
        years = answers.get("year", "")
        path = place_for(folder, amends.years[0] if amends else int(years[:4]), answers["id"])
    new = new_file(answers, amends, file=str(path or "-"))
    if path is not None and not write_new(path, new.text):
        raise click.UsageError(
            t(
                "{file} finns redan och skrivs inte över. Välj ett annat --id, eller en annan mapp.",
                "{file} exists and is not written over. Choose another --id, or another folder.",
                file=str(path),
            )
        )
    if common.form is Form.JSON:
        emit(common, lambda: new_file_document(new, path, language()), None, lambda _: None)
    elif path is None:
        click.echo(new.text, nl=False)
    _say_what_is_next(list(new.problems), path, amends)
    return 0


def _libraries_are_there(common: Common) -> None:
    """Stop where a library is no folder: what is in it cannot be found taken."""
    from overens.intake.library_folder import list_library

    problems = list_library([(folder, str(folder)) for folder in common.libraries]).problems
    if blocking(problems):
        raise Faulty(problems)


def _agreement(common: Common, typed: str) -> Agreement:
    library = sound_library(common, Wanted(agreement=typed))
    return library.written[find_agreement(library, typed)].agreement


def _answers(given: dict[str, str], common: Common, folder: Path | None, amends: Agreement | None) -> dict[str, str]:
    """Return the answers given as options, each found sound; where there are none, ask for them."""
    questions = FOR_AMENDMENT if amends else FOR_AGREEMENT
    check = _checker([*common.libraries, *([folder] if folder else [])])
    if not given and sys.stdin is not None and sys.stdin.isatty():
        return ask_all(questions, amends, check)
    alien = next((name for name in given if name not in {question.name for question in questions}), None)
    if alien is not None:
        option = _option(alien)
        raise click.UsageError(
            t("{option} hör inte till en ändring.", "{option} does not belong to an amendment.", option=option)
            if amends
            else t("{option} hör till --amend.", "{option} belongs to --amend.", option=option)
        )
    return _from_options(given, questions, check, amends)


def _checker(own: list[Path]) -> Check:
    """Return what finds an answer sound, or says what is wrong; an id may not be taken."""
    from overens.usecases.new_file import files_with_id

    def check(question: Question, answer: str) -> Fault | None:
        fault = question.fault(answer)
        if fault is None and question.name == "id":
            taken = files_with_id(answer, own)
            return _taken(answer, taken[0]) if taken else None
        return fault

    return check


def _from_options(
    given: dict[str, str], questions: Sequence[Question], check: Check, amends: Agreement | None
) -> dict[str, str]:
    """Return the options as answers, or stop at the first that is wrong, or with those that are missing."""
    answers: dict[str, str] = {}
    for question in questions:
        words = given.get(question.name, suggested(question, answers, amends) if question.name == "id" else "").strip()
        fault = check(question, words) if words or question.name in given else None
        if fault is not None:
            said = f"{fault.message.say(language())} {fault.remedy.say(language())}"
            raise click.UsageError(f"{_option(question.name)}: {said}")
        if words:
            answers[question.name] = words
    idle = next((q for q in questions if q.name in answers and not is_asked(q, answers, amends)), None)
    if idle is not None:
        raise click.UsageError(
            t(
                "{option} betyder inget här. Det gör det tillsammans med rätt --pot (i en ändring), --to eller --key.",
                "{option} means nothing here. It does with the right --pot (in an amendment), --to or --key.",
                option=_option(idle.name),
            )
        )
    required = [q for q in questions if q.need is Need.REQUIRED and is_asked(q, answers, amends)]
    known = set(answers) if "name" in answers else {"id", *answers}  # the id is made of the name
    absent = [_option(question.name) for question in required if question.name not in known]
    if absent:
        raise click.UsageError(
            t(
                "{options} saknas; utan dem går filen inte att läsa. Resten får stå som 'ej funnet'.",
                "{options}: missing; without them the file cannot be read. The rest may stand as 'ej funnet'.",
                options=", ".join(absent),
            )
        )
    return answers


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _taken(name: str, file: str) -> Fault:
    return Fault.of(
        "Id '{name}' finns redan, i {file}.",
        "Välj ett annat.",
        "The id '{name}' is taken, in {file}.",
        "Choose another.",
        name=name,
        file=file,
    )


def _say_what_is_next(problems: list[Any], path: Path | None, amends: Agreement | None) -> None:
    """Say on standard error what the file still lacks, and which commands come next."""
    if path is not None:
        click.echo(t("Skrev {file}.", "Wrote {file}.", file=str(path)), err=True)
    for problem in problems:
        click.echo(t("Återstår: {what}", "Remains: {what}", what=problem.say(language())), err=True)
    if amends is not None:
        click.echo(
            t(
                "Potterna i {id}: {pots}. En pott med samma id ersätts hel; skriv till det som ändras.",
                "The pots of {id}: {pots}. A pot with the same id is replaced whole; add what is changed.",
                id=amends.id,
                pots=", ".join(names[-1] for names, _ in amends.leaves()),
            ),
            err=True,
        )
    shown = str(path) if path else t("FIL", "FILE")
    click.echo(t("Nästa: overens check {file}", "Next: overens check {file}", file=shown), err=True)
