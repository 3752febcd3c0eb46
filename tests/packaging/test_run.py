"""`run` sets itself up, and goes on where another start was killed or is at the same work."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="run is a shell script"),
    pytest.mark.xdist_group("run"),
]

INSTALLERS = {"apt-get", "sudo"}
"""Not found by these tests, which must install nothing on the machine."""

Start = Callable[..., subprocess.Popen[str]]
"""Starts `run` with arguments, and other variables of the environment."""


@pytest.fixture
def start(tmp_path: Path, checkout: Path) -> Start:
    """Starts `run`."""
    return starter(checkout, tools(tmp_path / "tools", INSTALLERS))


@pytest.fixture
def start_without_flock(tmp_path: Path, checkout: Path) -> Start:
    """Starts `run` where there is no flock."""
    return starter(checkout, tools(tmp_path / "tools", INSTALLERS | {"flock"}))


def tools(folder: Path, left_out: set[str]) -> Path:
    """A folder with the programs of this machine, but for some."""
    folder.mkdir()
    for place in ("/usr/bin", "/bin", "/usr/sbin", "/sbin"):
        for program in Path(place).glob("*"):
            if program.name not in left_out and not (folder / program.name).is_symlink():
                (folder / program.name).symlink_to(program)
    return folder


def starter(checkout: Path, programs: Path) -> Start:
    def start(*words: str, **more: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            ["sh", checkout / "run", *words],
            env={**os.environ, "PATH": str(programs), "PYTHON": sys.executable, **more},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    return start


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of a program that says it is here, and needs one package."""
    place = tmp_path / "check out"
    for name in ("curator", "packaging/system"):
        (place / name).mkdir(parents=True)
    shutil.copy(ROOT / "run", place)
    for name in ("libraries", "fonts"):
        (place / f"packaging/system/{name}.txt").write_text("# none\n", encoding="utf-8")
    (place / "curator/__main__.py").write_text("import PySide6\nprint('here')\n", encoding="utf-8")
    lock(place, wheel(tmp_path))
    return place


def wheel(folder: Path) -> Path:
    """A package that has what an environment is known by to be whole."""
    made = folder / "stub-1-py3-none-any.whl"
    about = "Metadata-Version: 2.1\nName: stub\nVersion: 1\n"
    kind = "Wheel-Version: 1.0\nGenerator: curator\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files = {"PySide6/__init__.py": "", "sqlalchemy/__init__.py": ""}
    files |= {"stub-1.dist-info/METADATA": about, "stub-1.dist-info/WHEEL": kind}
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr("stub-1.dist-info/RECORD", "".join(f"{name},,\n" for name in files))
    return made


def lock(checkout: Path, package: Path) -> None:
    """Have the checkout ask for a wheel by its bytes; those of one that can't be read yet are not known."""
    digest = hashlib.sha256(package.read_bytes() if package.is_file() else b"").hexdigest()
    line = f"stub @ {package.as_uri()} --hash=sha256:{digest}\n"
    (checkout / "requirements.lock").write_text(line, encoding="utf-8")


def said(started: subprocess.Popen[str]) -> str:
    """What a start said while setting up, when the program has said that it is here."""
    output, words = started.communicate()
    assert (started.returncode, output) == (0, "here\n"), words
    return words


def test_of_two_starts_at_once_one_sets_up(start: Start) -> None:
    both = [start(), start()]
    assert sum(said(each).count("Setting up") for each in both) == 1


def test_of_two_starts_without_flock_one_sets_up(start_without_flock: Start) -> None:
    both = [start_without_flock(), start_without_flock()]
    assert sum(said(each).count("Setting up") for each in both) == 1
    assert said(start_without_flock()) == ""


def test_an_environment_whose_making_was_killed_is_made_anew(
    start: Start, tmp_path: Path, checkout: Path
) -> None:
    killing = tmp_path / "python"
    killing.write_text(
        f"""#!/bin/sh
[ "$2" = venv ] || exec "{sys.executable}" "$@"
"{sys.executable}" -m venv --without-pip "$3"
for site in "$3"/lib/python3*/site-packages; do mkdir "$site/pip"; : >"$site/pip/__init__.py"; done
kill -9 $PPID
""",
        encoding="utf-8",
    )
    killing.chmod(0o755)
    first = start(PYTHON=str(killing))
    first.communicate()
    assert first.returncode == -signal.SIGKILL
    assert (checkout / ".venv/bin/python").exists()
    said(start())


def test_a_package_whose_installing_was_killed_is_installed_anew(
    start: Start, tmp_path: Path, checkout: Path
) -> None:
    halting = tmp_path / "stub-2-py3-none-any.whl"
    os.mkfifo(halting)
    whole = (checkout / "requirements.lock").read_bytes()
    lock(checkout, halting)
    first = start()
    with halting.open("wb"):  # opened once pip reads it
        os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    (site,) = (checkout / ".venv/lib").glob("python3*/site-packages")
    (site / "stub-1.dist-info").mkdir()
    (site / "stub-1.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: stub\nVersion: 1\n")
    (checkout / "requirements.lock").write_bytes(whole)
    assert "Setting up" in said(start())


def test_a_turn_whose_number_has_passed_to_another_program_is_over(
    start_without_flock: Start, checkout: Path
) -> None:
    (checkout / ".cache").mkdir()
    (checkout / ".cache/set-up.turn.held").write_text(f"{os.getpid()} once upon a time\n", encoding="utf-8")
    assert "Waiting" not in said(start_without_flock())


def test_fonts_are_looked_for_again_when_others_are_asked_for(start: Start, checkout: Path) -> None:
    fonts = checkout / "packaging/system/fonts.txt"
    fonts.write_text("No Such Family no-such-package\n", encoding="utf-8")
    assert "no-such-package" in said(start("demo"))
    assert said(start("demo")) == ""
    fonts.write_text("No Such Family no-such-package\nNeither This no-other-package\n", encoding="utf-8")
    assert "no-other-package" in said(start("demo"))
    fonts.write_text("# none\n", encoding="utf-8")
    assert said(start("demo")) == ""
