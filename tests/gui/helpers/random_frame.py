"""A simulated user of the window itself: its size, zoom, presentation, settings, help, and dropped files."""

from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from random_choices import Actions, RandomChoices, wait

from engine.data.source import DataSource
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS
from engine.paths import default_weights
from engine.train.config import TrainConfig
from engine.train.settings_file import Settings, save_settings
from engine.weights import load_weights, save_weights
from gui.main_window import MainWindow
from gui.widgets.switch import Switch

_Key = Qt.Key
_TEXTS = ("", "0", "1", "3", "0.1", "0.01", "100", "1e9", "-1", "a", "0.5")


class RandomFrame(RandomChoices):
    """Attributes:
    actions: see ``Actions``.
    """

    def __init__(self, window: MainWindow, rng: np.random.Generator, folder: Path) -> None:
        """Args:
        folder: gets files to be dropped and opened.
        """
        super().__init__(window, rng)
        self._folder = folder
        save_weights(folder / "weights.safetensors", load_weights(default_weights()))
        Image.fromarray(rng.integers(0, 256, (40, 40)).astype(np.uint8)).save(folder / "image.png")
        settings = Settings(NetworkSpec.mlp((10,), "relu"), TrainConfig(epochs=2), DataSource("starter"))
        save_settings(folder / "settings.toml", settings)
        (folder / "garbage.png").write_bytes(rng.bytes(500))
        (folder / "garbage.npz").write_bytes(b"PK" + rng.bytes(500))
        (folder / "empty").write_bytes(b"")

    @property
    def actions(self) -> Actions:
        return [
            (1, self.theme),
            (3, self.resize),
            (2, self.zoom),
            (1, self.present),
            (2, self.enlarge),
            (4, self.settings),
            (2, self.network),
            (1, self.help),
            (2, self.tour),
            (2, self.drop),
            (2, self.escape),
        ]

    def leave(self) -> None:
        """End everything that covers the window."""
        window = self.window
        if window.help.tour is not None:
            window.help.tour.close()
        if window.help.help_window is not None:
            window.help.help_window.close()
        window.maximizer.restore()
        window.presentation.leave()

    def theme(self) -> None:
        """Other colours."""
        self.window.theme.choose(str(self.rng.choice(["light", "dark"])))

    def resize(self) -> None:
        """From the smallest size to a wide window."""
        self.window.resize(int(self.rng.integers(720, 1600)), int(self.rng.integers(480, 1000)))

    def zoom(self) -> None:
        """In, out, or the usual size."""
        actions = self.window.actions_
        self.one_of((actions.zoom_in, actions.zoom_out, actions.zoom_reset)).trigger()

    def present(self) -> None:
        """Start or end the presentation."""
        self.window.actions_.presentation.trigger()

    def enlarge(self) -> None:
        """A card fills the window, or goes back."""
        self.window.actions_.enlarge.trigger()

    def escape(self) -> None:
        """Leave what is open."""
        QTest.keyClick(QApplication.focusWidget() or self.window, _Key.Key_Escape)

    def settings(self) -> None:
        """Change a setting of the training, or undo a change."""
        form = self.window.train_tab.form
        button = self.one_of((form.undo_button, form.redo_button, None, None))
        if button is not None:
            button.click()
            return
        match self.one_of(list(form.fields.values())):
            case QLineEdit() as field if field.isEnabled():
                field.setText(self.one_of(_TEXTS))
                field.editingFinished.emit()
            case QComboBox() as field:
                self.pick(field)
            case Switch() as field if field.isEnabled():
                field.click()

    def network(self) -> None:
        """Another network for the training."""
        if not self.window.session.busy:
            self.window.train_tab.form.network.set_spec(PRESETS[self.one_of(list(PRESETS))]())

    def help(self) -> None:
        """Open the help about the place, search in it, or close it."""
        self.window.actions_.help.trigger()
        shown = self.window.help.help_window
        shown.list.setCurrentRow(int(self.rng.integers(shown.list.count())))
        if self.rng.random() < 0.5:
            shown.search.setText(self.one_of(("soft", "", "xyz")))
        if self.rng.random() < 0.7:
            shown.close()

    def tour(self) -> None:
        """Start the tour, or go on in it."""
        tour = self.window.help.tour
        if tour is None:
            self.window.actions_.tour.trigger()
            return
        QTest.keyClick(tour, self.one_of((_Key.Key_Right, _Key.Key_Right, _Key.Key_Left, _Key.Key_Escape)))
        wait(0)

    def drop(self) -> None:
        """Drop a file anywhere."""
        files = sorted(self._folder.iterdir())
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self.one_of(files)))])
        place = self.point_in(self.window)
        at: QWidget | None = self.window.childAt(place)
        while at is not None and not at.acceptDrops():
            at = at.parentWidget()
        if at is None:
            return
        here = at.mapFrom(self.window, place)
        action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(here, action, data, button, keys)
        QApplication.sendEvent(at, enter)
        if enter.isAccepted():
            QApplication.sendEvent(at, QDropEvent(QPointF(here), action, data, button, keys))
