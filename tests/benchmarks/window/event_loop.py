"""The gaps in the window's event loop while a network is trained at full speed: they are visible as stutter.

The real window is shown on the training tab, or on the drawing tab while a pen is moving (``--draw``). A timer
fires every millisecond if the event loop is free; a gap is the time between two ticks.
"""

import argparse
import time

from in_window import wait, wait_until
from in_window import window as shown
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

# isort: split
import numpy as np

from engine.nn.network_spec import NetworkSpec
from engine.train.trainer import Progress, TrainConfig
from gui.main_window import MainWindow
from gui.training.session import State
from gui.training.train_request import TrainRequest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--draw", action="store_true", help="draw on the canvas at the same time")
    parser.add_argument("--idle", action="store_true", help="without a training: the lower bound")
    args = parser.parse_args()
    with shown() as window:
        measure(window, args.seconds, args.draw, args.idle)


def measure(window: MainWindow, seconds: float, draw: bool, idle: bool) -> None:
    window.tabs.setCurrentWidget(window.draw_tab)
    if not draw:
        window.show_train_tab()
    if not idle:
        config = TrainConfig(epochs=100_000, lr=0.01)
        window.session.start(TrainRequest(NetworkSpec.mlp((50,), "relu"), config, "mnist"))
        wait_until(lambda: window.session.state is State.RUNNING)
    wait(1000)

    ticks: list[float] = []
    timer = QTimer(interval=1)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    pen = QTimer(interval=8)
    position = [0]

    def move() -> None:
        position[0] += 1
        angle = position[0] / 20
        place = window.draw_tab.canvas.from_canvas(14 + 8 * np.cos(angle), 14 + 8 * np.sin(1.3 * angle)).toPoint()
        if position[0] % 200 == 0:
            QTest.mouseRelease(window.draw_tab.canvas, Qt.MouseButton.LeftButton, pos=place)
            window.draw_tab.model.clear()
        if position[0] % 200 == 1:
            QTest.mousePress(window.draw_tab.canvas, Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseMove(window.draw_tab.canvas, place)

    pen.timeout.connect(move)
    progress = []
    window.session.job_event.connect(lambda event: progress.append(event) if isinstance(event, Progress) else None)
    timer.start()
    if draw:
        pen.start()
    wait(int(1000 * seconds))
    timer.stop()
    pen.stop()
    gaps = np.diff(ticks) * 1000
    print(f"{len(gaps):,} ticks in {seconds:.0f} s; the gap between two of them, in ms:")
    for part in (50, 90, 99, 99.9):
        print(f"  {part:>5} %  {np.percentile(gaps, part):.2f}")
    print(f"  longest  {gaps.max():.2f}")
    # The share of time in gaps longer than a frame: unlike percentiles, it shows rare long gaps.
    print(f"  in gaps over 17 ms: {100 * gaps[gaps > 17].sum() / gaps.sum():.2f} % of the time")
    if progress:
        print(f"  training at the same time: {progress[-1].iterations_per_second:,.0f} iterations a second")


if __name__ == "__main__":
    main()
