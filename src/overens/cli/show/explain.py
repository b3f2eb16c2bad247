"""An explanation -> numbered steps in the terminal."""

from __future__ import annotations

from overens.allocation.explain import Explanation, StepKind
from overens.allocation.model import Allocation
from overens.cli.language import t
from overens.cli.show.page import Page
from overens.cli.show.parts import say
from overens.cli.show.run import run_words
from overens.usecases.wording.amounts import amount_said
from overens.vocabulary.recipients import Recipient


def show_explanation(page: Page, allocation: Allocation, explanation: Explanation) -> None:
    """Print why one recipient gets what it gets from one pot."""
    page.heading(f"{explanation.recipient.name} · {explanation.agreement.id}/{explanation.pot.id}")
    for n, step in enumerate(explanation.steps, 1):
        page.item(f"{n}.", say(step.text))
        if step.source and step.kind in (StepKind.POT, StepKind.KEY, StepKind.PERFORMANCE):
            page.item("  ", t("Källa: {source}", "Source: {source}", source=step.source), dim=True)
    if explanation.area is not None:
        page.item("  ", _of_the_county(explanation, explanation.area), dim=True)
    page.blank()
    if explanation.award is not None:
        page.line(t("Summa: {kr}", "Total: {kr}", kr=amount_said(explanation.award.amount)))
    page.line(run_words(allocation), dim=True)


def _of_the_county(explanation: Explanation, area: Recipient) -> str:
    return t(
        'Visa länets belopp: overens explain "{area}" {pot}',
        'To see the county\'s amount: overens explain "{area}" {pot}',
        area=area.name,
        pot=f"{explanation.agreement.id}/{explanation.pot.id}",
    )
