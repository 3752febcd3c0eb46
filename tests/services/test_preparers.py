"""The processes that prepare imports end with the program that started them, however that ends."""

import contextlib
import os
import signal
import subprocess
import sys

import pytest

from tests.patience import PATIENCE

PREPARING = """
import sys
from curator.services.imports.preparers import Preparer

with Preparer((), 10_000) as preparer:
    at = sys.stdin.readline()
    print(preparer.pool.submit(len, at).result(), flush=True)
    sys.stdin.readline()
"""


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="with one processor nothing is prepared on others")
@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM])
def test_processes_that_prepare_end_with_the_program_that_is_killed(blow):
    command = [sys.executable, "-c", PREPARING]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as started:
        assert started.stdin
        assert started.stdout
        try:
            started.stdin.write("three\n")
            started.stdin.flush()
            assert started.stdout.readline() == "6\n"
            started.send_signal(blow)
            told, _ = started.communicate(timeout=PATIENCE)  # the workers hold its other end
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGKILL)
    assert told == ""
    assert started.returncode == -blow
