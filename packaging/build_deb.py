"""Build a package for Debian and Ubuntu from the bundled program.

It brings the program under /usr/lib/curator with a link in /usr/bin, the desktop entry, the AppStream
metadata, the icon, and the licences (Debian Policy 4.7; the Filesystem Hierarchy Standard 3.0).
"""

from __future__ import annotations

import gzip
import os
import platform
import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "org.curator.Curator"
SYSTEM = ROOT / "packaging" / "system"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

CONTROL = """\
Package: curator
Version: {version}
Architecture: {architecture}
Maintainer: The Curator team <curator@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Section: editors
Priority: optional
Description: curate and tag news articles in many languages
 Curator repairs the encoding damage of articles, proposes the companies,
 amounts and dates with the words that prove them, and plots what was
 promised for when. Nothing leaves the computer.
"""


def deb(program: Path, out: Path, *, compression: str = "zstd") -> Path:
    """The package of the bundled `program` in `out`; CalledProcessError if dpkg-deb refuses it."""
    architecture = _told("dpkg", "--print-architecture")
    file = out / f"curator_{PROJECT['version']}_{architecture}.deb"
    with tempfile.TemporaryDirectory(prefix="curator-deb-") as place:
        tree = Path(place) / "tree"
        _fill(tree, program)
        control = tree / "DEBIAN" / "control"
        control.parent.mkdir()
        control.write_text(_control(program, architecture), encoding="utf-8")
        _open_to_all(tree)
        options = ["--root-owner-group", "--build", f"-Z{compression}"]
        subprocess.run(["dpkg-deb", *options, str(tree), str(file)], check=True, stdout=subprocess.DEVNULL)
    return file


def _fill(tree: Path, program: Path) -> None:
    home = tree / "usr" / "lib" / "curator"
    shutil.copytree(program, home, symlinks=True)
    start = tree / "usr" / "bin" / "curator"
    start.parent.mkdir(parents=True)
    start.symlink_to("../lib/curator/curator")
    packaging, shared = ROOT / "packaging", tree / "usr" / "share"
    _copied(packaging / f"{NAME}.desktop", shared / "applications")
    _copied(packaging / f"{NAME}.metainfo.xml", shared / "metainfo")
    icon = shared / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg"
    _copied(ROOT / "resources" / "icons" / "curator.svg", icon.parent).rename(icon)
    papers = shared / "doc" / "curator"
    _copied(ROOT / "LICENSE", papers).rename(papers / "copyright")
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (papers / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))


def _copied(file: Path, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return shutil.copyfile(file, folder / file.name)


def _control(program: Path, architecture: str) -> str:
    sizes = [path.stat().st_size for path in program.rglob("*") if path.is_file() and not path.is_symlink()]
    _, c_library = platform.libc_ver()
    return CONTROL.format(
        version=PROJECT["version"],
        architecture=architecture,
        kilobytes=sum(sizes) // 1024,
        depends=", ".join([f"libc6 (>= {c_library})", "fontconfig", *_libraries(program)]),
        recommends=", ".join(sorted({package for _, package in table("fonts")})),
    )


def _libraries(program: Path) -> list[str]:
    """The packages of the libraries that Qt links to and the bundle leaves to the system."""
    brought = {path.name for path in program.rglob("*.so*")}
    return sorted({package for library, package in table("libraries") if library not in brought})


def table(name: str) -> Iterator[tuple[str, str]]:
    """What is needed and the package that has it, line by line of a table."""
    for line in (SYSTEM / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            needed, _, package = line.rpartition(" ")
            yield needed, package


def _open_to_all(tree: Path) -> None:
    """Rights that let every user start it, whatever the builder's umask is."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if runs else 0o644)


def _told(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
