"""From a pen's event to the bars painted: what a hand waits for, in the real window with the shipped network.

A pen reports 125 times a second, whether the window keeps up or not: an event's time runs from when the pen would have
reported it, so that one which waits behind others waits here, too. It ends when the chart has been painted with an
answer to all points up to that event; where a page with activations or an attribution is in front, also when that page
has been painted with it. With ``--train`` a network learns all the while.

The machine's own share: the same measured of a loop without any window, which does nothing but a few ms of sums at each
event. What it takes at its slowest no program on this machine can avoid.
"""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from in_window import wait, wait_until, window
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

# isort: split
import numpy as np

from engine.data.pen_strokes import PenDigits, load_pen
from engine.nn.network_spec import NetworkSpec
from engine.train.trainer import TrainConfig
from gui.draw.pages.neuron_bars import NeuronBars
from gui.draw.probability_chart import ProbabilityChart
from gui.main_window import MainWindow
from gui.training.session import State
from gui.training.train_request import TrainRequest
from gui.widgets.tiles import Tiles

_EVERY = 1 / 125
_PAGES = ("preprocessing", "layers", "attribution", "transform", "handwriting")
_REST = 0.4
# About 3 ms of them.
_SUMS = 150_000


class Watch:
    """Knows which events are yet to be painted, and how long those took that are."""

    def __init__(self) -> None:
        self.waiting: list[float] = []
        self.answered: list[float] = []
        self.seconds: list[float] = []

    def predicted(self) -> None:
        """All events so far are in the answer that is to be painted next."""
        self.answered += self.waiting
        self.waiting.clear()

    def painted(self) -> None:
        now = time.perf_counter()
        self.seconds += [now - began for began in self.answered]
        self.answered.clear()


def watch_painting(kind: type[QWidget], told: list[Callable[[QWidget], None]]) -> None:
    """Have every painting of such a widget told when it is done."""
    paint = kind.paintEvent

    def painted(widget: QWidget, event: QPaintEvent) -> None:
        paint(widget, event)
        for tell in told:
            tell(widget)

    kind.paintEvent = painted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pen", required=True, metavar="FILE", help="an .npz file of pen strokes, to be drawn")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--train", action="store_true", help="train a network meanwhile")
    parser.add_argument("--pages", nargs="+", choices=_PAGES, default=["preprocessing", "layers", "attribution"])
    parser.add_argument("--json", metavar="FILE")
    args = parser.parse_args()
    facts: dict[str, dict[str, float]] = {}
    told: list[Callable[[QWidget], None]] = []
    for kind in (ProbabilityChart, Tiles, NeuronBars):
        watch_painting(kind, told)
    pen = load_pen(args.pen)
    with window() as shown:
        if args.train:
            # Snapshots of it are read with meanwhile, ten a second, as a person sees it.
            config = TrainConfig(epochs=100_000, lr=0.01)
            shown.session.start(TrainRequest(NetworkSpec.mlp((50,), "relu"), config, "mnist"))
            wait_until(lambda: shown.session.state is State.RUNNING)
        for page in args.pages:
            facts[f"before {page}, the machine itself"] = measure_machine(args.seconds / 2)
            facts |= measure(shown, pen, page, args.seconds, told)
    if args.json:
        Path(args.json).write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def measure(
    shown: MainWindow, pen: PenDigits, page: str, seconds: float, told: list[Callable[[QWidget], None]]
) -> dict[str, dict[str, float]]:
    tab = shown.draw_tab
    shown.tabs.setCurrentWidget(tab)
    tab.make_pages()
    front = getattr(tab.pages, page)
    tab.pages.setCurrentWidget(front)
    bars, whole = Watch(), Watch()

    def painted(widget: QWidget) -> None:
        if widget is tab.chart:
            bars.painted()
        elif front.isAncestorOf(widget):
            whole.painted()

    told[:] = [painted]
    tab.predicted.connect(bars.predicted)
    tab.predicted.connect(whole.predicted)
    wait(500)
    rng, canvas = np.random.default_rng(0), tab.canvas
    began, until = time.perf_counter(), time.perf_counter() + seconds
    due = began
    while due < until:
        tab.model.clear()
        for stroke in pen.drawings[int(rng.integers(len(pen)))]:
            for number, point in enumerate(stroke):
                while time.perf_counter() < due:
                    wait_for(due)
                place = canvas.from_canvas(*map(float, point)).toPoint()
                for watch in (bars, whole):
                    watch.waiting.append(due)
                if not number:
                    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=place)
                else:
                    QTest.mouseMove(canvas, place)
                due += _EVERY
            QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=place)
        # The hand rests: what is explained then is found and shown. What it takes is no event's.
        wait(int(1000 * _REST))
        due = time.perf_counter()
        for watch in (bars, whole):
            watch.waiting.clear()
            watch.answered.clear()
    tab.predicted.disconnect(bars.predicted)
    tab.predicted.disconnect(whole.predicted)
    told.clear()
    return {
        name: tell(name, watch.seconds)
        for name, watch in ((f"{page} in front, bars", bars), (f"{page} in front, page “{page}”", whole))
        if watch.seconds
    }


def measure_machine(seconds: float) -> dict[str, float]:
    """Sums at each event, and how long after it they were done."""
    began = time.perf_counter()
    summed = []
    for number in range(int(seconds / _EVERY)):
        due = began + number * _EVERY
        time.sleep(max(0.0, due - time.perf_counter()))
        sum(range(_SUMS))
        summed.append(time.perf_counter() - due)
    return tell("the machine itself", summed)


def tell(what: str, seconds: list[float]) -> dict[str, float]:
    """Percentiles, in ms."""
    found = 1000 * np.array(seconds)
    percentiles = {f"{part} %": float(np.percentile(found, part)) for part in (50, 90, 99, 99.9)}
    said = ", ".join(f"{part}: {of_them:.1f} ms" for part, of_them in percentiles.items())
    print(f"{what}: {len(found):,} events, {said}", flush=True)
    return percentiles


def wait_for(due: float) -> None:
    """Let the window do what it has to, until then."""
    left = due - time.perf_counter()
    wait(max(int(1000 * left), 0))


if __name__ == "__main__":
    main()
