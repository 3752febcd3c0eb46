"""How the desk is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.arguments import values

if TYPE_CHECKING:
    from curator.arguments.parsers import Commands


def add(commands: Commands) -> None:
    """`gui` and `demo`."""
    for name, help_ in (
        ("gui", "open the desk on your library"),
        ("demo", "open the desk on a throw-away library with sample articles"),
    ):
        examples = (f"curator {name}", f"curator {name} --screenshot desk.png --size 1440x900 --dark")
        command = commands.add(name, f"desk:{name}", help_, examples, json=False)
        command.add_argument(
            "--screenshot", metavar="FILE", help="save a picture of the desk and end, no display needed"
        )
        command.add_argument(
            "--size", type=values.size, default=(1440, 900), metavar="WxH", help="the window's size"
        )
        command.add_argument(
            "--scale", type=float, default=1.0, metavar="N", help="pixels a point, 2 for HiDPI"
        )
        themes = command.add_mutually_exclusive_group()
        themes.add_argument("--dark", action="store_true", default=None, help="dark whatever the system says")
        themes.add_argument(
            "--light", action="store_false", dest="dark", help="light whatever the system says"
        )
