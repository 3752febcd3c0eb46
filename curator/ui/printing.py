"""Printing: the dossier as PDF and the timeline as PNG, drawn by Qt, also without a window."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtSvg import QSvgRenderer

from curator.domain.errors import CuratorError
from curator.domain.exports import Edition, Exported
from curator.formats.writers.html_dossier import entry_of, template
from curator.formats.writers.timeline_places import WIDTH
from curator.formats.writers.timeline_svg import nothing_drawn, timeline_pages, timeline_svg
from curator.formats.writing import FileWriter, Needs

TOGETHER = 40
"""Articles that are set together; those after them begin on a new page."""

_SCALE = 2
"""Pixels of a PNG for each unit of the picture."""
_MARGIN = 18.0
"""Of a page, in millimetres."""
_FOOT = 10.0
_RESOLUTION = 600
_MOST_PIXELS = 32_000
_FAMILIES = ["Inter", "Noto Sans", "Noto Sans CJK SC", "DejaVu Sans", "Arial", "Helvetica"]

_STYLE = """\
h2 { font-size: 13pt; margin-top: 14px; margin-bottom: 2px; } p { margin-top: 2px; margin-bottom: 4px; }
td { border-bottom: 0.5px solid #d1d9e0; } .muted { color: #59636e; } a { color: #0b5cad; }
.money { color: #00674b; } .quantity { color: #5b3a94; } .percent { color: #93306a; }
.date { color: #0a558c; } .company { color: #7f4a00; }
.quote { font-family: "Noto Serif", "Noto Serif CJK SC", serif; }
.accepted, .edited, .confirmed { color: #116329; } .doubtful { color: #7a4b00; } .wrong { color: #b3261e; }
"""


def _drawing_is_possible() -> None:
    """Make fonts available where no window is open; the command line needs no screen for it."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QGuiApplication(sys.argv[:1]))


_kept: list[QGuiApplication] = []
"""The application object lives as long as the program."""


# ---- PNG


def _png(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    _drawing_is_possible()
    for _ in articles:
        pass  # what is drawn is in the edition; the articles are taken to tell that they were written
    svg = timeline_svg(edition.marks, edition.title) or nothing_drawn(edition.title)
    drawing = QSvgRenderer(QByteArray(svg.encode()))
    size = drawing.defaultSize() * _SCALE
    if size.height() > _MOST_PIXELS:
        raise CuratorError("The timeline is too long for one PNG.", "Export it as SVG, or fewer articles.")
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportArgumentType, reportCallIssue] - its stub wants bytes
    stream.write(buffer.data().data())


PNG = FileWriter(
    "png",
    "Timeline (PNG)",
    "a picture of the timeline",
    ".png",
    _png,
    Needs.MARKS,
    is_text=False,
)


# ---- PDF


def _pdf(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    _drawing_is_possible()
    QHashSeed.setDeterministicGlobalSeed()  # fonts are written in the order of a hash table
    # Qt writes to a file or a device of its own; a file keeps a long dossier out of memory.
    with tempfile.TemporaryDirectory(prefix="curator-") as folder:
        place = Path(folder) / "dossier.pdf"
        _Dossier(place, edition).write(articles)
        stream.write(_undated(place.read_bytes(), edition))


_DATES = re.compile(rb"(?<=\(D:)[0-9]{14}|(?<=Date=\")[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}")
_IDENTIFIER = re.compile(rb"uuid:([0-9a-f-]{36})")


def _undated(data: bytes, edition: Edition) -> bytes:
    """A PDF of Qt's with the edition's time and an identifier made from it, each in as many bytes.

    Qt writes the time of day and a new identifier into every file, which would make each another.
    """
    digits = re.sub("[^0-9]", "", edition.updated)[:14].ljust(14, "0").encode()
    if len(edition.updated) < len("2000-01-01"):
        digits = b"20000101000000"
    parts = [digits[n : n + 2] for n in range(4, 14, 2)]
    iso = digits[:4] + b"-%b-%bT%b:%b:%b" % tuple(parts)
    data = _DATES.sub(lambda found: digits if len(found[0]) == len(digits) else iso, data)
    made = _IDENTIFIER.search(data)
    if made is None:
        return data
    name = f"curator:{edition.title}:{edition.query}:{edition.updated}"
    fixed = str(uuid5(NAMESPACE_URL, name.encode("utf-8", "replace").decode())).encode()
    return data.replace(made[1], fixed).replace(made[1].hex().encode(), fixed.hex().encode())


class _Dossier:
    """A PDF under way: pages of A4, a foot on each."""

    def __init__(self, place: Path, edition: Edition) -> None:
        self.edition = edition
        self.writer = QPdfWriter(str(place))
        self.writer.setResolution(_RESOLUTION)
        self.writer.setTitle(edition.title)
        self.writer.setCreator("Curator")
        margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                margins,
                QPageLayout.Unit.Millimeter,
            )
        )
        self.painter = QPainter(self.writer)
        self.page = 0
        whole = self.writer.pageLayout().paintRectPixels(_RESOLUTION)
        self.width = float(whole.width())
        self.height = float(whole.height()) - self._millimetres(_FOOT)

    def write(self, articles: Iterable[Exported]) -> None:
        """Write the title, the timeline, and the articles."""
        below = self._title()
        for number, svg in enumerate(self._pictures(self.height - below)):
            if number:
                self._begin_page()
            drawing = QSvgRenderer(QByteArray(svg.encode()))
            size = drawing.defaultSize()
            top = below if not number else 0.0
            height = size.height() * self.width / size.width()
            drawing.render(self.painter, QRectF(0, top, self.width, min(height, self.height - top)))
        for page in _pages_of(articles):
            self._begin_page()
            self._set(page)
        self.painter.end()

    def _pictures(self, first: float) -> list[str]:
        return timeline_pages(self.edition.marks, first * WIDTH / self.width)

    def _title(self) -> float:
        """Set the title on the first page and give where it ends."""
        self._foot()
        count = f"{self.edition.count} article{'' if self.edition.count == 1 else 's'}"
        day = f" · as of {self.edition.updated[:10]}" if self.edition.updated else ""
        title = self._document(20)
        title.setPlainText(self.edition.title)
        title.setTextWidth(self.width)
        title.drawContents(self.painter)
        top = title.size().height()
        self.painter.setFont(_font(10))
        self.painter.setPen(QColor("#59636e"))
        line = QRectF(0, top, self.width, self._millimetres(6))
        self.painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, count + day)
        return line.bottom() + self._millimetres(6)

    def _set(self, html: str) -> None:
        document = self._document(9.5)
        document.setHtml(html)
        document.setPageSize(QSizeF(self.width, self.height))
        for number in range(document.pageCount()):
            if number:
                self._begin_page()
            self.painter.save()
            self.painter.translate(0, -number * self.height)
            document.drawContents(self.painter, QRectF(0, number * self.height, self.width, self.height))
            self.painter.restore()

    def _document(self, points: float) -> QTextDocument:
        document = QTextDocument()
        document.documentLayout().setPaintDevice(self.writer)
        document.setDefaultFont(_font(points))
        document.setDefaultStyleSheet(_STYLE)
        document.setDocumentMargin(0)
        return document

    def _begin_page(self) -> None:
        self.writer.newPage()
        self._foot()

    def _foot(self) -> None:
        self.page += 1
        self.painter.save()
        self.painter.setFont(_font(8))
        self.painter.setPen(QColor("#59636e"))
        foot = QRectF(0, self.height, self.width, self._millimetres(_FOOT))
        bottom = Qt.AlignmentFlag.AlignBottom
        self.painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | bottom, self.edition.title[:90])
        self.painter.drawText(foot, Qt.AlignmentFlag.AlignRight | bottom, str(self.page))
        self.painter.restore()

    @staticmethod
    def _millimetres(length: float) -> float:
        return length / 25.4 * _RESOLUTION


def _font(points: float) -> QFont:
    font = QFont(_FAMILIES)
    font.setPointSizeF(points)
    return font


def _pages_of(articles: Iterable[Exported]) -> Iterator[str]:
    """The articles as HTML that Qt can set, some at a time."""
    page = template("dossier.print.html.j2")
    waiting = iter(articles)
    while part := _next(waiting):
        yield page.render(entries=[entry_of(each.article) for each in part])


def _next(waiting: Iterator[Exported]) -> Sequence[Exported]:
    return list(islice(waiting, TOGETHER))


PDF = FileWriter(
    "pdf",
    "Dossier (PDF)",
    "for readers: timeline, articles, facts with their quotes",
    ".pdf",
    _pdf,
    Needs.MARKS,
    is_text=False,
)
