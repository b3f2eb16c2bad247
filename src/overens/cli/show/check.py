"""What a check found -> the terminal: every problem with its place, every annex with its count."""

from __future__ import annotations

from dataclasses import dataclass

from overens.agreement.cross_checks import CrossCheckOutcome
from overens.allocation.explain_steps import basis_words
from overens.cli.language import count, language, t
from overens.cli.show.page import Page
from overens.cli.show.parts import kr, say
from overens.usecases.audit import Audit
from overens.usecases.check import Check
from overens.usecases.check_annex import CheckedTable
from overens.usecases.wording.amounts import amount_said
from overens.vocabulary.problems import Severity
from overens.vocabulary.wording import Text, percent, whole_number


@dataclass(frozen=True)
class Lists:
    """Which of the longer lists are asked for."""

    contradictions: bool = False
    sources: bool = False
    cross_checks: bool = False


def show_check(page: Page, check: Check, lists: Lists) -> None:
    """Print problems and the lists that are asked for; where none is, the annexes."""
    for problem in check.problems:
        page.line(problem.say(language()), colour="red" if problem.severity is Severity.ERROR else "yellow")
    if check.annexes and lists == Lists():
        _annexes(page, check)
    if lists.contradictions:
        _contradictions(page, check)
    if lists.sources:
        _sources(page, check.audit)
    if lists.cross_checks:
        _cross_checks(page, check.audit)
    page.blank()
    page.line(_summary(check))
    if check.audit.values:
        page.line(_audit_summary(check.audit))


def _annexes(page: Page, check: Check) -> None:
    page.heading(t("Bilagor omräknade", "Annexes recomputed"))
    rows = [
        (
            f"{a.agreement}/{a.pot}",
            t("{equal} av {of}", "{equal} of {of}", equal=str(a.comparison.equal), of=str(a.comparison.of)),
            a.comparison.basis.value if language() == "sv" else a.comparison.basis.name.lower().replace("_", " "),
        )
        for a in check.annexes
    ]
    page.table((t("Pott", "Pot"), t("Lika", "Equal"), t("Grund", "Basis")), rows, right=(1,), whole=(0,))
    page.notes(
        (
            t(
                "{pot}, {who}: publicerat {a}, regeln ger {b} ({why})",
                "{pot}, {who}: published {a}, the rule gives {b} ({why})",
                pot=f"{a.agreement}/{a.pot}",
                who=d.recipient.short_name,
                a=kr(d.published_kr),
                b=kr(d.computed_kr),
                why=d.reason or "?",
            )
            for a in check.annexes
            for d in a.comparison.deviations
        ),
    )


def _contradictions(page: Page, check: Check) -> None:
    page.heading(t("Motsägelser mellan källor", "Contradictions between sources"))
    page.notes(
        (
            t(
                "{place} {id}, {about}: {says}; använt: {used}. {reason}",
                "{place} {id}, {about}: {says}; used: {used}. {reason}",
                place=str(f.place),
                id=f.about,
                about=f.contradiction.about,
                says=f.contradiction.says,
                used=f.contradiction.used,
                reason=f.contradiction.reason,
            )
            for f in check.contradictions
        ),
    )


def _sources(page: Page, audit: Audit) -> None:
    page.heading(
        t(
            "Värden vars källa saknar adress och diarienummer",
            "Values whose source has neither address nor registry number",
        )
    )
    if not audit.not_findable:
        page.line(t("Inga.", "None."))
    page.notes(
        f"{one.file}: {count(one.values, ('värde', 'värden'), ('value', 'values'))}, {'; '.join(one.titles)}"
        for one in audit.not_findable
    )


def _cross_checks(page: Page, audit: Audit) -> None:
    page.heading(t("Vad avtalen säger om året före", "What the agreements say of the year before"))
    told = [one for one in audit.cross_checks if one.claimed is not None or one.outcome is not CrossCheckOutcome.AGREES]
    if not told:
        page.line(t("Ingenting med belopp.", "Nothing with amounts."))
        return
    rows = [
        (one.about, one.of, amount_said(one.claimed), amount_said(one.found), say(_OUTCOMES[one.outcome]))
        for one in told
    ]
    headings = (
        t("Avtal/pott", "Agreement/pot"),
        t("Fortsätter", "Continues"),
        t("Var enligt den", "Was, by it"),
        t("Där står", "There it says"),
        t("Utfall", "Outcome"),
    )
    page.table(headings, rows, right=(2, 3))


