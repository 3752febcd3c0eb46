"""Builds the sample articles that arrive damaged, from clean sources.

Three Czech posts are given the damage that real ones have: their UTF-8 bytes are read as
windows-1254, the bytes that have no character there are dropped, and so are soft hyphens. One Czech
text is written in windows-1250. Run from anywhere: python packaging/data/build_samples.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "samples"
SAMPLES = HERE.parents[1] / "resources" / "samples"


def damaged(text: str) -> str:
    """The text as UTF-8 read as windows-1254, undefined bytes and soft hyphens lost."""
    return text.encode("utf-8").decode("cp1254", "ignore").replace("\u00ad", "")


def built() -> dict[Path, bytes]:
    """Each sample that is built, with its bytes."""
    files: dict[Path, bytes] = {}
    for source in sorted(SOURCES.iterdir()):
        text = source.read_text("utf-8")
        data = damaged(text).encode("utf-8") if source.suffix == ".md" else text.encode("cp1250")
        files[SAMPLES / source.name[:4] / source.name] = data
    return files


def main() -> int:
    """Write the samples, or with --check only tell whether they are up to date."""
    stale = [path for path, data in built().items() if not path.is_file() or path.read_bytes() != data]
    if "--check" in sys.argv:
        print("\n".join(f"stale: {path}" for path in stale) or "up to date")
        return 1 if stale else 0
    for path, data in built().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        print(path.relative_to(SAMPLES), len(data), "bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
