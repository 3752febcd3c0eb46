"""Build the program with everything it needs, Python included: a folder to unpack and start anywhere.

`./run bundle` makes the wheel, has PyInstaller gather what it needs, and writes to `dist/`

    curator-VERSION-linux-x86_64.tar.gz    the folder, packed (the system and machine it was built on)
    curator_VERSION_amd64.deb              the same for Debian and Ubuntu, where `dpkg-deb` is there

It runs on systems whose C library is as new as that of the building machine, or newer.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import build_deb

ROOT = Path(__file__).resolve().parent.parent
PARTS = ROOT / "packaging" / "bundle"


def main() -> None:
    """Build all there is into the folder that is named."""
    parser = argparse.ArgumentParser(description="Build the program with everything it needs.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="the folder for what is built (dist)")
    out: Path = parser.parse_args().out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="curator-bundle-") as place:
        folder = bundled(Path(place))
        built = [packed(folder, out)]
        if shutil.which("dpkg-deb"):
            built.append(build_deb.deb(folder, out))
    for file in built:
        print(f"{file}  {file.stat().st_size / 1e6:.0f} MB")


def bundled(place: Path) -> Path:
    """Build the program below `place`; the folder that has it, named after version, system and machine."""
    wheel = _unpacked_wheel(place)
    folders = ["--distpath", str(place), "--workpath", str(place / "work")]
    options = ["--noconfirm", "--log-level", "WARN", *folders]
    _run("PyInstaller", *options, "curator.spec", CURATOR_WHEEL=str(wheel), PYTHONPATH=str(wheel))
    (metadata,) = wheel.glob("curator-*.dist-info")
    version = metadata.name.removesuffix(".dist-info")
    return (place / "curator").rename(place / f"{version}-{sys.platform}-{platform.machine().lower()}")


def packed(folder: Path, out: Path, level: int = 6) -> Path:
    """The folder as one archive in `out`, compressed from 0 (not at all) to 9 (small)."""
    file = out / f"{folder.name}.tar.gz"
    with tarfile.open(file, "w:gz", compresslevel=level) as archive:
        archive.add(folder, folder.name, filter=_nobodys)
    return file


def _unpacked_wheel(place: Path) -> Path:
    _run("build", "--wheel", "--no-isolation", "--outdir", str(place), str(ROOT))
    (wheel,) = place.glob("curator-*.whl")
    folder = place / "wheel"
    shutil.unpack_archive(wheel, folder, "zip")
    return folder


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def _run(module: str, *arguments: str, **environment: str) -> None:
    """Run a tool of this environment, away from the checkout (-P), so that the wheel is what it finds."""
    command = [sys.executable, "-P", "-m", module, *arguments]
    subprocess.run(command, cwd=PARTS, env={**os.environ, **environment}, check=True, stdout=sys.stderr)


if __name__ == "__main__":
    main()
