"""Panning and zooming in the plots with ten runs of 100,000 losses in them: milliseconds a frame.

The curves are shown as large as in a window of 1100 x 700. The mouse drags and scrolls over the loss plot; a
frame lasts from such an event until both plots are painted again. Empty plots give the lower bound: the cost of axes
and window. Finally, a running training adds losses to the ten runs, and each redraw is measured.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSlider

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import numpy as np

from engine.train.trainer import Evaluation, Progress, TrainConfig
from engine.types import FloatArray
from gui.settings import Settings
from gui.theme import Theme
from gui.training.curves.curves_view import Curves
from gui.training.curves.training_history import TrainingHistory
from gui.training.runs.list_model import RUN_COLOURS

PER_EPOCH = 1000
SIZE = 722, 406


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--losses", type=int, default=100_000)
    parser.add_argument("--frames", type=int, default=100, help="of each movement")
    args = parser.parse_args()
    application = QApplication([])
    settings = Settings(Path(tempfile.mkdtemp()) / "settings.ini")
    curves = Curves(Theme(application, "light"), settings)
    curves.resize(*SIZE)
    curves.show()
    curves.begin(1, TrainConfig())
    report("empty plots: the lower bound", move(application, curves, args.frames))

    rng = np.random.default_rng(0)
    start = time.perf_counter()
    curves.overlay([run(number, args.losses, rng) for number in range(args.runs)])
    application.processEvents()
    print(f"{args.runs} runs x {args.losses:,} losses: drawn in {1000 * (time.perf_counter() - start):.0f} ms")
    report(f"{args.runs} runs x {args.losses:,} losses", move(application, curves, args.frames))

    start = time.perf_counter()
    curves.findChild(QSlider, "smoothing").setValue(8)
    application.processEvents()
    print(f"all smoothed again: {1000 * (time.perf_counter() - start):.1f} ms")

    taken = train(application, curves, losses(args.losses, rng))
    report("a running training over them, a redraw", {"": taken})


def losses(count: int, rng: np.random.Generator) -> FloatArray:
    """Falling and noisy losses, like those of a training."""
    t = np.arange(count)
    falling = 0.05 + 2.2 * np.exp(-t / 2000) + 0.3 * np.exp(-t / 30_000)
    return (falling * np.exp(0.3 * rng.standard_normal(count))).astype(np.float32)


def run(number: int, count: int, rng: np.random.Generator) -> TrainingHistory:
    epochs = -(-count // PER_EPOCH)
    measured = [
        Evaluation(PER_EPOCH * epoch, epoch, 1 - 0.5 / (epoch + 1), 1 - 0.55 / (epoch + 1) - 0.001 * number, True)
        for epoch in range(epochs + 1)
    ]
    config = TrainConfig(epochs=epochs, schedule="cosine")
    return TrainingHistory.of_run(f"Run {number}", RUN_COLOURS[number], losses(count, rng), PER_EPOCH, measured, config)


def move(application: QApplication, curves: Curves, frames: int) -> dict[str, list[float]]:
    """Seconds from an event until everything is painted, for each movement."""
    viewport = curves.loss.surface.viewport()
    middle = QPointF(viewport.rect().center())
    shift, left, none = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

    def mouse(kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        event = QMouseEvent(kind, at, QPointF(viewport.mapToGlobal(at.toPoint())), button, held, shift)
        application.sendEvent(viewport, event)

    def wheel(turn: int) -> None:
        place = QPointF(viewport.mapToGlobal(middle.toPoint()))
        nothing = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(
            middle, place, QPoint(), QPoint(0, turn), none, Qt.KeyboardModifier.NoModifier, nothing, False
        )
        application.sendEvent(viewport, event)

    def drag(frame: int) -> None:
        aside = 60 * np.sin(frame / 6)
        mouse(QEvent.Type.MouseMove, middle + QPointF(aside, aside / 4), none, left)

    curves.loss.surface.reset.emit()
    taken = {"zoom": timed(application, lambda frame: wheel(60 if frame % 40 < 20 else -60), frames)}
    for _ in range(6):
        wheel(120)
    mouse(QEvent.Type.MouseButtonPress, middle, left, left)
    taken["pan"] = timed(application, drag, frames)
    mouse(QEvent.Type.MouseButtonRelease, middle, left, none)
    curves.loss.surface.reset.emit()
    application.processEvents()
    return taken


def timed(application: QApplication, step: Callable[[int], None], frames: int) -> list[float]:
    """Seconds that each step takes until all is painted."""
    taken = []
    for frame in range(frames):
        start = time.perf_counter()
        step(frame)
        application.processEvents()
        taken.append(time.perf_counter() - start)
    return taken


def train(application: QApplication, curves: Curves, all_losses: FloatArray) -> list[float]:
    """Seconds that each redraw takes while losses are added."""
    total, taken = len(all_losses), []
    curves.begin(total / PER_EPOCH, TrainConfig())
    for done in range(0, total, total // 100):
        part = all_losses[done : done + total // 100]
        at = done + len(part)
        curves.add_progress(Progress(at, total, at / PER_EPOCH, part, 0.1, 1000.0, 1.0))
        start = time.perf_counter()
        curves.redraw()
        application.processEvents()
        taken.append(time.perf_counter() - start)
    return taken


def report(title: str, taken: dict[str, list[float]]) -> None:
    for movement, seconds in taken.items():
        found = 1000 * np.array(seconds)
        median, worst = np.median(found), found.max()
        share = 100 * np.mean(found <= 1000 / 30)
        print(
            f"{', '.join(part for part in (title, movement) if part)}: median {median:.1f} ms "
            f"({1000 / median:.0f} a second), 99 % {np.percentile(found, 99):.1f} ms, worst {worst:.1f} ms; "
            f"{share:.0f} % within 1/30 s"
        )


if __name__ == "__main__":
    main()
