"""The page of a lesson: the figure, and beside it the text, the formulas, the tasks and the code."""

import time

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QWidget

from engine.i18n import tr
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
from gui.widgets.announcer import announce
from gui.widgets.cards import ElidedLabel, button, card, column, label, row
from gui.widgets.form_controls import scroll
from gui.window.divider import Divided

# The code is run at most so often: dragging stays smooth.
_TRACE_MS = 100
# How long a message stays, and how often a lesson is asked whether its threads have ended.
_MESSAGE_MS, _ENDING_MS = 4000, 20
# The usual width of what is beside the figure, in pixels of the usual font: in a wide and in a narrow page, and between
# them so much less than this share of the page.
_SIDE, _LEAST_SIDE, _SHARE, _FIGURE = 360, 240, 0.55, 140


class LessonPage(QWidget):
    """Signals:
    ended: a thread of this page is gone; ``busy`` says whether another one runs.

    Attributes:
        name: of the lesson.
        lesson: the figure.
        tasks, code: the parts beside it.
        lessons: the button that opens the list of lessons, for a narrow window.
        trace: what the code view shows.
    """

    ended = Signal()

    def __init__(
        self,
        entry: Entry,
        text: LessonText,
        progress: Progress,
        settings: Settings,
        context: LessonContext,
        parent: QWidget,
    ) -> None:
        # Everything is put in its place before it is filled: a widget that moves is styled again with all inside.
        super().__init__(parent)
        # In its final size: the code and the figure are laid out once.
        self.setGeometry(parent.rect())
        theme = context.theme
        self.setObjectName(f"lesson-{entry.name}")
        self._theme = theme
        self.name = entry.name
        self.trace = Trace()
        self._threads = TaskGroup(self)
        self._threads.ended.connect(self.ended)
        self.lesson: Lesson = entry.load()(context)
        self.tasks = TaskList(entry.name, text.tasks, progress)
        self.tasks.solved.connect(lambda number: self._show_message(tr("Task {0} is solved", number)))
        self.code = CodeView(self.lesson.shown, theme)
        self.lessons = button(tr("Lessons"), "show-lessons")
        self._message = ElidedLabel("", "viewing", "lesson-message")
        self._message_ends = QTimer(self, singleShot=True, interval=_MESSAGE_MS)
        self._message_ends.timeout.connect(lambda: self._message.setText(""))
        self._divided = Divided(Qt.Orientation.Horizontal, "lesson-divided", settings, theme)
        whole = column(self._divided)
        self.setLayout(whole)
        self._fill_figure(text)
        self._side = QScrollArea()
        self._side.setObjectName("lesson-side")
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # With a scroll bar from the start nothing is laid out for a width that it does not keep.
        self._side.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._divided.addWidget(self._side)
        self._fill_side(text)
        # While the lesson's threads end.
        self._ending = QTimer(self, interval=_ENDING_MS)
        self._ending.timeout.connect(self._end)
        # Whether the user has changed anything since the tasks were checked: neither the first values solve a task, nor
        # do those that were there before its progress was reset.
        self._touched = False
        self._traced = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._follow)
        self.lesson.changed.connect(self._changed)
        theme.changed.connect(self._fit)
        # The divider must know its width, or both parts would be laid out for another one first.
        whole.activate()
        self._fit()

    @property
    def busy(self) -> bool:
        """Whether anything runs in the background."""
        return self._threads.busy or self.lesson.busy

    @property
    def pending(self) -> bool:
        """Whether the code and the tasks do not follow the last change yet."""
        return self._timer.isActive()

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget beside the figure."""
        self._side.ensureWidgetVisible(widget)

    def shut_down(self) -> None:
        """Ask what runs in the background to end; a formula, once it is being set, is shown."""
        self.lesson.shut_down()
        if self.lesson.busy:
            self._ending.start()

    @Slot()
    def _end(self) -> None:
        if not self.lesson.busy:
            self._ending.stop()
            self.ended.emit()

    # -- parts

    def _fill_figure(self, text: LessonText) -> None:
        frame, layout = card()
        frame.setObjectName("lesson-figure")
        self._divided.addWidget(frame)
        title = label(text.title, "heading", "lesson-title")
        reset = button(tr("Reset"), "lesson-reset", self.lesson.reset)
        reset.setToolTip(tr("Give the figure its first values"))
        layout.addLayout(row(self.lessons, title, (self._message, 1), reset, spacing=12))
        # For a window that is too small for the zoom.
        area = QScrollArea()
        area.setObjectName("lesson-area")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.addWidget(area, 1)
        figure = _Figure()
        scroll(area, figure)
        figure.hold(self.lesson)

    def _fill_side(self, text: LessonText) -> None:
        whole, parts = QWidget(), column(spacing=12)
        whole.setLayout(parts)
        whole.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        scroll(self._side, whole)
        frame, layout = card()
        frame.setObjectName("lesson-words")
        parts.addWidget(frame)
        words = label(name="lesson-text", wrap=True)
        words.setTextFormat(Qt.TextFormat.MarkdownText)
        words.setText(text.text)
        layout.addWidget(words)
        for formula in text.formulas:
            layout.addWidget(FormulaView(formula, self._threads, self._theme))
        parts.addWidget(self.tasks)
        self._fill_code(parts)
        takeaway, inside = card(tr("In one sentence"))
        inside.addWidget(label(text.takeaway, name="lesson-takeaway", wrap=True))
        parts.addWidget(takeaway)
        parts.addStretch()

    def _fill_code(self, parts: QBoxLayout) -> None:
        frame, layout = card()
        frame.setObjectName("lesson-code")
        parts.addWidget(frame)
        copy = button(tr("Copy"), "lesson-copy", self._copy)
        copy.setAccessibleName(tr("Copy the code"))
        copy.setToolTip(tr("Copy code for a notebook that computes the same with the numbers of now"))
        self._copied = ElidedLabel("", "muted", "lesson-copied")
        layout.addLayout(row(label(tr("Code"), "heading"), (self._copied, 1), copy, spacing=12))
        layout.addWidget(self.code)
        self._problem = label("", "error", "lesson-problem", wrap=True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.hide()
        layout.addWidget(self._problem)
        layout.addStretch()

    @Slot()
    def _fit(self) -> None:
        px = self._theme.px
        side = min(max(round(_SHARE * self.width()) - px(_FIGURE), px(_LEAST_SIDE)), px(_SIDE))
        self._divided.place("learn/side", self.width() - side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show_message(self, sentence: str) -> None:
        self._message.setText(sentence)
        self._message_ends.start()

    # -- the code and the tasks follow the figure

    @Slot()
    def _changed(self) -> None:
        self._touched = True
        self._copied.setText("")
        self._follow_soon()

    def _follow_soon(self) -> None:
        if not self._timer.isActive() and self.isVisible():
            passed = (time.monotonic() - self._traced) * 1000
            self._timer.start(max(0, round(_TRACE_MS - passed)))

    @Slot()
    def _follow(self) -> None:
        self.trace = run_traced(self.lesson.run, self.lesson.shown)
        self.code.show_trace(self.trace)
        problem = "\n".join(self.code.problems)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        checks = self.lesson.checks if self._touched else {}
        for name, view in self.tasks.views.items():
            if not view.done and name in checks and checks[name]():
                view.solve()
        self._touched = False
        self._traced = time.monotonic()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_soon()
        QTimer.singleShot(0, self, self._scroll_where_needed)

    @Slot()
    def _scroll_where_needed(self) -> None:
        self._side.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.lesson.cell())
        self._copied.setText(tr("Copied"))
        announce(self._copied, tr("The code is copied."))


class _Figure(QWidget):
    """As large as there is room, but never smaller than a lesson's smallest size.

    Directly in a scroll area a lesson with wrapped text would be as high as it would like to be.
    """

    _lesson: Lesson | None = None

    def hold(self, lesson: Lesson) -> None:
        """Show a lesson."""
        self._lesson = lesson
        lesson.setParent(self)
        lesson.setGeometry(self.rect())
        lesson.show()

    def minimumSizeHint(self) -> QSize:
        if self._lesson is None:
            return QSize()
        size, layout = self._lesson.minimumSizeHint(), self._lesson.layout()
        if layout is not None and layout.hasHeightForWidth():
            # Where rows are wrapped, it needs more height.
            size.setHeight(max(size.height(), layout.minimumHeightForWidth(max(self.width(), size.width()))))
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._lesson is not None:
            self._lesson.setGeometry(self.rect())
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)
