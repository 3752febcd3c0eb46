"""`python -m curator`, and the `curator` program: the command line."""

from __future__ import annotations

import sys

from curator.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