_OUTCOMES = {
    CrossCheckOutcome.AGREES: Text("stämmer", "agrees"),
    CrossCheckOutcome.DIFFERS: Text("stämmer inte", "does not agree"),
    CrossCheckOutcome.NOT_IN_LIBRARY: Text("kan inte prövas", "cannot be checked"),
}


def _audit_summary(audit: Audit) -> str:
    claims = [one for one in audit.cross_checks if one.claimed is not None]
    agree = sum(one.outcome is CrossCheckOutcome.AGREES for one in claims)
    sourced = t(
        "{n} värden, {share} med en källa som går att slå upp (övriga: --sources).",
        "{n} values, {share} with a source that can be looked up (the others: --sources).",
        n=whole_number(audit.values),
        share=say(percent(audit.findable, 1)),
    )
    if not claims:
        return sourced
    return sourced + t(
        " {agree} av {n} uppgifter om året före stämmer (--cross-checks).",
        " {agree} of {n} statements about the year before agree (--cross-checks).",
        agree=str(agree),
        n=str(len(claims)),
    )


def _scenarios(check: Check) -> str:
    """Return how many scenarios were tried; nothing where there are none."""
    return (
        f", {count(check.scenarios, ('scenario', 'scenarier'), ('scenario', 'scenarios'))}" if check.scenarios else ""
    )


def _summary(check: Check) -> str:
    warnings = sum(p.severity is Severity.WARNING for p in check.problems)
    return t(
        "{agreements}, {figures}, {annexes}: {errors}, {warnings}, {contradictions}"
        " (de är inga fel; visa med --contradictions).",
        "{agreements}, {figures}, {annexes}: {errors}, {warnings}, {contradictions}"
        " (these are no errors; show them with --contradictions).",
        agreements=count(check.agreements, ("avtal", "avtal"), ("agreement", "agreements")) + _scenarios(check),
        figures=count(check.figures, ("underlag", "underlag"), ("figure", "figures")),
        annexes=count(len(check.annexes), ("bilaga", "bilagor"), ("annex", "annexes")),
        errors=count(len(check.problems) - warnings, ("fel", "fel"), ("error", "errors")),
        warnings=count(warnings, ("varning", "varningar"), ("warning", "warnings")),
        contradictions=count(
            len(check.contradictions), ("motsägelse", "motsägelser"), ("contradiction", "contradictions")
        ),
    )


def show_checked_table(page: Page, table: CheckedTable) -> None:
    """Print a table against a rule: only what differs, and the count."""
    for problem in table.problems:
        page.line(problem.say(language()), colour="red")
    different = [cell for cell in table.cells if not cell.is_equal]
    if different and table.of:
        rows = [
            (
                cell.recipient.name,
                kr(cell.table_kr),
                kr(cell.computed_kr),
                kr(cell.table_kr - cell.computed_kr)
                if cell.table_kr is not None and cell.computed_kr is not None
                else "–",
                str(cell.place.line) if cell.place else "–",
            )
            for cell in different
        ]
        headings = (
            t("Mottagare", "Recipient"),
            t("Tabellen", "The table"),
            t("Regeln", "The rule"),
            t("Skillnad", "Difference"),
            t("Rad", "Line"),
        )
        page.table(headings, rows, right=(1, 2, 3, 4))
    if not table.of:
        page.line(t("Ingen cell i tabellen kunde jämföras.", "No cell of the table could be compared."))
        return
    page.line(
        t(
            "{equal} av {of} celler är lika regeln {id}/{pot}, till kronan.{basis}",
            "{equal} of {of} cells equal the rule {id}/{pot}, to the krona.{basis}",
            equal=str(table.equal),
            of=str(table.of),
            id=table.allocation.agreement.id,
            pot=table.pot.id,
            basis=f" {say(basis_words(table.basis))}" if table.equal else "",
        ),
    )
