"""One process cleans: what is known of sixty languages is then read once, not by each process."""

from pathlib import Path

import pytest


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist looks
def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("cleaning"))
