"""Pages, counts and facets of a large library, and scrolling the list through it."""

from __future__ import annotations

import os
import tempfile
from argparse import Namespace
from itertools import islice, repeat
from pathlib import Path

import corpus
from figures import Row, frames, peak_memory, seconds, wheel_frames

BATCH = 1000
QUERIES = ("", "company:Siemens", "language:cs", "Monday", "importance:4")


def run(args: Namespace) -> list[Row]:
    """Rows on the database first, then on the window."""
    number = 5_000 if args.quick else 50_000
    with tempfile.TemporaryDirectory() as folder:
        library = filled(Path(folder) / "bench.curator", number)
        with library:
            return [*pages(library, number), *_scrolling(library, 250 if args.quick else 600)]


def filled(path: Path, number: int):
    from curator.services.library import Library
    from curator.store import additions

    library = Library.open(path)
    intakes = corpus.intakes(number)
    while batch := list(islice(intakes, BATCH)):
        with library.writing() as connection:
            additions.add(connection, batch, "2026-11-01T08:00:00Z")
    return library


def pages(library, number: int) -> list[Row]:
    from curator.domain.listings import Column, Order
    from curator.services import listing

    rows = []
    for column in (Column.PUBLISHED, Column.TITLE, Column.IMPORTANCE):
        order = Order(column)
        rows.append(
            Row(
                f"first page by {column}",
                1000 * seconds(lambda o=order: listing.page(library, "", o)),
                "ms",
                "200 rows",
            )
        )
    last = _last_cursor(library, number)
    rows.append(
        Row(
            "last page",
            1000 * seconds(lambda: listing.page(library, "", Order(), last)),
            "ms",
            f"of {number}",
        )
    )
    for query in QUERIES:
        words = query or "everything"
        rows.append(
            Row(f"page: {words}", 1000 * seconds(lambda q=query: listing.page(library, q, Order())), "ms")
        )
        rows.append(Row(f"count: {words}", 1000 * seconds(lambda q=query: listing.count(library, q)), "ms"))
    rows.append(
        Row("facets: everything", 1000 * seconds(lambda: listing.facets(library, ""), 3), "ms", "in a job")
    )
    return rows


def _last_cursor(library, number: int):
    from curator.domain.listings import Order
    from curator.services import listing

    after = None
    for _ in range(max(1, number // 1000 - 1)):
        after = listing.page(library, "", Order(), after, 1000).next
    return after


def _scrolling(library, steps: int) -> list[Row]:
    """The list as in the window, moved down by turns of the wheel; each frame is painted whole."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QListView

    from curator.domain.listings import Order
    from curator.services import listing
    from curator.ui.panels.article_list import ArticleListPanel

    application = QApplication.instance() or QApplication([])
    panel = ArticleListPanel()
    panel.resize(340, 800)
    panel.model.show(lambda after: listing.page(library, "", Order(), after))
    panel.show()
    application.processEvents()
    view = panel.findChild(QListView)
    assert view is not None
    found = wheel_frames(application, view.viewport(), repeat(-120, steps))
    note = f"{panel.model.rowCount()} rows came by pages meanwhile"
    return [*frames("wheel step", found, note), Row("peak memory", peak_memory(), "MB")]
