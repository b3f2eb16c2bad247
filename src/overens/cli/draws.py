"""--draws of simulate: make the draws with their progress, keep them, and tell what they give."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from overens.cli.faulty import Faulty
from overens.cli.language import language, t
from overens.cli.options import Common, find_place
from overens.cli.output import emit
from overens.cli.parameter_types import FilePath
from overens.cli.progress import progress
from overens.cli.terminal import say_beside
from overens.vocabulary.problems import Fault, Problem
from overens.vocabulary.wording import Text, whole_number

if TYPE_CHECKING:
    from overens.scenario.read_scenario import WrittenScenario
    from overens.usecases.draw import Draw
    from overens.usecases.draws import Draws, Way
    from overens.usecases.library import Library

INTERRUPTED = 130
FIRST_SEED = 1
WORTH_COMPILING = 2_000
"""Draws from which the kernel is used: fewer are made plainly before it has started."""


def draw_params() -> list[click.Parameter]:
    """Return the options of simulate that are about draws."""
    return [
        click.Option(
            ["--draws"],
            type=click.IntRange(min=1),
            metavar=t("ANTAL", "NUMBER"),
            help=t(
                "Dra de osäkra utfallen så många gånger, och visa P10, P50 och P90.",
                "Draw the uncertain outcomes so many times, and show P10, P50 and P90.",
            ),
        ),
        click.Option(
            ["--seed"],
            type=click.IntRange(min=0),
            metavar=t("TAL", "NUMBER"),
            help=t("Samma frö ger samma dragningar (förvalt: 1).", "The same seed gives the same draws (default: 1)."),
        ),
        click.Option(
            ["--keep"],
            type=FilePath(),
            metavar=t("FIL", "FILE"),
            help=t(
                "Spara dragningarna i filen efter hand; samma kommando igen fortsätter där det slutade.",
                "Keep the draws in the file as they are made; the same command again goes on where it stopped.",
            ),
        ),
    ]


def check_without_draws(scenarios: Sequence[WrittenScenario], keep: Path | None, seed: int | None) -> None:
    """Say that what is uncertain is not drawn, where no draws are asked for; refuse options of draws that are not made."""
    if keep is not None:
        raise click.UsageError(
            t("--keep sparar dragningar: ange --draws ANTAL.", "--keep keeps draws: give --draws NUMBER.")
        )
    if seed is not None:
        raise click.UsageError(
            t("--seed är för dragningar: ange --draws ANTAL.", "--seed is for draws: give --draws NUMBER.")
        )
    if any(one.scenario.uncertain for one in scenarios):
        say_beside(
            t(
                "Det som är osäkert dras bara med --draws ANTAL; här räknas inte 'osäkert'.",
                "What is uncertain is drawn only with --draws NUMBER; here 'osäkert' does not count.",
            )
        )


def run_draws(
    common: Common,
    library: Library,
    scenarios: Sequence[WrittenScenario],
    place: str | None,
    *,
    wanted: int,
    seed: int | None,
    keep: Path | None,
) -> int:
    """Make the draws and tell what they give; stopped half-way, tell what was done."""
    from overens.scenario.drawn import NotDrawn
    from overens.scenario.uncertain_faults import impossible_draw
    from overens.usecases.documents.draws import draws_document
    from overens.usecases.draw import prepare_draw
    from overens.usecases.draws import kronor_too_large, too_large, too_many_kronor
    from overens.usecases.draws_tables import draws_table

    draw, problems = prepare_draw(library, scenarios, FIRST_SEED if seed is None else seed, common.as_known_on)
    if draw is None:
        raise Faulty(problems)
    refused = too_large(draw, wanted) or kronor_too_large(draw)
    if refused is not None:
        raise _refused(refused)
    who = find_place(library, place, prefer=list(draw.places)) if place is not None else None
    try:
        draws = _make(draw, wanted, keep)
    except NotDrawn as stop:
        at = next(one for one in scenarios if one.scenario.uncertain).place("osäkert")
        raise Faulty([Problem(at, impossible_draw(stop.name, stop.why))]) from None
    except OverflowError as error:  # a pot without an amount holds what is earned, which only a draw tells
        raise _refused(too_many_kronor()) from error
    if draws is None:
        raise KeyboardInterrupt
    names = ", ".join(one.scenario.name for one in scenarios)

    def show(page: Any) -> None:
        from overens.cli.show.draws import show_draws

        show_draws(page, draws, names, who)

    emit(common, lambda: draws_document(draws, who, language()), lambda: draws_table(draws, who), show)
    if draws.stopped:
        _say_stopped(draws, keep)
    return INTERRUPTED if draws.stopped else 0


def _refused(fault: Fault) -> click.UsageError:
    return click.UsageError(f"--draws: {fault.message.say(language())} {fault.remedy.say(language())}")


def _make(draw: Draw, wanted: int, path: Path | None) -> Draws | None:
    from overens.intake.draw_file import read_draws
    from overens.usecases.draws import make_draws

    before = read_draws(path, draw.fingerprint, draw.width) if path is not None else array("q")
    if isinstance(before, Problem):
        raise Faulty([before])
    left = wanted - len(before) // draw.width
    way = _way(draw) if left >= WORTH_COMPILING else None
    with _kept(draw, path, len(before) // draw.width) as keep, progress(t("Dragningar", "Draws"), wanted) as done:
        return make_draws(draw, wanted, before, keep, done, way)


def _way(draw: Draw) -> Way | None:
    """Return the fast way where it is there; else say why it is not."""
    from overens.usecases.draw_fast import fast_draw, fast_way

    fast = fast_draw(draw, str(_cache()), lambda text: say_beside(text.say(language())))
    if isinstance(fast, Text):
        say_beside(fast.say(language()))
        return None
    return fast_way(fast)


def _cache() -> Path:
    """Return the folder where a compiled kernel is kept from one run to the next."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "overens"


@contextmanager
def _kept(draw: Draw, path: Path | None, before: int) -> Iterator[Callable[[Sequence[Sequence[int]]], None]]:
    """Keep the draws in the file, if there is one; when the disk is full, say that what is there can be gone on from."""
    from overens.export.draw_file import kept_in

    if path is None:
        yield lambda _: None
        return
    try:
        with kept_in(path, draw.fingerprint, draw.width, before) as keep:
            yield keep
    except OSError:
        if path.is_file():
            say_beside(
                t(
                    "De dragningar som hann sparas är kvar i {file}; samma kommando fortsätter.",
                    "The draws that were kept are left in {file}; the same command goes on.",
                    file=str(path),
                )
            )
        raise


def _say_stopped(draws: Draws, keep: Path | None) -> None:
    go_on = t("Samma kommando fortsätter.", "The same command goes on.")
    lost = t("Med --keep FIL kan det fortsätta en annan gång.", "With --keep FILE it can go on another time.")
    say_beside(
        t(
            "Stoppat efter {n} av {wanted} dragningar. {next}",
            "Stopped after {n} of {wanted} draws. {next}",
            n=whole_number(draws.done),
            wanted=whole_number(draws.wanted),
            next=go_on if keep is not None else lost,
        )
    )
