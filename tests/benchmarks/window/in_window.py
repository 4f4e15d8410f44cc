"""The real window, for the benchmarks that measure in it."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
from engine.allocator import give_large_blocks_back, use_one_arena
from engine.data.mnist import load_mnist_datasets
from engine.paths import data_folder, default_weights
from engine.weights import load_weights
from gui.app import collect_garbage_from_now_on
from gui.current_network import CurrentNetwork
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import Theme


def wait(milliseconds: int) -> None:
    """Run the event loop. (QTest.qWait does not release the GIL.)"""
    loop = QEventLoop()
    # With the loop as context: without it PySide keeps an object of each call.
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def wait_until(condition: Callable[[], bool]) -> None:
    """Run the event loop until ``condition`` returns True."""
    while not condition():
        wait(20)


def mnist_folder() -> Path:
    """The folder of MNIST; it may not exist."""
    shared = os.environ.get("DIGITLAB_SHARED")
    return Path(os.environ.get("DIGITLAB_MNIST") or (Path(shared) if shared else data_folder()) / "mnist")


def window_size(text: str) -> tuple[int, int]:
    """Of an argument such as "1600x1000"."""
    width, height = text.split("x")
    return int(width), int(height)


@contextmanager
def window(size: tuple[int, int] = (1100, 700), weights: Path | None = None) -> Iterator[MainWindow]:
    """The visible main window, with temporary settings and runs.

    Args:
        size: in pixels, also where the screen is smaller: without a display (QT_QPA_PLATFORM=offscreen) it is.
        weights: a file; the shipped network by default.
    """
    use_one_arena()
    give_large_blocks_back()
    os.environ["DIGITLAB_MNIST"] = str(mnist_folder())
    load_mnist_datasets()  # raises an error if MNIST is missing
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DIGITLAB_DATA"] = folder
        application = QApplication.instance() or QApplication([])
        assert isinstance(application, QApplication)
        theme = Theme(application, "light")
        file = weights or default_weights()
        network = CurrentNetwork(load_weights(file), file)
        made = MainWindow(network, Settings(Path(folder) / "settings.ini"), theme)
        made.resize(*size)
        made.show()
        wait(500)
        # As the program does.
        collect_garbage_from_now_on()
        made.resize(*size)
        wait(100)
        yield made
        made.session.stop()
        wait_until(lambda: not made.session.busy)
        network.unsaved = False
        # A fine-tuning may have ended just now: nobody would answer the question whether to keep its network.
        made.draw_tab.shut_down()
        wait_until(lambda: not made.draw_tab.busy)
        if made.draw_tab.undecided:
            made.draw_tab.decide(keep=False)
        made.close()
        # Closing waits for running explanations.
        wait_until(lambda: not made.isVisible())
        made.deleteLater()
        wait(50)
