"""A simulated user of the lessons."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QScrollBar, QSlider, QWidget
from random_choices import ARROWS, Actions, RandomChoices, wait

from gui.learn.catalogue import LESSONS
from gui.learn.lesson_page import LessonPage

_Key, _LEFT = Qt.Key, Qt.MouseButton.LeftButton
_TEXTS = ("0", "1", "-1", "0.5", "1e-4", "1e9", "-1e9", "1e-300", "nan", "inf", "", "x", "100", "0,3")


class RandomLessons(RandomChoices):
    """Attributes:
    actions: see ``Actions``.
    """

    @property
    def actions(self) -> Actions:
        return [(8, self.lesson), (2, self.progress)]

    def lesson(self) -> None:
        """Open a lesson, and use some of what it has; the next action may come at once."""
        window = self.window
        window.show_learn_tab()
        page = window.learn_tab.open(self.one_of(LESSONS).name) if self.rng.random() < 0.6 else window.learn_tab.page
        for _ in range(int(self.rng.integers(1, 8))):
            self._use_something(page)
            wait(int(self.rng.choice([0, 0, 5])))
        if self.rng.random() < 0.8:
            window.tabs.setCurrentIndex(0)

    def progress(self) -> None:
        """Reset what is solved, or undo that; or choose another lesson by keys."""
        self.window.show_learn_tab()
        found = self.window.learn_tab.list
        button = found.findChild(QAbstractButton, "reset-progress")
        if self.rng.random() < 0.5 and button.isVisible():
            button.click()
        elif found.list.isVisible():
            QTest.keyClick(found.list, self.one_of((_Key.Key_Up, _Key.Key_Down, _Key.Key_Return)))

    def _use_something(self, page: LessonPage) -> None:
        within: QWidget = page.lesson if self.rng.random() < 0.75 else page
        controls = [
            each
            for each in self.visible(QWidget, within)
            if each.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(each, QScrollBar)
        ]
        if not controls:
            return
        match self.one_of(controls):
            case QAbstractButton() as control:
                control.click()
            case QLineEdit() as control:
                control.setFocus()
                control.setText(self.one_of(_TEXTS))
                QTest.keyClick(control, _Key.Key_Return)
            case QComboBox() as control:
                self.pick(control)
            case QSlider() as control:
                control.setValue(int(self.rng.integers(control.minimum(), control.maximum() + 1)))
            case control:
                self._drag_in(control)

    def _drag_in(self, control: QWidget) -> None:
        """From anywhere to anywhere, then some keys."""
        view = getattr(control, "viewport", lambda: control)()
        QTest.mousePress(view, _LEFT, pos=self.point_in(view))
        for _ in range(int(self.rng.integers(0, 6))):
            QTest.mouseMove(view, self.point_in(view) + QPoint(*self.rng.integers(-30, 31, 2).tolist()))
        QTest.mouseRelease(view, _LEFT, pos=self.point_in(view))
        self.use(control, *ARROWS, _Key.Key_Tab, _Key.Key_Space)
