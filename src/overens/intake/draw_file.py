"""A file of kept draws -> its whole draws, or why it cannot be gone on from."""

from __future__ import annotations

from array import array
from pathlib import Path

from overens.scenario.draw_record import from_bytes, head_of, is_of_draws
from overens.vocabulary.problems import Fault, Place, Problem

LONGEST_HEAD = 200


def read_draws(path: Path, fingerprint: str, width: int) -> array[int] | Problem:
    """Return the numbers of every whole draw in the file; none, where there is no file yet.

    Args:
        fingerprint: Of what is drawn now.
        width: Whole numbers in a draw.

    Raises:
        OSError: If the file is there and cannot be read.
    """
    if not path.exists():
        return array("q")
    if not path.is_file():
        return Problem(Place(str(path)), _not_of_draws())
    with path.open("rb") as file:
        head = file.readline(LONGEST_HEAD)
        if head == head_of(fingerprint, width):
            return from_bytes(file.read(), width)
    if head_of(fingerprint, width).startswith(head):  # it was stopped before the first line was whole
        return array("q")
    return Problem(Place(str(path)), _of_something_else() if is_of_draws(head) else _not_of_draws())


def _of_something_else() -> Fault:
    return Fault.of(
        "Filen har dragningar av något annat: scenariot, fröet, reglerna eller underlagen är inte desamma.",
        "Ange en annan fil, eller ta bort den för att börja om.",
        "The file holds draws of something else: the scenario, the seed, the rules or the figures are not the same.",
        "Give another file, or remove it to begin again.",
    )


def _not_of_draws() -> Fault:
    return Fault.of(
        "Det är ingen fil med dragningar; den skrivs inte över.",
        "Ange en ny fil.",
        "It is no file of draws; it is not written over.",
        "Give a new file.",
    )
