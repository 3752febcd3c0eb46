"""Writing edited fields into front matter: files a second of one core, by syntax; and saving to files.

One edit is the importance, three are a title, the importance and a tag more. What is saved is read from the
library, patched, compared with the file, written, synced and noted.
"""

from __future__ import annotations

import json
import tempfile
import time
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import corpus
from figures import Row

from curator.domain.articles import Fields
from curator.formats.front_matter import mapping, parsing
from curator.formats.front_matter.patching import patched


def run(args: Namespace) -> list[Row]:
    """Each syntax with one edit and with three, then files saved from a library."""
    number = 100 if args.quick else 500
    rows: list[Row] = []
    for syntax, texts in posts(number).items():
        read = [mapping.mapped(parsing.read(text).values).fields for text in texts]
        for name, edited in (("one edit", one_edit), ("three edits", three_edits)):
            work = [(text, fields, edited(fields)) for text, fields in zip(texts, read, strict=True)]
            rate = max(_rate(work) for _ in range(3 if args.quick else 5))
            rows.append(Row(f"{syntax}, {name}", rate, "files/s", "of processor time"))
    with tempfile.TemporaryDirectory() as folder:
        rows += saved(Path(folder), number)
    return rows


def posts(number: int) -> dict[str, list[str]]:
    """Made posts in YAML, and the same in TOML and JSON."""
    yaml = [corpus.markdown(each) for each in range(number)]
    values = [parsing.read(text) for text in yaml]
    bodies = [text[found.body :] for text, found in zip(yaml, values, strict=True)]
    objects = [json.dumps(found.values, ensure_ascii=False, indent=2) for found in values]
    lines = [
        "\n".join(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in found.values.items())
        for found in values
    ]
    return {
        "YAML": yaml,
        "TOML": [f"+++\n{each}\n+++\n{body}" for each, body in zip(lines, bodies, strict=True)],
        "JSON": [f"{each}\n{body}" for each, body in zip(objects, bodies, strict=True)],
    }


def one_edit(fields: Fields) -> Fields:
    """The fields with another importance."""
    return replace(fields, importance=(fields.importance or 0) % 5 + 1)


def three_edits(fields: Fields) -> Fields:
    """The fields with another title and importance, and a tag more."""
    return replace(one_edit(fields), title=f"{fields.title} anew", tags=(*fields.tags, "bench"))


def _rate(work: list[tuple[str, Fields, Fields]]) -> float:
    began = time.process_time()
    for text, before, after in work:
        patched(text, before, after)
    return len(work) / (time.process_time() - began)


def saved(home: Path, number: int) -> list[Row]:
    """Files imported, edited and saved."""
    from curator.services import editing, listing
    from curator.services.files import saving
    from curator.services.imports import importing
    from curator.services.library import Library

    corpus.write_files(home / "files", number)
    with Library.open(home / "bench.curator") as library:
        importing.import_paths(library, [home / "files"])
        ids = listing.identifiers(library, "")
        editing.set_field(library, ids, "note", "seen")
        began, used = time.perf_counter(), time.process_time()
        report = saving.save(library, saving.unsaved(library))
        took, used = time.perf_counter() - began, time.process_time() - used
    assert len(report.article_ids) == number, report.counts
    return [
        Row("saved to files", number / took, "files/s", "each synced to the disk"),
        Row("saved to files, of processor time", number / used, "files/s"),
    ]
