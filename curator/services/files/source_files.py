"""Source files: the files that articles came from, as they are now."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from curator.domain import file_names
from curator.domain.articles import Article
from curator.domain.errors import CuratorError


def place(article: Article) -> Path | None:
    """Where the file of an article lies, links followed; None if it came from no file."""
    if not article.source_path or "\0" in article.source_path:
        return None
    return Path(os.path.realpath(file_names.on_disk(article.source_path)))


def read(article: Article, most: int) -> bytes | None:
    """The bytes of an article's file, None if they are more than `most`.

    CuratorError if it came from no file, or the file is gone or cannot be read.
    """
    file = place(article)
    if file is None:
        raise CuratorError("The article came from no file.", "Export it.")
    try:
        told = file.stat()
        if not stat.S_ISREG(told.st_mode):  # a pipe would be read for ever
            raise CuratorError("Where the file was is no file.", "Export the article to write it anew.")
        return file.read_bytes() if told.st_size <= most else None
    except (FileNotFoundError, NotADirectoryError):
        raise CuratorError("The file is gone.", "Export the article to write it anew.") from None
    except OSError as error:
        raise CuratorError(f"The file cannot be read: {error.strerror or error}.") from None
