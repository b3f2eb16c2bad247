"""A folder that files are to be written in -> why they cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from overens.vocabulary.problems import Fault

MOST_NAMED = 5


class Unfit(Exception):
    """A folder that cannot be taken, with why and what would do."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message.say())
        self.fault = fault

    def __reduce__(self) -> tuple[type[Self], tuple[Fault]]:
        """Be sent from one process to another as the fault, of which the words are only a part."""
        return type(self), (self.fault,)


class CannotLock(Unfit):
    """A folder that no other can be kept from on this machine."""


def no_folder(path: Path) -> Fault:
    """Return what is said of a path that is something else than a folder."""
    return Fault.of(
        "{path} är ingen mapp.",
        "Ange en mapp som är tom eller inte finns.",
        "{path} is not a folder.",
        "Name a folder that is empty or does not exist.",
        path=str(path),
    )


def a_link(path: Path) -> Fault:
    """Return what is said of a link, through which files would come to stand somewhere else."""
    return Fault.of(
        "{path} är en länk till {to}.",
        "Ange mappen själv.",
        "{path} is a link to {to}.",
        "Name the folder itself.",
        path=str(path),
        to=str(path.resolve()),
    )


def not_ours(path: Path, names: Sequence[str]) -> Fault:
    """Return what is said of a folder that holds what others have put there."""
    shown = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
    return Fault.of(
        "{path} är inte tom och ingen utgåva: där finns {shown}.",
        "Ange en mapp som är tom eller inte finns. Inget är ändrat.",
        "{path} is not empty and no edition: it holds {shown}.",
        "Name a folder that is empty or does not exist. Nothing is changed.",
        path=str(path),
        shown=shown,
    )


def another(path: Path, key: str) -> Fault:
    """Return what is said of a folder with another edition."""
    return Fault.of(
        "{path} har en annan utgåva, {key}: andra filer i biblioteket, annan version eller andra val.",
        "Ange en annan mapp, eller --replace som tar bort den utgåvans filer först.",
        "{path} has another edition, {key}: other files in the library, another version or other options.",
        "Name another folder, or --replace, which removes that edition's files first.",
        path=str(path),
        key=key,
    )


def unreadable_state(path: Path) -> Fault:
    """Return what is said of a folder whose state is no longer what was written."""
    return Fault.of(
        "{path} går inte att läsa; utan den vet ingen vilken utgåva mappen har.",
        "Töm mappen, eller ange en annan.",
        "{path} cannot be read; without it nobody knows which edition the folder has.",
        "Empty the folder, or name another.",
        path=str(path),
    )


def being_written(path: Path, pid: str) -> Fault:
    """Return what is said of a folder that another process is writing."""
    return Fault.of(
        "{path} skrivs redan, av process {pid}.",
        "Vänta tills den är klar.",
        "{path} is being written already, by process {pid}.",
        "Wait until it is done.",
        path=str(path),
        pid=pid,
    )


def no_locks(path: Path) -> Fault:
    """Return what is said where the system has no locks of the kind that keep two from writing one folder."""
    return Fault.of(
        "{path} kan inte låsas på den här maskinen, så två skulle kunna skriva samtidigt.",
        "Skriv utgåvan i Linux, macOS eller WSL. Inget är ändrat.",
        "{path} cannot be locked on this machine, so that two could write it at once.",
        "Write the edition on Linux, macOS or WSL. Nothing is changed.",
        path=str(path),
    )


def within_library(path: Path, folder: Path) -> Fault:
    """Return what is said of a folder that the library is read from, or that holds it."""
    return Fault.of(
        "{path} och biblioteket {folder} ligger i varandra.",
        "Ange en mapp utanför biblioteket.",
        "{path} and the library {folder} lie within each other.",
        "Name a folder outside the library.",
        path=str(path),
        folder=str(folder),
    )


def in_the_way(path: Path) -> Fault:
    """Return what is said of something in the folder that a file would have to go through."""
    return Fault.of(
        "{path} ligger i vägen: där ska utgåvan ha en mapp.",
        "Ta bort den och kör igen.",
        "{path} is in the way: the edition is to have a folder there.",
        "Take it away and run again.",
        path=str(path),
    )
