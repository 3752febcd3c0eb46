"""What keeps a library up to date and whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.arguments.parsers import QUERY_HELP

if TYPE_CHECKING:
    from curator.arguments.parsers import Commands


def add(commands: Commands) -> None:
    """`reclean`, `undo`, `redo`, `check` and `backup`."""
    command = commands.add(
        "reclean",
        "recleaning:reclean",
        "read articles again that were cleaned by older engines; decisions and edits stay",
        (
            "curator reclean",
            "curator reclean 'language:cs has:guess'",
            "curator reclean --force id:3",
        ),
    )
    command.add_argument("query", nargs="*", metavar="QUERY", help=QUERY_HELP)
    command.add_argument("--force", action="store_true", help="also what these engines have read already")
    commands.add("undo", "editing:undo", "take back the last edit", ("curator undo",))
    commands.add("redo", "editing:redo", "make the edit again that was taken back last", ("curator redo",))
    commands.add("check", "upkeep:check", "check that the library is whole", ("curator check",))
    command = commands.add(
        "backup",
        "upkeep:backup",
        "copy the library, also while it is in use",
        ("curator backup", "curator backup /media/disk"),
    )
    command.add_argument(
        "target", nargs="?", metavar="PATH", help="a file or folder (default: beside the library)"
    )
