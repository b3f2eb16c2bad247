"""The real portal on a day that stays, served as it is served for real: python tests/web/browser/real_portal.py."""

from __future__ import annotations

import sys

from overens.web.app import create_app
from overens.web.serving.own_page import own_page
from overens.web.serving.run import bind, serve_app
from overens.web.serving.settings import Limits, Settings
from overens.web.serving.wrap import wrap
from overens.web.shelf import Shelf
from tests.web.conftest import TODAY


def main() -> int:
    """Serve on a free port, printed when it answers."""
    at = bind("127.0.0.1", 0)
    shelf = Shelf()
    settings = Settings(limits=Limits(per_minute=1_000_000), error_page=own_page(shelf, lambda: TODAY))
    app = wrap(create_app(shelf, lambda: TODAY), settings, shelf)

    def say() -> None:
        sys.stdout.write(f"{at.getsockname()[1]}\n")
        sys.stdout.flush()

    return serve_app(app, at, settings, 1, say, lambda: None)


if __name__ == "__main__":
    sys.exit(main())
