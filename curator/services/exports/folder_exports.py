"""Exports into a folder: a file an article, each whole or not there, never outside the folder."""

from __future__ import annotations

import errno
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from curator.domain.articles import Article
from curator.domain.errors import CuratorError
from curator.domain.exports import Exported
from curator.formats.writing import FolderWriter
from curator.services.exports.export_reports import ExportFailure, ExportReport
from curator.services.exports.placing import Places
from curator.services.exports.selections import Selection
from curator.services.files.replacing import replacing

TOGETHER = 8
"""Files that are written at a time."""

AHEAD = 64
"""Files that wait in memory at most for those before them to be written."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
_NO_NAME = "This system's encoding has no letters for its name. Export it where file names are UTF-8."


class FolderExport:
    """Writes the articles of a selection into a folder, some files at a time.

    Most of the time a file takes is waiting for the disk to have it; together they wait once.
    """

    def __init__(self, selection: Selection, form: FolderWriter, out: Path) -> None:
        self._selection = selection
        self._form = form
        self._out = out
        self._places = Places(out)
        self._files: list[Path] = []
        self._written: list[int] = []
        self._failed: list[ExportFailure] = []
        self._under_way: deque[tuple[Article, Path, Future[None]]] = deque()

    def write(self) -> ExportReport:
        """Write every article that can be, in the order of their numbers; OSError on a full disk."""
        self._out.mkdir(parents=True, exist_ok=True)
        with ThreadPoolExecutor(TOGETHER, "export") as pool:
            for each in self._selection.articles(sorted(self._selection.ids)):
                self._begin(pool, each)
                if len(self._under_way) > AHEAD:
                    self._settle()
            while self._under_way:
                self._settle()
        self._failed.sort(key=lambda failure: failure.article_id)
        return ExportReport(self._out, tuple(self._written), tuple(self._files), tuple(self._failed))

    def _begin(self, pool: ThreadPoolExecutor, each: Exported) -> None:
        try:
            path, data = self._form.file(each, self._selection.contents)
            target = self._places.of(path)
        except CuratorError as error:
            self._fail(each.article, str(error))
        except OSError as error:
            self._unwritable(each.article, error)
        except UnicodeEncodeError:
            self._fail(each.article, _NO_NAME)
        else:
            self._under_way.append((each.article, target, pool.submit(_write, target, data)))

    def _settle(self) -> None:
        """Wait for the file that was begun first."""
        article, target, writing = self._under_way.popleft()
        try:
            writing.result()
        except OSError as error:
            self._unwritable(article, error)
        except UnicodeEncodeError:
            self._fail(article, _NO_NAME)
        else:
            self._files.append(target)
            self._written.append(article.id)

    def _unwritable(self, article: Article, error: OSError) -> None:
        if error.errno in _FULL:
            raise error
        self._fail(article, f"It cannot be written: {error.strerror or error}.")

    def _fail(self, article: Article, reason: str) -> None:
        self._failed.append(ExportFailure(article.id, article.path, reason))


def _write(target: Path, data: bytes) -> None:
    with replacing(target) as stream:
        stream.write(data)
