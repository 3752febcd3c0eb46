"""The command line: a command is run, and faults are told.

Exit status: 0 done, 1 something failed, 2 not understood, 130 stopped by Ctrl+C. Next to nothing is imported
before `main` has begun, so that Ctrl+C is quiet from the first moment on.
"""

from __future__ import annotations

import errno
import os
import sys

TYPE_CHECKING = False  # importing `typing` for it takes 20 ms
if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from curator.domain.errors import QueryError

DONE, FAILED, STOPPED = 0, 1, 130
_LINE = 160
"""Signs of a query that is shown as a whole."""


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and give the exit status."""
    try:
        _open_closed_streams()
        _speak_utf8()
        from curator import arguments

        parser = arguments.parser()
        if any("\0" in word for word in words or ()):  # the system passes none, other programs may
            parser.error("a NUL stands in an argument")
        return _run(parser.parse_args(words))
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        _let_go_of_output()
        return DONE
    except OSError as error:
        return _unwritten(error) if error.errno in _FULL else _own_fault(error)
    except Exception as error:  # noqa: BLE001 - the border: whatever else is raised is a fault of ours
        return _own_fault(error)


def _unwritten(error: OSError) -> int:
    """Say that what reads the output, or the disk it goes to, takes no more."""
    _let_go_of_output()
    _tell(f"The output cannot be written: {error.strerror}.")
    return FAILED


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def _own_fault(error: Exception) -> int:
    import logging

    from curator import logs

    place = logs.start()
    logging.getLogger(__name__).critical("a fault", exc_info=error)
    more = f" The log says more: {place}" if place else ""
    _tell(f"This is a fault in Curator ({type(error).__name__}: {error}).{more}")
    return FAILED


def _run(options: argparse.Namespace) -> int:
    import importlib

    from curator.arguments.parsers import USAGE
    from curator.domain.errors import Cancelled, CuratorError, QueryError

    module, _, function = options.command.partition(":")
    command = getattr(importlib.import_module(f"curator.commands.{module}"), function)
    try:
        status = int(command(options))
        sys.stdout.flush()
    except QueryError as error:
        _tell(f"{error.message} {error.hint}".strip())
        _show_place(options, error)
        _tell(f"The query, and where: characters {error.start + 1} to {error.end}.")
        return USAGE
    except CuratorError as error:
        _tell(str(error))
        return FAILED
    except Cancelled:
        return STOPPED
    return status


def _show_place(options: argparse.Namespace, error: QueryError) -> None:
    """Show the query with carets under what is wrong in it, if it is short enough for a line."""
    from curator.commands.printing import query_place

    given = getattr(options, "query", None) or getattr(options, "corroborate", None) or ""
    query = given if isinstance(given, str) else " ".join(given)
    if error.end <= len(query) <= _LINE:
        for line in query_place(query, error.start, error.end):
            print(f"  {line}", file=sys.stderr)


def _tell(message: str) -> None:
    from curator.commands.printing import tell

    tell(message)


def _open_closed_streams() -> None:
    """Let nothing be read from, and forget what is written to, streams that the caller has closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - until the end


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; text that UTF-8 cannot say passes as it is."""
    for stream, errors in ((sys.stdout, "surrogatepass"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors)


def _let_go_of_output() -> None:
    """Keep Python from complaining at exit that nobody reads on."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
