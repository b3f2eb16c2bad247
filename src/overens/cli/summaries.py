"""One line about each command, for the list of commands and as the first line of its own help."""

from __future__ import annotations

from overens.cli.language import t


def summaries() -> dict[str, str]:
    """Return each command's line, in the language of this run."""
    return {
        "year": t(
            "Ett år: alla regioner, hur säkert, mot den tryckta tabellen.",
            "A year: all regions, how sure, against the printed table.",
        ),
        "place": t(
            "En region, kommun eller ett län: vad, hur säkert, när.",
            "A region, municipality or county: what, how sure, when.",
        ),
        "calendar": t(
            "Vad händer och ska göras när; vad kan gå förlorat.",
            "What happens and must be done when; what may be lost.",
        ),
        "notice": t(
            "Ett besked, text eller PDF: summor, villkor, datum, varför.",
            "A notice, text or PDF: sums, terms, dates, why.",
        ),
        "press": t(
            "Årets pressmeddelande, med sina två tabeller, även som Word.",
            "The year's press release, with its two tables; Word too.",
        ),
        "agreement": t(
            "Ett avtal: potter, regler, tilldelningar, bilagor.", "An agreement: pots, rules, awards, annexes."
        ),
        "explain": t(
            "Varför just den kronan: steg för steg, med källor.", "Why this krona: step by step, with sources."
        ),
        "performance": t(
            "Prestation: krav, månader, kronor, och vad som missades.",
            "Performance: requirements, months, kronor, and what was missed.",
        ),
        "compare": t(
            "Två år, avtal eller utkast: vad som skiljer och varför.",
            "Two years, agreements or drafts: what differs and why.",
        ),
        "simulate": t(
            "Ett scenario: vem får mer, vem betalar, vad gör vad.",
            "A scenario: who gets more, who pays, which change does it.",
        ),
        "grants": t(
            "Alla riktade bidrag ett år och det nästa, som arbetsbok.",
            "All targeted grants of a year and the next, as a workbook.",
        ),
        "coverage": t(
            "Vilka bidrag som finns här vilka år, och varför inte.",
            "Which grants are here for which years, and why not.",
        ),
        "check": t("Granska biblioteket eller egna filer.", "Check the library or files of your own."),
        "check-annex": t("Min tabell mot regeln, cell för cell.", "My table against the rule, cell by cell."),
        "figures": t("Underlag: folkmängd, nycklar, tabeller, utfall.", "Figures: population, keys, tables, outcomes."),
        "outcomes": t(
            "Utfall in: en mall att fylla i, granskad cell för cell.",
            "Outcomes in: a template to fill in, checked cell by cell.",
        ),
        "lead-time": t(
            "Hur tidigt pengarna blev kända, och när de betalas.", "How early the money was known, and when it is paid."
        ),
        "export": t(
            "Hela biblioteket som tabeller: Parquet, CSV, JSON.", "The whole library as tables: Parquet, CSV, JSON."
        ),
        "read": t(
            "Läs en text: belopp, tabeller, datum, och ett utkast.",
            "Read a text: sums, tables, dates, and a draft of a file.",
        ),
        "new": t(
            "Börja på en ny avtalsfil, genom frågor eller val.", "Begin a new agreement file, by questions or options."
        ),
        "fmt": t("Skriv om filer i fast form; inget går förlorat.", "Rewrite files in a fixed form; nothing is lost."),
        "schema": t(
            "JSON Schema för avtal och andra filer, till din editor.",
            "JSON Schema for agreements and other files, for your editor.",
        ),
        "serve": t(
            "Portalen: samma svar som sidor i en webbläsare.", "The portal: the same answers as pages in a browser."
        ),
        "publish": t(
            "Hela portalen som filer, för vilken webbserver som helst.",
            "The whole portal as files, for any web server.",
        ),
    }
