"""The welcome page and the bars show the keys that the actions have now."""

from __future__ import annotations

from curator.ui.reader.head import ORIGINAL
from curator.ui.widgets.key_buttons import KeyHint
from curator.ui.workspace import Workspace


def hints(window: Workspace) -> list[str]:
    return [hint.key for hint in window.welcome.findChildren(KeyHint) if not hint.isHidden()]


def test_the_page_hints_at_the_usual_keys(window: Workspace) -> None:
    assert hints(window) == ["A", "X", "O", "Ctrl+K", "?"]


def test_a_changed_key_is_shown_and_one_taken_away_is_not(window: Workspace) -> None:
    window.actions_.set_keys("accept", ("Y",))
    window.actions_.set_keys("reject", ())
    assert hints(window) == ["Y", "O", "Ctrl+K", "?"]


def test_the_bars_name_changed_keys(window: Workspace) -> None:
    window.actions_.set_keys("original", ("V",))
    window.actions_.set_keys("find", ())
    window.actions_.set_keys("export", ("Ctrl+P",))
    assert window.reader.head.modes.key(ORIGINAL) == "V"
    assert "Ctrl" not in window.reader.head.search.toolTip()
    assert window.top_bar.export_button.toolTip().endswith("  Ctrl+P")
