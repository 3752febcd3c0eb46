"""The bar on top: its buttons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from curator.ui.workspace import Workspace


@pytest.mark.parametrize("pane", ["sidebar", "timeline", "facts"])
@pytest.mark.parametrize("state", [QIcon.State.On, QIcon.State.Off])
def test_the_picture_of_a_pane_is_as_fine_as_the_screen(
    window: Workspace, pane: str, state: QIcon.State
) -> None:
    icon = window.actions_[pane].icon()
    picture = icon.pixmap(QSize(18, 18), 2.0, QIcon.Mode.Normal, state)
    assert picture.size() == QSize(36, 36)
    assert picture.devicePixelRatio() == 2
