"""The scenarios among a library's files -> every problem with them, each tried by itself on its agreements."""

from __future__ import annotations

from collections.abc import Iterable

from overens.agreement.label import is_scenario
from overens.intake.library_folder import LibraryFile, texts_of
from overens.usecases.library import Library
from overens.usecases.scenario_files import read_scenario_files
from overens.usecases.simulate import simulate
from overens.vocabulary.problems import Problem
from overens.writing.tree import LARGEST_FILE


def check_scenarios(library: Library, files: Iterable[LibraryFile]) -> list[Problem]:
    """Return every problem with the scenarios, each tried by itself on the agreements it names."""
    scenarios, problems = read_scenario_files(files)
    for one in scenarios if not library.faulty else ():
        problems += simulate(library, [one])[1]
    return problems


def scenario_files(library: Library) -> list[LibraryFile]:
    """Return the library's scenarios, also those that lie among the agreements."""
    among = [file for file, text in texts_of(library.files.agreements, LARGEST_FILE, []) if is_scenario(text)]
    return [*library.files.scenarios, *among]
