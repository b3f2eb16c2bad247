"""Files in the fixed form -> the terminal: what was rewritten, what was as it should be, what was refused and why."""

from __future__ import annotations

from collections.abc import Sequence

from overens.cli.language import count, language, t
from overens.cli.show.page import Page
from overens.usecases.rewrite import Rewritten

_COLOURS = {"+": "green", "-": "red"}


def show_rewritten(page: Page, files: Sequence[Rewritten], *, is_written: bool, with_difference: bool) -> None:
    """Print a line for each file that is not as it was, its difference if asked for, and the sum."""
    for file in files:
        for problem in file.problems:
            page.line(problem.say(language()), colour="red")
        if file.is_changed:
            page.line(_changed(file, is_written))
        for line in file.difference if with_difference else ():
            page.verbatim(line, colour=_COLOURS.get(line[0]) if not line.startswith(("+++", "---")) else None)
    page.line(_sum(files, is_written))


def _changed(file: Rewritten, is_written: bool) -> str:
    lines = count(file.lines_changed, ("rad", "rader"), ("line", "lines"))
    comments = count(len(file.dropped), ("kommentar", "kommentarer"), ("comment", "comments"))
    said = (
        t("{file}: skrevs om, {lines}.", "{file}: rewritten, {lines}.", file=file.file, lines=lines)
        if is_written
        else t(
            "{file}: skulle skrivas om, {lines}.", "{file}: would be rewritten, {lines}.", file=file.file, lines=lines
        )
    )
    if not file.dropped:
        return said
    return said + t(" {comments} borttagna.", " {comments} dropped.", comments=comments)


def _sum(files: Sequence[Rewritten], is_written: bool) -> str:
    changed = sum(file.is_changed for file in files)
    refused = sum(bool(file.problems) for file in files)
    return t(
        "{changed} {done}, {same} i fast form redan, {refused} orörda på grund av problem.",
        "{changed} {done}, {same} in the fixed form already, {refused} untouched because of problems.",
        changed=count(changed, ("fil", "filer"), ("file", "files")),
        done=t("skrevs om", "rewritten") if is_written else t("skulle skrivas om", "would be rewritten"),
        same=str(len(files) - changed - refused),
        refused=str(refused),
    )
