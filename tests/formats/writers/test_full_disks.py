"""A disk that fills up is said as such by every writer, so that it is told and not reported as a fault."""

from __future__ import annotations

import errno
import gc
import io

import pytest

from curator.domain.exports import Edition
from curator.formats.writers import xlsx_files


class FullDisk(io.BytesIO):
    """Takes nothing."""

    def write(self, data: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_workbook_on_a_full_disk_says_so() -> None:
    with pytest.raises(OSError, match="No space left"):
        xlsx_files.WRITER.write([], Edition("All", "", 0, "2026-01-27T03:25:33Z"), FullDisk())


def test_what_was_begun_on_a_full_disk_is_let_go_of_in_silence() -> None:
    disk = FullDisk()
    with pytest.raises(OSError, match="No space left"):
        xlsx_files.WRITER.write([], Edition("All", "", 0, "2026-01-27T03:25:33Z"), disk)
    disk.close()
    gc.collect()  # a complaint would be a warning, and that an error
