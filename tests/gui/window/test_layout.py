"""Every page at every size: no text is clipped, and nothing is out of reach."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from layout_walk import faults, settle, walk
from PySide6.QtWidgets import QLabel
from small_digits import small_data
from small_weights import random_weights
from window_shutdown import shut_down_window

from engine.nn.network_spec import NetworkSpec
from engine.train.trainer import TrainConfig
from gui.current_network import CurrentNetwork
from gui.main_window import MainWindow
from gui.theme import Theme
from gui.training.train_request import TrainRequest

REQUEST = TrainRequest(NetworkSpec.mlp((10,), "relu"), TrainConfig(epochs=2, evaluation_samples=100), "starter")
SIZES = {1.0: [(720, 480), (900, 600), (1100, 700), (1600, 1000)], 1.5: [(1100, 700), (1600, 1000)]}
SEVEN = [(8, 6), (19, 6), (17, 11), (13, 22)]


@pytest.fixture(params=[1.0, 1.5], ids=["96 dpi", "144 dpi"])
def larger(request) -> float:
    """The font, in sizes of the usual one: that of a screen of so many dots per inch."""
    return request.param


@pytest.fixture
def window(larger: float, qtbot, qapp, settings) -> Iterator[MainWindow]:
    usual = qapp.font()
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * larger)
    qapp.setFont(font)
    theme = Theme(qapp, "light")
    made = MainWindow(CurrentNetwork(random_weights(), None), settings, theme)
    made.session.load = small_data
    qtbot.addWidget(made, before_close_func=shut_down_window)
    made.cancel_deferred()
    with qtbot.waitExposed(made):
        made.show()
    settle()
    # Larger than the screen of the tests.
    made.setMinimumSize(1, 1)
    made.draw_tab.make_pages()
    yield made
    theme.set_scale(1.0)
    qapp.setFont(usual)


def check(window: MainWindow, size: tuple[int, int], state: str) -> list[str]:
    window.resize(*size)
    settle()
    assert (window.width(), window.height()) == size
    found = []
    for page in walk(window):
        found += [f"{size[0]} x {size[1]}, {state}, {page}: {each}" for each in faults(window)]
    return found


def test_every_page_fits_at_every_size(window: MainWindow, larger: float, qtbot) -> None:
    found = [each for size in SIZES[larger][::3] for each in check(window, size, "at first")]
    model = window.draw_tab.model
    model.begin(*SEVEN[0])
    for point in SEVEN[1:]:
        model.extend(*point)
    model.end()
    with qtbot.waitSignal(window.session.ended, timeout=20_000):
        window.session.start(REQUEST)
    qtbot.waitUntil(lambda: not window.draw_tab.busy)
    found += [each for size in SIZES[larger] for each in check(window, size, "trained")]
    window.zoom.present(1080)
    window.menuBar().hide()
    window.statusBar().hide()
    found += check(window, (1920, 1080), "presentation")
    assert digit_height(window) >= 1080 / 5
    window.zoom.end_presentation()
    assert not found, f"{len(found)} faults:\n" + "\n".join(dict.fromkeys(found))


def digit_height(window: MainWindow) -> int:
    """The height of the painted digit, in pixels."""
    window.tabs.setCurrentWidget(window.draw_tab)
    settle()
    digit = window.draw_tab.findChild(QLabel, "digit")
    image = digit.grab().toImage()
    ground = image.pixel(0, 0)
    rows = [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in range(image.width()))]
    return rows[-1] - rows[0] + 1


PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from gui.current_network import CurrentNetwork
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import Theme
from small_weights import random_weights
from window_shutdown import shut_down_window

application = QApplication([])
window = MainWindow(CurrentNetwork(random_weights(), None), Settings(Path(sys.argv[1])), Theme(application))
window.cancel_deferred()
window.show()
for _ in range(5):
    application.processEvents()
room, frame = window.screen().availableGeometry(), window.frameGeometry()
assert room.contains(frame), (room, frame)
assert window.minimumWidth() <= room.width(), window.minimumSize()
shut_down_window(window)
window.close()
"""


def test_at_a_scale_of_two_the_window_fits_on_the_screen(tmp_path: Path) -> None:
    tests = Path(__file__).parent.parent
    paths = os.pathsep.join(map(str, (tests.parent.parent, tests / "helpers")))
    changed = {"QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": paths}
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "settings.ini")],
        env=os.environ | changed | {"DIGITLAB_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr
