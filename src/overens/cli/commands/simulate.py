"""overens simulate FILE… [--change "AGREEMENT/POT: gränser/golv=20 Mkr"]."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from overens.agreement.label import Wanted
from overens.cli.command import Command, unwrapped
from overens.cli.draws import check_without_draws, draw_params, run_draws
from overens.cli.faulty import Faulty
from overens.cli.language import language, t
from overens.cli.options import Common, common_params, find_agreement, find_place, find_pot, read_common, sound_library
from overens.cli.outcome_options import open_with, outcome_params
from overens.cli.output import deliver, emit, refuse_to_replace
from overens.cli.parameter_types import FilePath
from overens.cli.summaries import summaries
from overens.vocabulary.problems import Place

if TYPE_CHECKING:
    from overens.scenario.read_scenario import WrittenScenario
    from overens.scenario.scenario_file import Scenario
    from overens.usecases.simulate import Simulation
    from overens.vocabulary.recipients import Recipient


def build() -> click.Command:
    """Return the command."""
    return Command(
        "simulate",
        callback=_run,
        help=summaries()["simulate"]
        + t(
            " Filerna räknas i den ordning de anges, sist --change; varje ändring är ett steg.",
            " The files count in the order they are given, --change last; each change is a step.",
        ),
        params=[
            *_own_params(),
            *outcome_params(),
            *draw_params(),
            *common_params(),
        ],
        epilog=unwrapped(
            "Exempel: overens simulate mitt.yaml --place gotland"
            ' · overens simulate --change "cancer-2024/svf-andra: ej intjänat=bonuspott"',
            "Example: overens simulate mine.yaml --place gotland"
            ' · overens simulate --change "cancer-2024/svf-andra: ej intjänat=bonuspott"',
        ),
    )


def _own_params() -> list[click.Parameter]:
    """Return what is tried, what it is compared with, and what becomes of it."""
    return [
        click.Argument(["files"], nargs=-1, type=FilePath(), metavar="[SCENARIO]…"),
        click.Option(
            ["--change", "typed"],
            multiple=True,
            metavar=t("ÄNDRING", "CHANGE"),
            help=t(
                "En ändring på raden: 'AVTAL/POTT: gränser/golv=20 Mkr'. Kan upprepas.",
                "A change on the line: 'AGREEMENT/POT: gränser/golv=20 Mkr'. May be repeated.",
            ),
        ),
        click.Option(
            ["--from", "given"],
            multiple=True,
            type=FilePath(),
            metavar="SCENARIO",
            help=t(
                "Jämför med det här scenariot i stället för med avtalet som det är: antaganden. Kan upprepas.",
                "Compare with this scenario instead of the agreement as it is: assumptions. May be repeated.",
            ),
        ),
        click.Option(
            ["--same-total"],
            is_flag=True,
            help=t(
                "Håll avtalets summa; resten tas från de andra potterna.",
                "Keep the agreement's total; the rest is taken from the other pots.",
            ),
        ),
        click.Option(
            ["--place"],
            metavar=t("NAMN", "NAME"),
            help=t("Bara vad den platsen får.", "Only what that place gets."),
        ),
        click.Option(
            ["--template", "pot"],
            metavar=t("AVTAL/POTT", "AGREEMENT/POT"),
            help=t(
                "Skriv en scenariofil för potten, med allt som går att ändra.",
                "Write a scenario file for the pot, with all that can be changed.",
            ),
        ),
        click.Option(
            ["--write", "target"],
            type=FilePath(),
            metavar=t("FIL", "FILE"),
            help=t("Spara alla ändringar som ett scenario.", "Save all changes as one scenario."),
        ),
    ]


def _run(
    files: tuple[Path, ...],
    typed: tuple[str, ...],
    given: tuple[Path, ...],
    same_total: bool,
    place: str | None,
    pot: str | None,
    target: Path | None,
    outcomes: tuple[Path, ...],
    example: bool,
    draws: int | None,
    seed: int | None,
    keep: Path | None,
    **options: Any,
) -> int:
    from overens.usecases.merge_scenarios import merge
    from overens.usecases.scenario_files import wanted_by
    from overens.usecases.simulate import simulate

    common = read_common(options)
    if pot is not None:
        return _template(common, pot, with_more=bool(files or typed or given or target or place or same_total))
    scenarios, assumed = _scenarios(files, typed), _read(given)
    library = open_with(common, outcomes, wanted_by([*assumed, *scenarios]), example=example)
    if draws is not None:
        _alone_with_draws(target=target, given=given, same_total=same_total)
        return run_draws(common, library, scenarios, place, wanted=draws, seed=seed, keep=keep)
    check_without_draws(scenarios, keep, seed)
    lock = Place("--same-total") if same_total else None
    simulation, problems = simulate(library, scenarios, given=assumed, same_total=lock, day=common.as_known_on)
    if simulation is None:
        raise Faulty(problems)
    recipients = [who for a in simulation.before for one in a.pots for who in one.recipients]
    who = find_place(library, place, prefer=recipients) if place is not None else None
    if target is not None:
        merged = merge(library, scenarios, assumed, simulation, same_total=same_total)
        if isinstance(merged, list):
            raise Faulty(merged)
        _save(target, merged)
    _tell(common, simulation, who)
    return 0


def _tell(common: Common, simulation: Simulation, who: Recipient | None) -> None:
    """Give the answer in the form asked for."""
    from overens.usecases.documents.simulation import simulation_document
    from overens.usecases.simulation_tables import recipients_table

    def show(page: Any) -> None:
        from overens.cli.show.simulation import show_simulation

        show_simulation(page, simulation, who)

    emit(
        common,
        lambda: simulation_document(simulation, who, language()),
        lambda: recipients_table(simulation, who),
        show,
    )


def _alone_with_draws(*, target: Path | None, given: tuple[Path, ...], same_total: bool) -> None:
    """Refuse options that draws do not heed, so that none is passed over in silence."""
    said = {"--write": target is not None, "--from": bool(given), "--same-total": same_total}
    wrong = [name for name, is_there in said.items() if is_there]
    if wrong:
        words = t("{name} går inte ihop med --draws.", "{name} does not go with --draws.", name=wrong[0])
        raise click.UsageError(words)


def _scenarios(files: tuple[Path, ...], typed: tuple[str, ...]) -> list[WrittenScenario]:
    """Return the scenarios of the files, and last the changes typed on the line; with a problem in any, stop."""
    from overens.scenario.read_scenario import read_changes

    if not files and not typed:
        raise click.UsageError(
            t(
                "Ange ett scenario (en fil), --change, eller --template AVTAL/POTT för att få en mall.",
                "Give a scenario (a file), --change, or --template AGREEMENT/POT for a template.",
            )
        )
    scenarios = _read(files)
    if typed:
        changes, problems = read_changes(typed)
        if changes is None:
            raise Faulty(problems)
        scenarios.append(changes)
    return scenarios


def _read(files: tuple[Path, ...]) -> list[WrittenScenario]:
    from overens.usecases.scenario_files import read_scenarios

    scenarios, problems = read_scenarios(files)
    if problems:
        raise Faulty(problems)
    return scenarios


def _template(common: Common, typed: str, *, with_more: bool) -> int:
    """Write a scenario file for a pot, to the screen or to the file of --out."""
    from overens.scenario.template import template

    if with_more:
        raise click.UsageError(t("--template står för sig.", "--template stands alone."))
    name, _, pot = typed.partition("/")
    library = sound_library(common, Wanted(agreement=name))
    name = find_agreement(library, name)
    found = find_pot(library.allocation(name), pot)
    deliver(common, template(library.written[name], found.path))
    return 0


def _save(target: Path, scenario: Scenario) -> None:
    """Write the scenario, whole or not at all, to a new file."""
    from overens.export.write_file import write_whole
    from overens.writing.write_clause import write_clause

    refuse_to_replace(target)
    write_whole(target, write_clause(scenario))
    click.echo(t("Skrev {file}.", "Wrote {file}.", file=str(target)), err=True)
