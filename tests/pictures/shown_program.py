"""The running program, with helpers to draw, to train and to wait in it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from layout_walk import settle
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from window_shutdown import shut_down_window

from engine.ink.strokes import Stroke
from engine.jobs.protocol import Speed
from engine.nn.network_spec import NetworkSpec
from engine.paths import default_weights
from engine.train.config import TrainConfig
from engine.weights import load_weights
from gui import localization
from gui.current_network import CurrentNetwork
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import Theme
from gui.training.train_request import TrainRequest
from gui.widgets.lazy_page import LazyPage

SIZE = 1100, 700
_TIMEOUT_MS = 120_000


class ShownProgram:
    """Attributes:
    window, theme: those of the program.
    """

    def __init__(self, folder: Path) -> None:
        """Args:
        folder: an empty one, for the program's data.
        """
        localization.use("en")
        self._application = QApplication(["digit-lab", "-style", "fusion"])
        self._application.setFont(localization.with_fallbacks(self._application.font()))
        self.theme = Theme(self._application, "light")
        file = default_weights()
        self.window = MainWindow(
            CurrentNetwork(load_weights(file), file), Settings(folder / "settings.ini"), self.theme
        )
        self.window.show()
        settle()
        # No tour; everything is made now.
        self.window.cancel_deferred()
        # The screen of the platform "offscreen" is smaller than the window.
        self.window.setMinimumSize(1, 1)
        self.window.resize(*SIZE)
        settle()
        self.window.draw_tab.store.open()
        self.window.draw_tab.make_pages()
        self.wait_until(lambda: self.window.draw_tab.store.opened)

    def close(self) -> None:
        """End everything that runs."""
        shut_down_window(self.window)
        self.window.close()

    def picture(self) -> QImage:
        """The window as it is now."""
        settle()
        return self.window.grab().toImage()

    # -- waiting

    def wait(self, milliseconds: int) -> None:
        """Let threads and timers run."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Let threads and timers run until a condition is True.

        Raises:
            TimeoutError: it does not become True.
        """
        for _ in range(_TIMEOUT_MS // 20):
            if condition():
                return
            self.wait(20)
        raise TimeoutError

    # -- where one is

    def open(self, page: QWidget) -> None:
        """Bring a page of the tab in front."""
        if isinstance(page, LazyPage):
            page.make()
        tabs = self.window.tabs.currentWidget().findChild(QTabWidget)
        assert tabs is not None
        for index in range(tabs.count()):
            if tabs.widget(index) is page or tabs.widget(index).isAncestorOf(page):
                tabs.setCurrentIndex(index)
        if self.window.draw_tab.isVisible():
            # Where it is while one draws.
            self.window.draw_tab.canvas.setFocus()
        settle()

    # -- drawing

    def draw(self, strokes: Sequence[Stroke]) -> None:
        """Replace the drawing."""
        self.window.show_draw_tab()
        self.window.draw_tab.model.clear()
        self.window.draw_tab.model.show_strokes(strokes)
        self.wait_until(lambda: not self.window.draw_tab.busy)
        self.wait(200)

    def use_shipped_weights(self, name: str) -> None:
        """Predict with one of the shipped networks."""
        file = default_weights().with_name(f"{name}.safetensors")
        self.window.network.use(load_weights(file), file)

    # -- training

    def train(self, spec: NetworkSpec, config: TrainConfig, speed: Speed = Speed.FULL) -> None:
        """Start a training on MNIST."""
        self.window.session.set_speed(speed)
        self.window.session.start(TrainRequest(spec, config, "mnist"))

    def wait_for_training(self) -> None:
        """Until it has ended and everything has been shown."""
        self.wait_until(lambda: not self.window.session.busy)
        self.wait_until(lambda: not self.window.train_tab.busy)
        self.wait(300)
