"""What every test gets: no display, no user's own folders, the same random choices each time in CI."""

import os
from itertools import count

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Two cores run the suite side by side, so a time limit for one example would fail by chance.
settings.register_profile("curator", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("curator"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "curator")

_homes = count()


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory, monkeypatch):
    """Each test has its own place for libraries, settings and logs; it is made when it is needed."""
    home = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    monkeypatch.setenv("CURATOR_HOME", str(home))
