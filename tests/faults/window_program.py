"""A window that is used by itself: ``window_program.py SECONDS SEED``. What it keeps is in DIGITLAB_DATA.

It prints "kept ID" for each drawing that is stored, "failed SENTENCE" where a training fails, "saved FILE" where a
network that could not be stored is saved in another place, and at the end the longest gap in the event loop and how
many trainings were started and have ended.
"""

# ruff: noqa: T201 - it prints what it finds

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "gui" / "helpers"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks" / "window"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from random_actions import Faults
from small_digits import small_data

from engine.nn.network_spec import NetworkSpec
from engine.paths import data_folder, default_weights
from engine.train.trainer import TrainConfig
from engine.weights import load_weights
from gui.current_network import CurrentNetwork
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import Theme
from gui.training.session import State
from gui.training.train_request import TrainRequest

REQUEST = TrainRequest(NetworkSpec.mlp((10,), "relu"), TrainConfig(epochs=1_000_000, lr=0.001), "mnist")


def report(*words: object) -> None:
    print(*words, flush=True)


def wait(milliseconds: float) -> None:
    loop = QEventLoop()
    # With the loop as context: without it PySide keeps an object of each call.
    QTimer.singleShot(int(milliseconds), loop, loop.quit)
    loop.exec()


def main(seconds: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    application = QApplication([])
    theme = Theme(application, "light")
    network = CurrentNetwork(load_weights(default_weights()), default_weights())
    window = MainWindow(network, Settings(), theme)
    window.show()
    wait(300)
    # Made before the gaps are measured.
    session = window.session
    session.load = small_data
    QMessageBox.exec = lambda box: box.standardButton(box.buttons()[0])  # type: ignore[method-assign]
    elsewhere = data_folder().with_name("elsewhere")
    elsewhere.mkdir(exist_ok=True)

    def choose_a_file(dialog: QFileDialog) -> int:
        dialog.setDirectory(str(elsewhere))
        dialog.selectFile(f"{seed}.safetensors")
        report("saved", dialog.selectedFiles()[0])
        return 1

    QFileDialog.exec = choose_a_file  # type: ignore[method-assign,assignment]
    faults = Faults()
    faults.listen()
    counts = {"started": 0, "ended": 0}
    session.started.connect(lambda _: counts.update(started=counts["started"] + 1))
    session.ended.connect(lambda: counts.update(ended=counts["ended"] + 1))
    session.failed.connect(lambda text: report("failed", text))
    window.draw_tab.store.kept.connect(lambda drawing: report("kept", drawing.id))
    window.draw_tab.problem.connect(lambda text: report("problem", text))
    window.train_tab.problem.connect(lambda text: report("problem", text))
    longest, last = 0.0, time.perf_counter()

    def tick() -> None:
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, now - last), now

    timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    report("ready")
    last = time.perf_counter()
    timer.start()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        match int(rng.integers(6)):
            case 0 if session.state is State.IDLE:
                network.unsaved = False
                session.start(REQUEST)
            case 1 if session.busy and rng.random() < 0.3:
                session.stop()
            case 2:
                (window.show_draw_tab, window.show_train_tab)[int(rng.integers(2))]()
            case _:
                points = rng.uniform(2, 26, (6, 2))
                window.draw_tab.model.show_strokes([points.astype(np.float32)])
                window.draw_tab.label(int(rng.integers(10)))
        wait(rng.uniform(0, 200))
    network.unsaved = False
    window.close()
    while window.isVisible():
        wait(20)
        network.unsaved = False
    timer.stop()
    for fault in faults:
        report("fault", fault)
    report("gap", f"{longest:.3f}")
    report("trainings", counts["started"], counts["ended"])
    report("closed")
    application.quit()


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]))
