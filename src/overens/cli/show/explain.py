"""An explanation -> numbered steps in the terminal."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text as RichText

from overens.allocation.explain import Explanation
from overens.allocation.model import Allocation
from overens.cli.language import t
from overens.cli.show.parts import heading, kr, line, say


def show_explanation(console: Console, allocation: Allocation, explanation: Explanation) -> None:
    """Print why one recipient gets what it gets from one pot."""
    heading(console, f"{explanation.recipient.name} · {explanation.agreement.id}/{explanation.pot.id}")
    grid = RichTable.grid(padding=(0, 1))
    grid.add_column(justify="right")
    grid.add_column(overflow="fold")
    for n, step in enumerate(explanation.steps, 1):
        grid.add_row(f"{n}.", RichText(say(step.text)))
        if step.source and step.kind.name in ("POT", "KEY"):
            grid.add_row("", RichText(t("Källa: {source}", "Source: {source}", source=step.source), style="dim"))
    console.print(grid)
    console.print()
    if explanation.award is not None:
        line(console, t("Summa: {kr}", "Total: {kr}", kr=kr(explanation.award.amount.kr)), style="bold")
    line(
        console,
        t(
            "Körning: regler {rules}, underlag {figures}, resultat {result}",
            "Run: rules {rules}, figures {figures}, result {result}",
            rules=allocation.run.rules[:12],
            figures=allocation.run.figures[:12],
            result=allocation.run.result[:12],
        ),
        style="dim",
    )
