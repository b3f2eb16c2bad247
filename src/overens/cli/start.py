"""The entry of the overens command: even the first imports may be interrupted without a traceback."""

from __future__ import annotations

import sys


def main() -> None:
    """Import and run the command line."""
    try:
        from overens.cli.main import main as run_main

        run_main()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
