"""The window with a drawing and a finished training of a small network: everything shows something."""

from layout_walk import settle
from PySide6.QtCore import QEventLoop, QTimer
from small_digits import small_data
from small_weights import random_weights

from engine.nn.network_spec import NetworkSpec
from engine.train.trainer import TrainConfig
from gui.current_network import CurrentNetwork
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import Theme
from gui.training.train_request import TrainRequest

REQUEST = TrainRequest(NetworkSpec.mlp((10,), "relu"), TrainConfig(epochs=2, evaluation_samples=100), "starter")
SEVEN = [(8, 6), (19, 6), (17, 11), (13, 22)]
_TIMEOUT_MS = 60_000


def make_window(settings: Settings, theme: Theme) -> MainWindow:
    """The window, shown, with all its pages."""
    made = MainWindow(CurrentNetwork(random_weights(), None), settings, theme)
    made.session.load = small_data
    made.cancel_deferred()
    made.show()
    settle()
    # Larger than the screen of the tests.
    made.setMinimumSize(1, 1)
    made.draw_tab.make_pages()
    return made


def draw_and_train(window: MainWindow) -> None:
    """Draw a 7, and train for two epochs."""
    model = window.draw_tab.model
    model.begin(*SEVEN[0])
    for point in SEVEN[1:]:
        model.extend(*point)
    model.end()
    loop = QEventLoop()
    window.session.ended.connect(loop.quit)
    limit = QTimer(singleShot=True, interval=_TIMEOUT_MS)
    limit.timeout.connect(loop.quit)
    limit.start()
    window.session.start(REQUEST)
    loop.exec()
    limit.stop()
    while window.draw_tab.busy:
        settle()
