"""overens performance [YEAR|AGREEMENT|AGREEMENT/POT] [--place NAME] [--given "prestation/krav/1/eller minst=70"]."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from overens.agreement.label import Wanted
from overens.cli.command import Command, unwrapped
from overens.cli.faulty import Faulty
from overens.cli.language import language, t
from overens.cli.options import Common, Form, common_params, find_agreement, find_place, find_pot, read_common
from overens.cli.outcome_options import open_with, outcome_params
from overens.cli.output import emit
from overens.cli.summaries import summaries
from overens.usecases.library import Library
from overens.vocabulary.problems import Fault, Place, Problem
from overens.vocabulary.recipients import Recipient

if TYPE_CHECKING:
    from overens.scenario.given import Given
    from overens.usecases.performance import Performance, PotPerformance
    from overens.usecases.performance_scope import Asked

T = TypeVar("T")


def build() -> click.Command:
    """Return the command."""
    return Command(
        "performance",
        callback=_run,
        help=summaries()["performance"],
        params=[
            click.Argument(["asked"], metavar=t("ÅR|ID|ID/POTT", "YEAR|ID|ID/POT")),
            click.Option(
                ["--place"],
                metavar=t("NAMN", "NAME"),
                help=t(
                    "En plats: vad den missade, och vad det var värt.", "A place: what it missed, and the worth of it."
                ),
            ),
            *outcome_params(),
            click.Option(
                ["--given"],
                multiple=True,
                metavar=t("VÄG=VÄRDE", "PATH=VALUE"),
                help=t(
                    "Ett värde som inte är publicerat: 'prestation/krav/1/eller minst=70'. Kan upprepas.",
                    "A value that is not published: 'prestation/krav/1/eller minst=70'. May be repeated.",
                ),
            ),
            click.Option(
                ["--if", "ifs"],
                multiple=True,
                metavar=t("UTFALL=VÄRDE[@PERIOD]", "OUTCOME=VALUE[@PERIOD]"),
                help=t(
                    "Om platsen hade nått det. Kräver --place. Kan upprepas.",
                    "Had the place reached that. Needs --place. May be repeated.",
                ),
            ),
            click.Option(
                ["--range", "spread"],
                is_flag=True,
                help=t(
                    "Visa spannet i stället för att fråga efter värden.", "Show the range instead of asking for values."
                ),
            ),
            *common_params(),
        ],
        epilog=unwrapped(
            "Exempel: overens performance 2024 · overens performance 2025 --place gotland"
            " · overens performance bup-2025/prestation --range",
            "Example: overens performance 2024 · overens performance 2025 --place gotland"
            " · overens performance bup-2025/prestation --range",
        ),
    )


def _run(
    asked: str,
    place: str | None,
    outcomes: tuple[Path, ...],
    example: bool,
    given: tuple[str, ...],
    ifs: tuple[str, ...],
    spread: bool,
    **options: Any,
) -> int:
    from overens.scenario.given import ON_A_LINE, read_given
    from overens.usecases import performance_if
    from overens.usecases.documents.performance import performance_document
    from overens.usecases.performance_tables import lines_table, months_table

    common = read_common(options)
    if ifs and place is None:
        raise click.UsageError(t("--if kräver --place: vems utfall?", "--if needs --place: whose outcome?"))
    values = _read(given, ON_A_LINE, read_given)
    supposed = _read(ifs, performance_if.ON_A_LINE, performance_if.read_if)
    library, what = _open(common, asked, outcomes, example=example)
    who = _place(library, what, place, common)
    answer = _answer(library, what, who, common, values)
    if what.pot and not spread:
        answer = _with_missing(library, answer, common, values)
    tried, problems = performance_if.show_if(answer, who, supposed) if who and supposed else ((), [])
    if problems:
        raise Faulty(problems)

    def show(page: Any) -> None:
        from overens.cli.show.performance import show_performance as show_in_terminal

        show_in_terminal(page, answer, tried)

    emit(
        common,
        lambda: performance_document(answer, tried, language()),
        lambda: months_table(answer) if who else lines_table(answer),
        show,
    )
    return 0


def _read(typed: Sequence[str], option: str, read: Callable[[str], T | Fault]) -> list[T]:
    """Return what was typed after an option that may be repeated; with a problem in any, stop."""
    found, problems = [], []
    for n, words in enumerate(typed, 1):
        one = read(words)
        if isinstance(one, Fault):
            problems.append(Problem(Place(option, n), one))
        else:
            found.append(one)
    if problems:
        raise Faulty(problems)
    return found


def _open(common: Common, asked: str, outcomes: Sequence[Path], *, example: bool) -> tuple[Library, Asked]:
    """Open what is asked about; with errors in it, print them and stop with exit code 1."""
    from overens.usecases.performance_scope import Asked

    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else None
    name, _, pot = asked.partition("/")
    wanted = Wanted(agreement=name) if year is None else Wanted(year=year)
    library = open_with(common, outcomes, wanted, example=example)
    if year is not None:
        return library, Asked(year=year)
    found = find_agreement(library, name)
    if pot:
        pot = find_pot(library.allocation(found, common.as_known_on), pot).id
    return library, Asked(agreement=found, pot=pot)


def _place(library: Library, asked: Asked, typed: str | None, common: Common) -> Recipient | None:
    from overens.usecases.performance_scope import scope_of

    if typed is None:
        return None
    pots = [pot for _, _, pots in scope_of(library, asked, common.as_known_on) for pot in pots]
    return find_place(library, typed, prefer=list({(r.kind, r.code): r for p in pots for r in p.recipients}.values()))


def _answer(
    library: Library, asked: Asked, who: Recipient | None, common: Common, given: Sequence[Given]
) -> Performance:
    from overens.usecases.performance import show_performance

    answer, problems = show_performance(library, asked, who, common.as_known_on, given)
    if answer is None:
        raise Faulty(problems)
    return answer


# --- values that must be given ------------------------------------------------------


def _with_missing(library: Library, answer: Performance, common: Common, given: Sequence[Given]) -> Performance:
    """Ask for the values that one pot lacks; where nobody can be asked, stop with the list of them (exit code 2)."""
    from overens.cli.ask_missing import ask_missing
    from overens.usecases.performance import show_performance

    lacking = next((pot for pot in answer.pots if pot.pot.missing), None)
    if lacking is None:
        return answer
    if common.form is not Form.PEOPLE or sys.stdin is None or not sys.stdin.isatty():
        raise click.UsageError(_to_be_given(lacking))

    def check(one: Given) -> list[Problem]:
        return show_performance(library, answer.asked, answer.who, common.as_known_on, [*given, one])[1]

    answers = ask_missing(lacking.name, lacking.pot.missing, check)
    return _answer(library, answer.asked, answer.who, common, [*given, *answers]) if answers else answer


def _to_be_given(pot: PotPerformance) -> str:
    from overens.usecases.wording.performance import how_to_give, missing_words

    lines = [f"  {missing_words(one).say(language())}" for one in pot.pot.missing]
    return t(
        "{pot} kan inte räknas: dessa värden är inte publicerade och måste ges.\n{lines}\n{how}"
        " Eller visa spannet och taken: --range.",
        "{pot} cannot be computed: these values are not published and must be given.\n{lines}\n{how}"
        " Or show the range and the ceilings: --range.",
        pot=pot.name,
        lines="\n".join(lines),
        how=how_to_give(pot).say(language()),
    )
