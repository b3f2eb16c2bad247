"""Nothing -> the script that draws specifications in a browser: vega-embed with all it stands on, made in a child process."""

from __future__ import annotations

import subprocess
import sys

_SNIPPET = "window.vegaEmbed = vegaEmbed;"
_CHILD = (
    "import sys, vl_convert; "
    "sys.stdout.reconfigure(encoding='utf-8', newline=''); "
    "sys.stdout.write(vl_convert.javascript_bundle(sys.argv[1]))"
)
SECONDS = 60
"""Longer than it ever takes; after it something is wrong with the machine."""


def make_bundle() -> str:
    """Return the script, which gives the page `window.vegaEmbed`.

    Made in a child, for it takes some 90 MB that the page server would never give back. Under a content security
    policy without `unsafe-eval` and `unsafe-inline` it is called as

        vegaEmbed(element, spec, {mode: "vega-lite", ast: true, actions: false, renderer: "svg",
                                  defaultStyle: false, tooltip: {disableDefaultStyle: true}})

    Raises:
        RuntimeError: If the child fails; with what it said.
    """
    try:
        child = subprocess.run(
            [sys.executable, "-I", "-c", _CHILD, _SNIPPET], capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RuntimeError(f"vl_convert.javascript_bundle: {error}") from error
    if child.returncode:
        raise RuntimeError(f"vl_convert.javascript_bundle: {child.stderr.decode(errors='replace').strip()}")
    return child.stdout.decode("utf-8")
