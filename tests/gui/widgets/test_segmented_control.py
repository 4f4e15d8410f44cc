"""A few choices side by side: one is checked, by a click or by a call."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from gui.theme import Theme
from gui.widgets.segmented_control import SegmentedControl


def test_one_choice_is_checked(qtbot, theme: Theme) -> None:
    segments = SegmentedControl("units", "In the cells", ("counts", "per cent"))
    qtbot.addWidget(segments)
    segments.show()
    changes: list[int] = []
    segments.changed.connect(changes.append)
    QTest.mouseClick(segments.findChild(QPushButton, "units-1"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(segments.findChild(QPushButton, "units-1"), Qt.MouseButton.LeftButton)
    segments.choose(0)
    theme.choose("dark")
    assert (changes, segments.value) == ([1, 0], 0)
    assert segments.findChild(QPushButton, "units-1").accessibleName() == "In the cells: per cent"
