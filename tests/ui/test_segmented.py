from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from curator.ui.widgets.segmented import Choice, Segmented


def test_a_segment_is_chosen_by_click_and_by_key_and_in_silence(qtbot):
    control = Segmented([Choice("a", "Alpha", "A"), Choice("b", "Beta", tooltip="Second")])
    qtbot.addWidget(control)
    with qtbot.waitExposed(control):
        control.show()
    alpha, beta = control.findChildren(QAbstractButton)
    with qtbot.waitSignal(control.chosen) as told:
        qtbot.mouseClick(beta, Qt.MouseButton.LeftButton)
    assert told.args == ["b"]
    assert control.value == "b"
    with qtbot.assertNotEmitted(control.chosen):
        control.set_value("a")
    assert alpha.isChecked()
    alpha.setFocus()
    with qtbot.waitSignal(control.chosen):
        qtbot.keyClick(alpha, Qt.Key.Key_Right)
    assert control.value == "b"
    assert not control.grab().isNull()
