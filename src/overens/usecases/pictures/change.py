"""A comparison -> a waterfall from the one sum to the other, whose steps sum to the krona."""

from __future__ import annotations

from overens.export.charts.look import KR
from overens.export.charts.waterfall import WaterfallStep, draw_waterfall
from overens.export.csv_table import Table
from overens.export.picture import Picture
from overens.scenario.attribute import Cause
from overens.usecases.compare import Changes
from overens.usecases.compare_tables import cause_words
from overens.usecases.pictures.compose import NAME, picture, said
from overens.vocabulary.wording import Text, kronor


def change_pictures(changes: Changes) -> tuple[Picture, ...]:
    """Return the waterfall; none where nothing can be compared or nothing differs."""
    causes = [cause for cause in Cause if any(cause in line.causes for line in changes.lines)]
    if changes.same or not causes:
        return ()
    steps = [WaterfallStep(cause_words(cause), changes.of_cause(cause)) for cause in causes]
    before, after = (
        WaterfallStep(changes.before.name, changes.before_kr),
        WaterfallStep(changes.after.name, changes.after_kr),
    )
    title = _title(changes, steps)
    every = (before, *steps, after)
    table = Table(title, ("step", "kr"), (NAME, Text("Kronor", "Kronor")), tuple((one.name, one.kr) for one in every))
    description = Text(
        "Från {a} ({before}) till {b} ({after}) av det som går att jämföra, ett steg för varje orsak. "
        "Stegen summerar till skillnaden på kronan; är de små mot summorna ritas de för sig.",
        "From {a} ({before}) to {b} ({after}) of what can be compared, one step for each cause. "
        "The steps sum to the difference to the krona; where they are small beside the sums they are drawn by themselves.",
        {"a": kronor(before.kr), "before": before.name, "b": kronor(after.kr), "after": after.name},
    )
    return (picture("varfor", title, description, table, lambda look: draw_waterfall(before, steps, after, look)),)


def _title(changes: Changes, steps: list[WaterfallStep]) -> Text:
    """Return the difference, and what most of it comes from."""
    difference = changes.after_kr - changes.before_kr
    most = max(steps, key=lambda step: abs(step.kr))
    values: dict[str, object] = {
        "sides": Text("{a} → {b}", "{a} → {b}", {"a": changes.before.name, "b": changes.after.name}),
        "kr": said(KR, difference) if difference <= 0 else Text("+{kr}", "+{kr}", {"kr": said(KR, difference)}),
        "cause": most.name,
    }
    if not difference:
        same = Text("{sides}: summan är densamma, men delas annorlunda", "{sides}: the same sum, divided otherwise")
        even = Text("{sides}: orsakerna tar ut varandra", "{sides}: the causes even out")
        words = even if most.kr else same
    elif most.kr * difference < 0:
        words = Text("{sides}: {kr}", "{sides}: {kr}")
    elif len([step for step in steps if step.kr]) == 1:
        words = Text("{sides}: {kr}, till följd av {cause}", "{sides}: {kr}, because of {cause}")
    else:
        words = Text("{sides}: {kr}, mest till följd av {cause}", "{sides}: {kr}, mostly because of {cause}")
    return Text(words.sv, words.en, values)
