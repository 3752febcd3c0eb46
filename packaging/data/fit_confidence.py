"""Fit resources/lexicon/confidence.json: how often facts of each rule and evidence are right.

    python packaging/data/fit_confidence.py

Counts on the marked sentences of tests/extraction/sentences that the grammar is not tuned on, once with their
language given and once without. `./run bench facts` tells the calibration error, cross-validated.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from curator.extraction.confidences import fitted  # noqa: E402
from tests.extraction.marked import judged, languages, sentences  # noqa: E402

OUT = ROOT / "resources" / "lexicon" / "confidence.json"


def main() -> None:
    """Write the table."""
    marked = [each for language in languages() for each in sentences(language) if each.held_out]
    seen = [pair for sentence in marked for given in (True, False) for pair in judged(sentence, given=given)]
    OUT.write_text(json.dumps(fitted(seen), indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
