"""LibreOffice: workbooks recalculated from nothing but their formulas; skipped where it is absent, failed where CI=true."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

NAMES = ("soffice", "libreoffice")
ABSENT = "no LibreOffice on this machine: apt-get install libreoffice-calc (as .ci/run does)"
_SECONDS = 240
_LOCK = Path(tempfile.gettempdir()) / f"overens-soffice-{os.getuid()}.lock"
_ITEM = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
_SETTINGS = (
    ("/org.openoffice.Office.Calc/Formula/Load", "OOXMLRecalcMode", "0"),  # always
    ("/org.openoffice.Office.Calc/Formula/Load", "ODFRecalcMode", "0"),
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "{locale}"),
)
_CACHED = re.compile(rb'(<c [^>]*?)( t="\w+")?(><f>.*?</f>)<v>[^<]*</v>', re.DOTALL)
WRONG = 987_654_321
"""The value that every formula is said to have before it is recalculated."""


def soffice() -> str:
    """Return the path of LibreOffice, or skip the test that asks; where CI=true nothing is skipped."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(ABSENT)
    return found or pytest.skip(ABSENT)


def recalculate(book: bytes) -> Any:
    """Return the workbook, as openpyxl reads it, with the values that LibreOffice gives its formulas."""
    return recalculate_all({"one": book})["one"]


def recalculate_all(books: Mapping[str, bytes]) -> dict[str, Any]:
    """Return each workbook with the values that LibreOffice gives; one start of the program for all of them."""
    from openpyxl import load_workbook

    made = convert_all({name: with_wrong_values(book) for name, book in books.items()}, "xlsx:Calc MS Excel 2007 XML")
    return {name: load_workbook(BytesIO(body), data_only=True) for name, body in made.items()}


def with_wrong_values(book: bytes) -> bytes:
    """Return the workbook with a wrong value for every formula, so that only what is recalculated is right."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            body = old.read(member)
            if member.filename.startswith("xl/worksheets/sheet"):
                body = _CACHED.sub(rb"\1\3<v>%d</v>" % WRONG, body)
            new.writestr(member, body)
    return out.getvalue()


def convert_all(books: Mapping[str, bytes], to: str, locale: str = "sv-SE") -> dict[str, bytes]:
    """Return each workbook as LibreOffice converts it: to="pdf", "xlsx:Calc MS Excel 2007 XML".

    Args:
        locale: The language of the settings, which decides how numbers look.
    """
    program, ending = soffice(), to.split(":", maxsplit=1)[0]
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        (at / "in").mkdir()
        files = {name: at / "in" / f"{n:04d}.xlsx" for n, name in enumerate(books)}
        for name, file in files.items():
            file.write_bytes(books[name])
        _profile(at / "profile", locale)
        with _alone():
            _run(program, at, to, list(files.values()))
        made = {name: at / "out" / f"{file.stem}.{ending}" for name, file in files.items()}
        missing = [name for name, file in made.items() if not file.is_file()]
        assert not missing, f"LibreOffice did not convert: {missing}"
        return {name: file.read_bytes() for name, file in made.items()}


def _profile(at: Path, locale: str) -> None:
    """Make a profile of its own in which everything is recalculated when a file is opened."""
    items = "".join(_ITEM.format(path=p, name=n, value=v.format(locale=locale)) for p, n, v in _SETTINGS)
    head = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    (at / "user").mkdir(parents=True)
    (at / "user" / "registrymodifications.xcu").write_text(f"{head}{items}</oor:items>", encoding="utf-8")


@contextmanager
def _alone() -> Iterator[None]:
    """Let one LibreOffice run at a time, also among tests that run side by side."""
    with _LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _run(program: str, at: Path, to: str, files: Sequence[Path]) -> None:
    profile = f"-env:UserInstallation={(at / 'profile').as_uri()}"
    asked = [program, profile, "--headless", "--norestore", "--convert-to", to, "--outdir", str(at / "out")]
    process = subprocess.Popen(
        [*asked, *map(str, files)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    try:
        said, _ = process.communicate(timeout=_SECONDS)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    assert process.returncode == 0, said.decode(errors="replace")
