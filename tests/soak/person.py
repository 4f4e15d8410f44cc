"""Somebody who uses the window for hours, at a chosen pace."""

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "gui" / "helpers"))

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from random_choices import wait
from random_user import RandomUser

# isort: split
from engine.drawings import DrawingStore
from engine.jobs.protocol import Speed
from engine.nn.network_spec import NetworkSpec
from engine.paths import data_folder, default_weights
from gui.learn.catalogue import LESSONS
from gui.main_window import MainWindow
from gui.training.data import dataset_cache
from gui.training.session import State
from gui.training.train_request import TrainRequest

# What is kept at most: the memory of a person's own drawings and runs is no leak.
_DRAWINGS, _RUNS = 40, 6
_SIZE = (1100, 700)
# Mini-batches of the training before each measurement.
_ITERATIONS = 300
# Undo keeps so many images.
_UNDO_STEPS = 20


class Person(RandomUser):
    """A ``RandomUser`` who visits every page and tab, starts trainings, and comes back to the same state.

    Attributes:
        starts: how often something was begun: trainings, lessons, tabs, actions.
        ended: trainings that have ended.
    """

    def __init__(
        self,
        window: MainWindow,
        rng: np.random.Generator,
        folder: Path,
        patch: pytest.MonkeyPatch,
        request: TrainRequest,
        only: list[str],
    ) -> None:
        """Args:
        only: the names of the only actions; none for all.
        """
        super().__init__(window, rng, folder, patch, request)
        self.starts: Counter[str] = Counter()
        self.ended = 0
        self._only = only
        self._painted = False
        if only:
            self.actions = [each for each in self.actions if each[1].__name__ in only]
        window.session.started.connect(lambda _: self._count("trainings"))
        window.session.ended.connect(self._ended)
        window.tabs.currentChanged.connect(lambda _: self._count("tabs"))
        window.train_tab.pages.currentChanged.connect(lambda _: self._count("pages"))
        window.draw_tab.pages.currentChanged.connect(lambda _: self._count("pages"))

    def _count(self, what: str) -> None:
        self.starts[what] += 1

    def _ended(self) -> None:
        self.ended += 1

    def wants(self, name: str) -> bool:
        """Whether it does this at all."""
        return not self._only or name in self._only

    def act(self) -> None:
        """One random action."""
        if self.actions:
            super().act()
            self._count("actions")

    def do_everything(self) -> None:
        """Each action many times: what is made for the first time, such as a rare dialog, is no leak."""
        # Both stay in memory once a training has used them.
        for data in (dataset_cache.MNIST, dataset_cache.SYNTHETIC):
            dataset_cache.cache.load(data, lambda done, total: None)
        if self.wants("lesson"):
            # The rows of its scores stay: ten at most.
            softmax = self.window.learn_tab.open("softmax_overflow").lesson
            QTest.mouseClick(softmax.findChild(QPushButton, "example-ten"), Qt.MouseButton.LeftButton)
        # Pillow loads what reads other kinds of files when it comes across an unknown one.
        Image.init()
        for _, action in self.actions * 30:
            action()
            wait(20)

    def visit_all(self) -> None:
        """Every page of every tab, and the next lesson; a training runs meanwhile."""
        window = self.window
        if self.wants("start"):
            self.start()
        if self.wants("visit"):
            window.show_draw_tab()
            self._visit(window.draw_tab.pages)
            window.show_train_tab()
            self._visit(window.train_tab.pages)
        if self.wants("next_lesson"):
            window.show_learn_tab()
            # Each page stays once it was opened: all of them at first, so that this does not look like a leak.
            for lesson in LESSONS if not self.starts["lessons"] else [self.one_of(LESSONS)]:
                window.learn_tab.open(lesson.name)
                self._count("lessons")
                wait(300)
                self._paint_all()
        window.show_draw_tab()
        self._painted = True

    def start(self) -> None:
        """Start a training, unless there is one."""
        session = self.window.session
        if session.state is State.IDLE:
            self.window.network.unsaved = False
            session.start(self._request)
            wait(1000)

    def _visit(self, pages) -> None:  # type: ignore[no-untyped-def] # two classes
        for index in range(pages.count()):
            pages.setCurrentIndex(index)
            wait(200)
            self._paint_all()

    def _paint_all(self) -> None:
        """At first, paint each widget under the mouse, with the focus, and pressed.

        Qt keeps what the style sheet gives for each state in which a widget was painted, 3 MB for a tab. A person comes
        across these states over hours, and that would look like a leak.
        """
        for each in self.window.findChildren(QWidget) if not self._painted else []:
            if each.isVisible() and not each.isWindow() and each.isEnabled() and not each.size().isEmpty():
                each.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
                each.grab()
                each.setFocus()
                each.grab()
                if isinstance(each, QAbstractButton):
                    each.setDown(True)
                    each.grab()
                    each.setDown(False)
                each.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)

    def rest(self) -> None:
        """Come back to the state of the beginning, with few drawings and runs."""
        window = self.window
        self.settle()
        if self.wants("start"):
            self._train_briefly()
        window.network.unsaved = False
        window.weights_files.use_file(default_weights())
        if self.wants("visit"):
            self._explain_everything()
        window.draw_tab.model.clear()
        if self.wants("compare"):
            # The second network has arrays of its own.
            second = window.draw_tab.pages.compare.make().list
            second.setCurrentIndex(0)
            second.activated.emit(0)
        window.draw_tab.pages.setCurrentIndex(0)
        window.train_tab.pages.setCurrentIndex(0)
        if self.wants("next_lesson") or self.wants("lesson"):
            # A page that is shown keeps the values of its code of now.
            window.show_learn_tab()
            for lesson in reversed(LESSONS):
                window.learn_tab.open(lesson.name).lesson.reset()
                wait(200)
        window.train_tab.form.network.set_spec(NetworkSpec.mlp((50,), "relu"))
        window.show_draw_tab()
        if window.theme.choice != "light":
            window.theme.choose("light")
        window.actions_.zoom_reset.trigger()
        window.resize(*_SIZE)
        window.notice.hide()
        self._forget()
        while window.busy:
            wait(20)
        wait(500)

    def _train_briefly(self) -> None:
        """The curves and the kept epochs of the last training stay in memory: each time those of one that is as long,
        however much a busy machine has trained before."""
        session = self.window.session
        self.window.network.unsaved = False
        session.set_speed(Speed.FULL)
        session.start(replace(self._request, config=replace(self._request.config, iterations=_ITERATIONS)))
        while session.busy:
            wait(20)

    def _explain_everything(self) -> None:
        """Each page keeps the network that it has explained last, and the search for digits one of its own: the same
        ones after each round."""
        window = self.window
        window.show_draw_tab()
        for _ in range(_UNDO_STEPS):
            self._lines(7)
            window.draw_tab.model.clear()
        self._lines(7, 20)
        wait(200)
        window.draw_tab.model.clear()
        self._lines(14)
        self._visit(window.draw_tab.pages)
        window.show_train_tab()
        self._visit(window.train_tab.pages)
        window.show_draw_tab()

    def _lines(self, *places: int) -> None:
        """Vertical lines at these x of the canvas."""
        canvas = self.window.draw_tab.canvas
        for x in places:
            top, bottom = (canvas.from_canvas(x, y).toPoint() for y in (5, 23))
            QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=top)
            QTest.mouseMove(canvas, bottom)
            QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=bottom)

    def _forget(self) -> None:
        kept = self.window.draw_tab.store
        if len(kept.drawings) > _DRAWINGS:
            kept.delete([drawing.id for drawing in kept.drawings[: -_DRAWINGS // 2]])
            while kept.busy:
                wait(10)
            DrawingStore(data_folder() / "drawings").purge(0)
        store, panel = self.window.session.store, self.window.train_tab.pages.runs
        if store is not None and panel is not None and len(runs := store.runs()) > _RUNS:
            for run in runs[_RUNS // 2 :]:
                store.delete(run.id)
            store.purge(0)
            panel.refresh()
