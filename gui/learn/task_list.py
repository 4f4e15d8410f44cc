"""The tasks of a lesson: hints, answers, and what is solved."""

import re
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from engine.i18n import tr
from gui.learn.lesson_text import Task
from gui.learn.option_button import OptionButton
from gui.learn.parts.number_format import number_in
from gui.learn.progress import Progress
from gui.widgets.announcer import announce
from gui.widgets.cards import button, card, column, label, row
from gui.widgets.form_controls import follow_font, restyle

_SOLVED, _OPEN = "✓", "○"
# 45,360: any other comma is a decimal one.
_THOUSANDS = re.compile(r"[+−-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?")
# Between two options.
_GAP = 6


class TaskView(QWidget):
    """One task.

    Signals:
        solved: the user has solved it.

    Attributes:
        done: whether it is solved.
    """

    solved = Signal()

    def __init__(self, task: Task, number: int) -> None:
        super().__init__()
        self.task, self._number, self.done = task, number, False
        name = f"task-{task.name}"
        self.setObjectName(name)
        self._mark = label(_OPEN, "muted", f"{name}-mark")
        self._mark.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        text = label(task.text, name=f"{name}-text", wrap=True)
        self._hint = label(task.hint, "muted", f"{name}-hint-text", wrap=True)
        self._hint.hide()
        self._hint_button = button(tr("Hint"), f"{name}-hint", self._show_hint)
        self._hint_button.setProperty("link", True)
        self._hint_button.setAccessibleName(tr("Hint for task {0}", number))
        self._hint_button.setCheckable(True)
        self._reply = label("", "muted", f"{name}-reply", wrap=True)
        self._reply.hide()
        self._options = [OptionButton(f"{name}-option-{i}", option) for i, option in enumerate(task.options)]
        for i, made in enumerate(self._options):
            made.clicked.connect(partial(self._choose, i))
        body = column(row((text, 1), (self._hint_button, 0, Qt.AlignmentFlag.AlignTop)), spacing=6)
        self._choices = column(*self._options, None, spacing=_GAP)
        if task.options:
            body.addLayout(self._choices)
        self._field, self._check = QLineEdit(), button(tr("Check"), f"{name}-check", self._check_number)
        if task.number is not None:
            self._field.setObjectName(f"{name}-answer")
            self._field.setProperty("answer", True)
            self._field.setAccessibleName(tr("Answer to task {0}", number))
            self._field.returnPressed.connect(self._check_number)
            body.addLayout(row((self._field, 1), self._check))
        # For a screen reader: the text of the task has no focus.
        for each in (*self._options, self._field, self._hint_button):
            each.setAccessibleDescription(task.text)
        body.addWidget(self._hint)
        body.addWidget(self._reply)
        self.setLayout(row((self._mark, 0, Qt.AlignmentFlag.AlignTop), (body, 1)))
        follow_font(self._mark, lambda: self._mark.setFixedWidth(self._mark.fontMetrics().horizontalAdvance("○○")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Options are beside each other where there is room for all."""
        super().resizeEvent(event)
        room = self.width() - self._mark.width() - 2 * _GAP
        # With room for the mark of the right one.
        more = self.fontMetrics().horizontalAdvance(f"{_SOLVED} ")
        beside = more + sum(option.unwrapped + _GAP for option in self._options) <= room
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._choices.setDirection(across if beside else down)
        for option in self._options:
            option.wrap(not beside)

    @property
    def hint(self) -> str:
        """The hint on view, or ""."""
        return "" if self._hint.isHidden() else self._hint.text()

    @property
    def reply(self) -> str:
        """What was said to the last answer, or ""."""
        return self._reply.text()

    @Slot()
    def solve(self) -> None:
        """The user has solved it."""
        self.show_done(True)
        announce(self._mark, tr("Task {0} is solved. {1}", self._number, self.task.explanation).strip())
        self.solved.emit()

    def show_done(self, done: bool) -> None:
        """Show whether it is solved."""
        self.done = done
        self._mark.setText(_SOLVED if done else _OPEN)
        self._mark.setAccessibleName(tr("Solved") if done else tr("Not solved yet"))
        restyle(self._mark, "role", "viewing" if done else "muted")
        for index, option in enumerate(self._options):
            right = done and index == self.task.answer
            option.show_text(f"{_SOLVED} {self.task.options[index]}" if right else self.task.options[index])
            option.setEnabled(right or not done)
        if self.task.number is not None:
            self._field.setText(f"{self.task.number:,.10g}" if done else "")
        self._field.setReadOnly(done)
        self._check.setEnabled(not done)
        self._say(self.task.explanation if done else "")

    def _choose(self, index: int) -> None:
        if not self.done:
            self._answer(index == self.task.answer)

    @Slot()
    def _check_number(self) -> None:
        if self.done:
            return
        text = "".join(self._field.text().split())
        number = number_in(text.replace(",", "") if _THOUSANDS.fullmatch(text) else text)
        if number is None:
            self._reply_to(tr("Type a number, such as 45360, 0.5 or 1e-4."))
        else:
            self._answer(self.task.accepts(number))

    def _answer(self, right: bool) -> None:
        if right:
            self.solve()
        else:
            self._reply_to(tr("This is not the answer yet. Try again, or read the hint."))

    def _reply_to(self, sentence: str) -> None:
        self._say(sentence)
        announce(self._reply, sentence)

    def _say(self, sentence: str) -> None:
        self._reply.setText(sentence)
        self._reply.setAccessibleName(sentence)
        self._reply.setVisible(bool(sentence))

    @Slot()
    def _show_hint(self) -> None:
        self._hint.setVisible(self._hint_button.isChecked())
        if self._hint_button.isChecked():
            announce(self._hint, self._hint.text())


class TaskList(QWidget):
    """All tasks of a lesson, in a card.

    Signals:
        solved: the number of a task that the user has solved, from 1.

    Attributes:
        views: the name of each task -> how it is shown.
    """

    solved = Signal(int)

    def __init__(self, lesson: str, tasks: tuple[Task, ...], progress: Progress) -> None:
        super().__init__()
        self._lesson, self._progress = lesson, progress
        self._count = label("", "muted", "tasks-count")
        frame, layout = card()
        frame.setObjectName("tasks")
        layout.setSpacing(12)
        layout.addLayout(row(label(tr("Tasks"), "heading"), None, self._count))
        self.views = {task.name: TaskView(task, number) for number, task in enumerate(tasks, start=1)}
        for number, (name, view) in enumerate(self.views.items(), start=1):
            view.solved.connect(partial(progress.solve, lesson, name))
            view.solved.connect(partial(self.solved.emit, number))
            layout.addWidget(view)
        self.setLayout(column(frame))
        progress.changed.connect(self._follow)
        self._follow(lesson)

    @Slot(str)
    def _follow(self, lesson: str) -> None:
        if lesson != self._lesson:
            return
        solved = self._progress.solved(lesson)
        for name, view in self.views.items():
            if view.done != (name in solved):
                view.show_done(name in solved)
        self._count.setText(tr("{0} of {1} solved", len(solved & set(self.views)), len(self.views)))
