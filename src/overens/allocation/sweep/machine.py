"""The kernel's plain functions -> compiled ones that take no lock, kept in a folder; or why that cannot be done."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from types import FunctionType
from typing import Protocol

from overens.allocation.sweep import kernel, lanes, layout, own_kernel, pot_kernel
from overens.allocation.sweep.kernel import Floats, Row
from overens.vocabulary.wording import Text

Tell = Callable[[Text], None]


class Kernel(Protocol):
    """pot_kernel.run_scenarios, compiled."""

    def __call__(
        self, count: int, pots: Row, data: Row, axis: int, totals: Row, awards: Row, /, *rooms: Row | Floats
    ) -> None:
        """Divide every pot in each scenario."""


@dataclass(frozen=True)
class Machine:
    """The compiled kernel.

    Attributes:
        kept_in: The folder where it was found or kept; empty when it is compiled anew every time.
        was_compiled: It was compiled now, not found.
    """

    run: Kernel
    kept_in: str
    was_compiled: bool


def load_machine(folder: str, tell: Tell) -> Machine | Text:
    """Return the compiled kernel, or the sentence that says why there is none.

    Args:
        folder: Where the compiled kernel is kept; empty: nowhere, so that it is compiled for each process.
        tell: Receives a sentence before the kernel is compiled, and if it cannot be kept.
    """
    try:
        import numba
        import numpy as np
    except ImportError as missing:
        return _not_installed(missing.name or "numba")
    options = {"nogil": True, "error_model": "numpy", "_nrt": False}
    names: dict[str, object] = {
        **vars(kernel),
        **vars(lanes),
        **vars(own_kernel),
        **vars(pot_kernel),
        "wrap": np.uint64,
        "signed": np.int64,
    }
    functions = _functions()
    compiling = _listener(tell)
    for name, function in functions.items():
        names[name] = numba.njit(**options)(FunctionType(function.__code__, names, name))
    top = FunctionType(pot_kernel.run_scenarios.__code__, names, "run_scenarios")
    numbers = numba.int64[::1]
    signature = numba.void(numba.int64, numbers, numbers, numba.int64, *[numbers] * 14, numba.float64[::1])
    try:
        with numba.core.event.install_listener("numba:compile", compiling):
            if folder:
                numba.config.CACHE_DIR = f"{folder}/{_digest(functions)}"
                try:
                    run = numba.njit(**options, cache=True)(top)
                    if not str(run.stats.cache_path).startswith(folder):
                        raise OSError(run.stats.cache_path)
                    run.compile(signature)
                    return Machine(run, folder, compiling.has_told)
                except (OSError, RuntimeError):
                    tell(_not_kept(folder))
            run = numba.njit(**options)(top)
            run.compile(signature)
            return Machine(run, "", compiling.has_told)
    except numba.core.errors.NumbaError as wrong:
        return _not_compiled(str(wrong).splitlines()[0], numba.__version__)


def _functions() -> dict[str, FunctionType]:
    """Return the functions of the kernel that are compiled, by name."""
    return {
        name: one
        for module in (kernel, lanes, own_kernel, pot_kernel)
        for name, one in vars(module).items()
        if isinstance(one, FunctionType) and one.__module__ == module.__name__ and name not in ("wrap", "signed")
    }


def _digest(functions: dict[str, FunctionType]) -> str:
    """Return a name for exactly this kernel, so that one kept by another version is not taken for it."""
    codes = [(name, one.__code__) for name, one in sorted(functions.items())]
    modules = (layout, lanes, pot_kernel)
    numbers = sorted((name, value) for one in modules for name, value in vars(one).items() if isinstance(value, int))
    code = repr(([(name, code.co_code, code.co_consts, code.co_names) for name, code in codes], numbers))
    return hashlib.sha256(code.encode()).hexdigest()[:16]


class _Listener(Protocol):
    has_told: bool


def _listener(tell: Tell) -> _Listener:
    """Return what Numba calls when it begins to compile; it tells once."""
    from numba.core.event import Listener

    class Telling(Listener):  # type: ignore[misc]  # Numba is not read by the type checker: it need not be installed
        has_told = False

        def on_start(self, event: object) -> None:
            if not self.has_told:
                self.has_told = True
                tell(_compiles())

        def on_end(self, event: object) -> None:
            pass

    return Telling()


def _compiles() -> Text:
    return Text("Kompilerar räknekärnan (en gång, 10–20 sekunder) …", "Compiling the kernel (once, 10–20 seconds) …")


def _not_kept(folder: str) -> Text:
    return Text(
        "Räknekärnan kan inte sparas i {folder}: den kompileras på nytt varje gång. Ange en mapp som går att skriva i.",
        "The kernel cannot be kept in {folder}: it is compiled anew each time. Give a folder that can be written to.",
        {"folder": folder},
    )


def _not_compiled(what: str, version: str) -> Text:
    return Text(
        "Numba {version} kan inte kompilera räknekärnan ({what}): den enkla räkningen används, som ger samma kronor "
        "men är långsammare. Installera en annan version av Numba.",
        "Numba {version} cannot compile the kernel ({what}): the plain engine is used, which gives the same kronor "
        "but is slower. Install another version of Numba.",
        {"version": version, "what": what},
    )


def _not_installed(name: str) -> Text:
    return Text(
        "{name} är inte installerat: den enkla räkningen används, som ger samma kronor men är långsammare. "
        "Installera med pip install 'overens[sweep]'.",
        "{name} is not installed: the plain engine is used, which gives the same kronor but is slower. "
        "Install with pip install 'overens[sweep]'.",
        {"name": name},
    )
