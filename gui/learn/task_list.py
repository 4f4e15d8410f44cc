"""The tasks of a lesson: hints, answers, and what is solved."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from gui.i18n import tr
from gui.learn.lesson_text import Task
from gui.learn.progress import Progress
from gui.widgets.announcer import announce
from gui.widgets.cards import button, column, label, row

SOLVED, OPEN = "✓", "○"


class TaskView(QWidget):
    """One task.

    Signals:
        solved: the task has been solved.
    """

    solved = Signal()

    def __init__(self, task: Task, number: int) -> None:
        super().__init__()
        self.task = task
        name = f"task-{task.name}"
        self.setObjectName(name)
        self._done = False
        self._mark = label(OPEN, "", f"{name}-mark")
        self._text = label(tr("{0}. {1}", number, task.text), name=f"{name}-text", wrap=True)
        self._reply = label("", "muted", f"{name}-reply", wrap=True)
        self._hint = label(task.hint, "muted", f"{name}-hint-text", wrap=True)
        self._hint_button = button(tr("Hint"), f"{name}-hint", self._show_hint)
        self._hint_button.setProperty("link", True)
        self._hint_button.setAccessibleName(tr("Hint for task {0}", number))
        self._options = [self._option(i, text) for i, text in enumerate(task.options)]
        self._field = QLineEdit()
        self._field.setObjectName(f"{name}-answer")
        self._field.setAccessibleName(tr("Answer to task {0}", number))
        self._field.returnPressed.connect(self._check_number)
        self._check = button(tr("Check"), f"{name}-check", self._check_number)
        body = column(self._text, spacing=4)
        if task.options:
            body.addLayout(column(*self._options, spacing=4))
        if task.number is not None:
            body.addLayout(row((self._field, 1), self._check))
        body.addLayout(row(self._hint_button, None))
        body.addWidget(self._hint)
        body.addWidget(self._reply)
        self._hint.hide()
        self._reply.hide()
        self.setLayout(row((self._mark, 0, Qt.AlignmentFlag.AlignTop), (body, 1), spacing=6))

    @property
    def done(self) -> bool:
        """Whether it is solved."""
        return self._done

    @property
    def hint(self) -> str:
        """The hint on view, or ""."""
        return "" if self._hint.isHidden() else self._hint.text()

    @property
    def reply(self) -> str:
        """What was said to the last answer, or ""."""
        return self._reply.text()

    def show_done(self, done: bool) -> None:
        """Show whether it is solved."""
        self._done = done
        self._mark.setText(SOLVED if done else OPEN)
        self._mark.setAccessibleName(tr("Solved") if done else tr("Not solved yet"))
        self._say(self.task.explanation if done else "")

    def solve(self) -> None:
        """It is solved now: say so."""
        self.show_done(True)
        self._say(self.task.explanation or tr("Solved."))
        self.solved.emit()

    def _option(self, index: int, text: str) -> QPushButton:
        made = button(text, f"task-{self.task.name}-option-{index}", lambda: self._answer(index == self.task.answer))
        return made

    @Slot()
    def _check_number(self) -> None:
        text = self._field.text().replace(",", "").replace("−", "-").strip()
        try:
            number = float(text)
        except ValueError:
            self._say(tr("Type a number, such as 0.5 or 1e-3."))
            return
        self._answer(self.task.accepts(number))

    def _answer(self, right: bool) -> None:
        if right:
            self.solve()
        else:
            self._say(tr("This is not the answer yet. Try again, or read the hint."))

    def _say(self, sentence: str) -> None:
        self._reply.setText(sentence)
        self._reply.setVisible(bool(sentence))
        announce(self._reply, sentence)

    @Slot()
    def _show_hint(self) -> None:
        self._hint.setVisible(self._hint.isHidden())


class TaskList(QWidget):
    """All tasks of a lesson, in their order."""

    def __init__(self, lesson: str, tasks: tuple[Task, ...], progress: Progress) -> None:
        super().__init__()
        self.setObjectName("tasks")
        self._lesson, self._progress = lesson, progress
        self._heading = QLabel()
        self._heading.setProperty("role", "heading")
        self.views = {task.name: TaskView(task, number) for number, task in enumerate(tasks, start=1)}
        for name, view in self.views.items():
            view.solved.connect(lambda name=name: progress.solve(lesson, name))
        self.setLayout(column(self._heading, *self.views.values(), spacing=10))
        progress.changed.connect(self._follow)
        self._follow(lesson)

    @Slot(str)
    def _follow(self, lesson: str) -> None:
        if lesson != self._lesson:
            return
        solved = self._progress.solved(lesson)
        count = 0
        for name, view in self.views.items():
            count += name in solved
            if view.done != (name in solved):
                view.show_done(name in solved)
        self._heading.setText(tr("Tasks: {0} of {1} solved", count, len(self.views)))
