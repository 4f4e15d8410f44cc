"""The page of a lesson: the figure, and beside it the text, the formulas, the tasks and the code."""

import time

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from gui.i18n import tr
from gui.learn.catalogue import Entry
from gui.learn.code_view import CodeView
from gui.learn.formula_view import FormulaView
from gui.learn.lesson import Lesson, LessonContext
from gui.learn.lesson_text import LessonText
from gui.learn.progress import Progress
from gui.learn.task_list import TaskList
from gui.learn.tracer import Trace, run_traced
from gui.settings import Settings
from gui.task import TaskGroup
from gui.theme import Theme
from gui.widgets.announcer import announce
from gui.widgets.cards import ElidedLabel, button, card, column, label, row
from gui.widgets.form_controls import scroll
from gui.window.divider import Divided

# The code is run at most so often: dragging stays smooth.
_TRACE_MS = 100
_SIDE = 360


class LessonPage(QWidget):
    """Signals:
    ended: a thread of this page is gone; ``busy`` says whether another one runs.

    Attributes:
        name: of the lesson.
        lesson: the figure.
        tasks, code: the parts beside it.
        trace: what the code view shows.
    """

    ended = Signal()

    def __init__(self, entry: Entry, text: LessonText, progress: Progress, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(f"lesson-{entry.name}")
        self._theme = theme
        self.name = entry.name
        self.trace = Trace()
        self._tasks = TaskGroup(self)
        self._tasks.ended.connect(self.ended)
        self.lesson: Lesson = entry.load()(LessonContext(theme))
        self.tasks = TaskList(entry.name, text.tasks, progress)
        self.code = CodeView(self.lesson.shown, theme)
        self._figure = self._figure_card(text)
        self._side = QScrollArea()
        self._side.setObjectName("lesson-side")
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll(self._side, self._column(text))
        self._divided = Divided(Qt.Orientation.Horizontal, "lesson-divided", settings, theme)
        for each in (self._figure, self._side):
            self._divided.addWidget(each)
        self.setLayout(column(self._divided))
        self._checked = False
        self._last = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._follow)
        self.lesson.changed.connect(self._changed)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def busy(self) -> bool:
        """Whether anything runs in the background."""
        return self._tasks.busy or self.lesson.busy

    @property
    def pending(self) -> bool:
        """Whether the code and the tasks do not follow the last change yet."""
        return self._timer.isActive()

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget beside the figure."""
        self._side.ensureWidgetVisible(widget)

    def shut_down(self) -> None:
        """Ask what runs in the background to end."""
        self._timer.stop()
        self._tasks.cancel()
        self.lesson.shut_down()

    # -- parts

    def _figure_card(self, text: LessonText) -> QFrame:
        frame, layout = card()
        frame.setObjectName("lesson-figure")
        title = ElidedLabel(text.title, "heading", "lesson-title")
        reset = button(tr("Reset"), "lesson-reset", self.lesson.reset)
        reset.setToolTip(tr("Give the figure its first values"))
        layout.addLayout(row((title, 1), reset))
        layout.addWidget(self.lesson, 1)
        return frame

    def _column(self, text: LessonText) -> QWidget:
        words = label(name="lesson-text", wrap=True)
        words.setTextFormat(Qt.TextFormat.MarkdownText)
        words.setText(text.text)
        inside = QWidget()
        layout = column(words, spacing=12)
        for formula in text.formulas:
            layout.addWidget(FormulaView(formula, self._tasks, self._theme))
        layout.addWidget(self.tasks)
        takeaway = label(text.takeaway, name="lesson-takeaway", wrap=True)
        layout.addLayout(column(label(tr("To take along"), "heading"), takeaway, spacing=4))
        layout.addWidget(self._code_card())
        layout.addStretch()
        inside.setLayout(layout)
        inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return inside

    def _code_card(self) -> QFrame:
        frame, layout = card()
        frame.setObjectName("lesson-code")
        copy = button(tr("Copy"), "lesson-copy", self._copy)
        copy.setToolTip(tr("Copy code for a notebook that computes the same"))
        self._copied = QLabel()
        self._copied.setProperty("role", "muted")
        layout.addLayout(row(label(tr("Code"), "heading"), (self._copied, 1), copy))
        layout.addWidget(self.code)
        return frame

    @Slot()
    def _fit(self) -> None:
        self._divided.place("learn/side", max(self.width() - self._theme.px(_SIDE), self.width() // 2))

    def resizeEvent(self, event: object) -> None:
        self._fit()

    # -- the code and the tasks follow the figure

    @Slot()
    def _changed(self) -> None:
        self._checked = True
        if not self._timer.isActive() and self.isVisible():
            passed = (time.monotonic() - self._last) * 1000
            self._timer.start(max(0, round(_TRACE_MS - passed)))

    @Slot()
    def _follow(self) -> None:
        self._last = time.monotonic()
        self.trace = run_traced(self.lesson.run, self.lesson.shown)
        self.code.show_trace(self.trace)
        if not self._checked:
            return
        for name, check in self.lesson.checks.items():
            view = self.tasks.views.get(name)
            if view is not None and not view.done and check():
                view.solve()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.lesson.cell())
        self._copied.setText(tr("Copied"))
        announce(self._copied, tr("Copied"))
