"""A simulated user: random actions in the real window, at any time."""

import gc
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QSlider, QWidget
from random_choices import RandomChoices, wait
from random_frame import RandomFrame
from random_lessons import RandomLessons
from random_pages import RandomPages

from engine.drawings import Drawing, DrawingStore
from engine.paths import data_folder
from gui.draw.handwriting.drawing_gallery import Gallery
from gui.main_window import MainWindow
from gui.training.session import State
from gui.training.train_request import TrainRequest
from gui.widgets.switch import Switch

_LEFT = Qt.MouseButton.LeftButton


class RandomUser(RandomChoices):
    """Runs random actions, and records what must then be in the store.

    Attributes:
        done: the names of the actions so far, to reproduce an error.
        kept: id -> label of every drawing that the window reported as kept, without those deleted later.
        kept_count: how many drawings were kept in total.
        actions: what it does, each with its weight.
    """

    def __init__(
        self,
        window: MainWindow,
        rng: np.random.Generator,
        folder: Path,
        patch: pytest.MonkeyPatch,
        request: TrainRequest,
    ) -> None:
        """Args:
        folder: for files that are saved and opened.
        patch: replaces dialogs by random answers.
        request: a training that may be started.
        """
        super().__init__(window, rng)
        self._folder, self._request = folder, request
        self.done: list[str] = []
        self.kept: dict[str, int] = {}
        self._deleted: dict[str, int] = {}
        self.kept_count = 0
        store = window.draw_tab.store
        store.kept.connect(self._on_kept)
        store.deleted.connect(self._on_deleted)
        store.restored.connect(self._on_restored)
        patch.setattr(QMessageBox, "exec", lambda box: self._answer(box))
        patch.setattr(QFileDialog, "exec", lambda dialog: self._choose_file(dialog))
        patch.setattr(QFileDialog, "getOpenFileName", lambda *args: (self._some_file(), ""))
        patch.setattr(QFileDialog, "getExistingDirectory", lambda *args: "")
        self._frame, pages = RandomFrame(window, rng, folder), RandomPages(window, rng)
        self.actions = [
            (20, self.draw),
            (4, self.draw_by_keys),
            (15, self.label),
            (5, self.undo),
            (3, self.redo),
            (2, self.clear),
            (10, self.slide),
            (6, self.page),
            (2, self.tab),
            (3, self.switch),
            (4, self.weights),
            (3, self.compare),
            (5, self.explain),
            (4, self.gallery),
            (2, self.files),
            (1, self.fine_tune),
            (2, self.training),
            (3, self.pause),
            *pages.actions,
            *RandomLessons(window, rng).actions,
            *self._frame.actions,
        ]

    def act(self) -> None:
        """Run one random action."""
        weights = np.array([weight for weight, _ in self.actions])
        action = self.actions[int(self.rng.choice(len(weights), p=weights / weights.sum()))][1]
        self.done.append(action.__name__)
        # There is no window manager that does it, and an inactive window gets no shortcuts.
        self.window.activateWindow()
        action()
        # Usually the next action comes before the effects of this one have finished.
        wait(int(self.rng.choice([0, 0, 1, 5])))

    def settle(self) -> None:
        """Wait until nothing runs any more, and nothing is undecided."""
        tab = self.window.draw_tab
        self._frame.leave()
        tab.pages.handwriting.make().shut_down()
        self.window.session.stop()
        while tab.busy or self.window.session.busy:
            wait(10)
        if tab.undecided:
            tab.decide(keep=False)
        wait(50)

    def check(self) -> None:
        """Compare the stored drawings with the window's and with those it reported.

        Raises:
            AssertionError: they differ.
        """
        stored = {drawing.id: drawing.label for drawing in DrawingStore(data_folder() / "drawings").all()}
        known = {drawing.id: drawing.label for drawing in self.window.draw_tab.store.drawings}
        assert known == stored, "the window and the store differ"
        assert stored.keys() == self.kept.keys(), "the store differs from what was reported as kept"
        assert set(known) == set(self.window.draw_tab.store.images) & set(known)

    def _on_kept(self, drawing: Drawing) -> None:
        self.kept[drawing.id] = drawing.label
        self.kept_count += 1

    def _on_deleted(self, ids: list[str]) -> None:
        self._deleted |= {each: self.kept.pop(each) for each in ids if each in self.kept}

    def _on_restored(self, ids: list[str]) -> None:
        self.kept |= {each: self._deleted.pop(each) for each in ids if each in self._deleted}

    # -- drawing

    def _point(self) -> QPoint:
        """A random point on the canvas, sometimes outside it."""
        return self.window.draw_tab.canvas.from_canvas(*self.rng.uniform(-2, 30, 2)).toPoint()

    def draw(self) -> None:
        canvas = self.window.draw_tab.canvas
        if not canvas.isVisible():
            return
        QTest.mousePress(canvas, _LEFT, pos=self._point())
        for _ in range(int(self.rng.integers(0, 12))):
            QTest.mouseMove(canvas, self._point())
        if self.rng.random() < 0.9:  # otherwise the next action comes during the stroke
            QTest.mouseRelease(canvas, _LEFT, pos=self._point())

    def draw_by_keys(self) -> None:
        self.window.draw_tab.canvas.setFocus()
        keys = [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Escape]
        for _ in range(int(self.rng.integers(1, 12))):
            QTest.keyClick(self.window, keys[int(self.rng.integers(len(keys)))])

    def label(self) -> None:
        QTest.keyClick(self.window, Qt.Key(Qt.Key.Key_0.value + int(self.rng.integers(10))))

    def undo(self) -> None:
        self.window.actions_.undo.trigger()

    def redo(self) -> None:
        self.window.actions_.redo.trigger()

    def clear(self) -> None:
        self.window.actions_.clear.trigger()

    # -- pages and tabs

    def _any_of(self, found: list[QWidget]) -> QWidget | None:
        return self.one_of(found) if found else None

    def slide(self) -> None:
        slider = self._any_of(self.visible(QSlider, self.window.draw_tab))
        if isinstance(slider, QSlider):
            slider.setValue(int(self.rng.integers(slider.minimum(), slider.maximum() + 1)))

    def page(self) -> None:
        pages = self.window.draw_tab.pages
        pages.setCurrentIndex(int(self.rng.integers(pages.count())))

    def tab(self) -> None:
        tabs = self.window.tabs
        # Usually the drawing tab.
        tabs.setCurrentIndex(int(self.rng.integers(tabs.count())) if self.rng.random() < 0.3 else 0)

    def switch(self) -> None:
        preprocessing = self.window.draw_tab.pages.preprocessing
        self.window.draw_tab.pages.setCurrentWidget(preprocessing)
        self._any_of(preprocessing.findChildren(Switch)).click()

    def explain(self) -> None:
        attribution = self.window.draw_tab.pages.attribution.make()
        if self.rng.random() < 0.5:
            self.window.draw_tab.chart.clicked.emit(int(self.rng.integers(10)))
        button = self._any_of(self.visible(QPushButton, attribution))
        if isinstance(button, QPushButton):
            button.click()

    # -- networks

    def weights(self) -> None:
        self.pick(self.window.weights_bar.list)

    def compare(self) -> None:
        self.window.draw_tab.pages.setCurrentWidget(self.window.draw_tab.pages.compare)
        self.pick(self.window.draw_tab.pages.compare.make().list)

    def fine_tune(self) -> None:
        fine_tuning = self.window.draw_tab.pages.handwriting.make().fine_tuning
        self.window.draw_tab.pages.setCurrentWidget(self.window.draw_tab.pages.handwriting)
        button = self._any_of(self.visible(QPushButton, fine_tuning))
        if isinstance(button, QPushButton) and button.objectName() != "handwriting-gallery":
            button.click()

    def training(self) -> None:
        session = self.window.session
        if session.state is State.IDLE and not session.busy:
            if self.window.weights_files.may_be_lost():
                session.start(self._request)
        elif self.rng.random() < 0.5:
            session.pause()
        else:
            session.stop()

    # -- kept drawings

    def gallery(self) -> None:
        tab = self.window.draw_tab
        gallery = Gallery(tab.store, self.window.settings, self.window)
        gallery.show()
        for _ in range(int(self.rng.integers(1, 4))):
            count = len(gallery.list.drawings.drawings)
            gallery.list.select(self.rng.integers(0, max(count, 1), 2).tolist() if count else [])
            choice = int(self.rng.integers(4))
            if choice == 0:
                gallery.delete()
            elif choice == 1:
                gallery._relabel_as(int(self.rng.integers(10)))
            elif choice == 2:
                gallery.undo()
            else:
                self.pick(gallery.filter)
            while tab.store.busy:
                wait(1)
        gallery.close()
        gallery.deleteLater()

    # -- files

    def files(self) -> None:
        actions = self.window.actions_
        choices = [
            actions.save_drawing,
            actions.open_image,
            actions.copy_input,
            actions.copy_probabilities,
            actions.paste_image,
            actions.load_weights,
            actions.open_settings,
            actions.save_settings,
        ]
        choices[int(self.rng.integers(len(choices)))].trigger()

    def _some_file(self) -> str:
        """A saved file, none, or a missing one."""
        files = [*map(str, self._folder.iterdir()), "", str(self._folder / "missing.png")]
        return files[int(self.rng.integers(len(files)))]

    def _choose_file(self, dialog: QFileDialog) -> int:
        kinds = dialog.nameFilters()
        kind = kinds[int(self.rng.integers(len(kinds)))]
        dialog.selectNameFilter(kind)
        dialog.filterSelected.emit(kind)
        dialog.setDirectory(str(self._folder))
        dialog.selectFile(f"file{int(self.rng.integers(5))}")
        return int(self.rng.random() < 0.8)

    def _answer(self, box: QMessageBox) -> QMessageBox.StandardButton:
        buttons = [box.standardButton(button) for button in box.buttons()]
        return buttons[int(self.rng.integers(len(buttons)))]

    def pause(self) -> None:
        wait(int(self.rng.integers(50, 400)))
        if self.rng.random() < 0.1:
            gc.collect()
