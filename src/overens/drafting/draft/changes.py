"""Changes and earlier sums beside a sum -> what it continues, as far as the document says."""

from __future__ import annotations

from collections.abc import Sequence

from overens.drafting.draft.model import Sheet
from overens.drafting.draft.words import printed, to_fill_in
from overens.drafting.model import ReadAmount, Role
from overens.drafting.money import money_of
from overens.drafting.sums import SumNode
from overens.writing.write_tree import Keyed, Part, Scalar


def change_of(node: SumNode, path: str, sheet: Sheet) -> dict[str, Part]:
    """Return what a sum continues: what it was, and by how much it changed; of several, a person is to choose.

    Args:
        path: Of the pot in the file, or "" for the agreement.
    """
    previous = [one for one in node.beside if one.role.chosen is Role.PREVIOUS]
    changes = [one for one in node.beside if one.role.chosen is Role.CHANGE]
    if not previous and not changes:
        return {}
    at = f"{path}.föregående" if path else "föregående"
    entries: dict[str, Part] = {"är": to_fill_in("id på det som det fortsätter")}
    if previous:
        entries["var"] = _one_of(previous)
        sheet.note(f"{at}.var", previous[0].mention.span)
    if changes:
        entries["ökning"] = to_fill_in(f"{_one_of(changes).text}; ökning eller minskning")
        sheet.note(f"{at}.ökning", changes[0].mention.span)
    return {"föregående": Keyed({**entries, "källa": Scalar(sheet.source.name)})}


def _one_of(amounts: Sequence[ReadAmount]) -> Scalar:
    first = printed(money_of(amounts[0].mention))[0]
    return first if len(amounts) == 1 else to_fill_in(f"{first.text}, eller ett av {len(amounts) - 1} andra belopp")
