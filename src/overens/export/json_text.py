"""A document -> JSON as a file holds it: indented, å ä ö as they are, a line break last."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def json_text(document: Mapping[str, Any]) -> str:
    r"""Return the document as the text of a file.

    >>> json_text({"län": 1})
    '{\n "län": 1\n}\n'
    """
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
