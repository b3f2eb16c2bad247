"""A comparison -> a waterfall from the one sum to the other, whose steps sum to the krona."""

from __future__ import annotations

from overens.export.charts.look import KR
from overens.export.charts.waterfall import Step, draw_waterfall
from overens.export.csv_table import Table
from overens.export.picture import Picture
from overens.scenario.attribute import Cause
from overens.usecases.compare import Changes
from overens.usecases.compare_tables import cause_words
from overens.usecases.pictures.compose import NAME, picture
from overens.vocabulary.wording import Language, Text, kronor


def change_pictures(changes: Changes) -> tuple[Picture, ...]:
    """Return the waterfall; none where nothing can be compared or nothing differs."""
    causes = [cause for cause in Cause if any(cause in line.causes for line in changes.lines)]
    if changes.same or not causes:
        return ()
    steps = [Step(cause_words(cause), changes.of_cause(cause)) for cause in causes]
    before, after = Step(changes.before.name, changes.before_kr), Step(changes.after.name, changes.after_kr)
    title = _title(changes, steps)
    every = (before, *steps, after)
    table = Table(title, ("step", "kr"), (NAME, Text("Kronor", "Kronor")), tuple((one.name, one.kr) for one in every))
    description = Text(
        "Från {a} ({before}) till {b} ({after}) av det som går att jämföra, ett steg för varje orsak. "
        "Stegen summerar till skillnaden på kronan.",
        "From {a} ({before}) to {b} ({after}) of what can be compared, one step for each cause. "
        "The steps sum to the difference to the krona.",
        {"a": kronor(before.kr), "before": before.name, "b": kronor(after.kr), "after": after.name},
    )
    return (picture("varfor", title, description, table, lambda look: draw_waterfall(before, steps, after, look)),)


def _title(changes: Changes, steps: list[Step]) -> Text:
    difference = changes.after_kr - changes.before_kr
    most = max(steps, key=lambda step: abs(step.kr))
    what: dict[str, object] = {"kr": KR.signed(difference, Language.SWEDISH), "cause": most.name}
    if not difference and not most.kr:
        return Text("Summan är densamma, men fördelas annorlunda", "The sum is the same, but divided otherwise")
    if not difference:
        return Text("Summan är densamma: orsakerna tar ut varandra", "The sum is the same: the causes even out")
    if most.kr * difference < 0 or len([step for step in steps if step.kr]) == 1:
        return Text(
            "{kr}, till följd av {cause}" if most.kr * difference > 0 else "{kr}",
            "{kr}, because of {cause}" if most.kr * difference > 0 else "{kr}",
            what,
        )
    return Text(
        "{kr}, mest till följd av {cause} ({part})",
        "{kr}, mostly because of {cause} ({part})",
        {**what, "part": KR.signed(most.kr, Language.SWEDISH)},
    )
