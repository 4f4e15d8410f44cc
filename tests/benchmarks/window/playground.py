"""The playground in the real window: epochs a second, and how often the decision boundary is painted meanwhile.

The spiral with 500 points, 400 of which are trained on, and hidden layers of 4, 4 and 2 neurons; full speed.
"""

import argparse
import time

from in_window import wait, window_size
from in_window import window as shown
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QPushButton, QSpinBox, QWidget

# isort: split
import numpy as np

from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.playground.points_playground import PointsPlayground


class PaintCounter(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.paints = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.paints += event.type() == QEvent.Type.Paint
        return False


def choose(lesson: PointsPlayground, name: str, key: str) -> None:
    box = lesson.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--size", type=window_size, default=(1600, 1000))
    parser.add_argument("--batch", default="32", help="batch size")
    args = parser.parse_args()
    with shown(args.size) as window:
        window.show_learn_tab()
        lesson = window.learn_tab.open("points_playground").lesson
        assert isinstance(lesson, PointsPlayground)
        choose(lesson, "dataset", "spiral")
        for name, text in (("points", "500"), ("hidden-layers", "3"), ("batch-size", args.batch)):
            lesson.findChild(DraggableNumber, name).enter(text)
        for number, units in enumerate((4, 4, 2), start=1):
            lesson.findChild(QSpinBox, f"units-{number}").setValue(units)
        measure(lesson, args.seconds)


def measure(lesson: PointsPlayground, seconds: float) -> None:
    training = lesson.training
    assert training.settings.hidden == (4, 4, 2)
    counter = PaintCounter(lesson.findChild(QWidget, "boundary-plane"))
    ticks: list[float] = []
    timer = QTimer(interval=1)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    start = lesson.findChild(QPushButton, "playground-start")
    # The window makes its other tabs meanwhile.
    wait(4000)
    start.click()
    wait(500)
    timer.start()
    begin, busy, epoch, paints = time.perf_counter(), time.thread_time(), training.epoch, counter.paints
    wait(int(1000 * seconds))
    passed, busy = time.perf_counter() - begin, time.thread_time() - busy
    epochs, paints = training.epoch - epoch, counter.paints - paints
    timer.stop()
    start.click()
    print(
        f"{epochs / passed:,.0f} epochs a second of {training.per_epoch} mini-batches; "
        f"the boundary is painted {paints / passed:.1f} times a second"
    )
    print(f"the window's thread had {100 * busy / passed:.0f} % of a processor core")
    gaps = np.diff(ticks) * 1000
    texts = (f"{part} %  {np.percentile(gaps, part):.1f}" for part in (50, 90, 99, 99.9))
    print(f"gaps in the event loop, in ms: {'; '.join(texts)}; longest  {gaps.max():.1f}")


if __name__ == "__main__":
    main()
