"""A disk that fills up is said as such by every writer, so that it is told and not reported as a fault."""

from __future__ import annotations

import errno
import io
from typing import Any

import pytest

from curator.domain.exports import Edition
from curator.formats.writers import xlsx_files


class FullDisk(io.BytesIO):
    """Refuses what is written first; there is room again for what a zip file does when it is given up."""

    def __init__(self) -> None:
        super().__init__()
        self._is_full = True

    def write(self, data: Any) -> int:
        if self._is_full:
            self._is_full = False
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


def test_a_workbook_on_a_full_disk_says_so() -> None:
    with pytest.raises(OSError, match="No space left"):
        xlsx_files.WRITER.write([], Edition("All", "", 0, "2026-01-27T03:25:33Z"), FullDisk())
