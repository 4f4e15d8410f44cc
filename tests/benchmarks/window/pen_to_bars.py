"""The latency from a pen event to the painted bars, in the real window with the shipped network.

A pen sends 125 events a second, whether the window keeps up or not. The latency of an event starts when the pen would
have sent it, so that time in the event queue counts. It ends when the chart has been painted with a prediction for all
points up to that event; for the page in front (network, attribution), also when that page has been painted. In a wide
window (``--size 1600x1000``) the network has a part of its own beside every page. With ``--train`` a network is
trained at the same time; with ``--generate`` synthetic digits are made again and again.

"The machine alone" is a lower bound: the same measurement of a loop without a window, which computes for about 3 ms at
each event.
"""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from in_window import wait, wait_until, window, window_size
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

# isort: split
import numpy as np

from engine.data.pen_strokes import PenDigits, load_pen
from engine.nn.network_spec import NetworkSpec
from engine.train.trainer import TrainConfig
from gui.draw.network.diagram import Diagram
from gui.draw.probability_chart import ProbabilityChart
from gui.main_window import MainWindow
from gui.training.data.dataset_cache import SYNTHETIC, cache
from gui.training.session import State
from gui.training.train_request import TrainRequest
from gui.widgets.tiles import Tiles

_INTERVAL = 1 / 125
_PAGES = ("preprocessing", "network", "attribution", "transform", "handwriting")
_PAUSE = 0.4
# The sum of so many integers takes about 3 ms.
_SUMS = 150_000


class Latencies:
    """The events that are not painted yet, and the latencies of those that are."""

    def __init__(self) -> None:
        self.waiting: list[float] = []
        self.predicted_events: list[float] = []
        self.seconds: list[float] = []

    def predicted(self) -> None:
        """The next painting shows a prediction for all events so far."""
        self.predicted_events += self.waiting
        self.waiting.clear()

    def painted(self) -> None:
        now = time.perf_counter()
        self.seconds += [now - due for due in self.predicted_events]
        self.predicted_events.clear()


def watch_painting(kind: type[QWidget], callbacks: list[Callable[[QWidget], None]]) -> None:
    """Call ``callbacks`` after every painting of a widget of this class."""
    paint = kind.paintEvent

    def painted(widget: QWidget, event: QPaintEvent) -> None:
        paint(widget, event)
        for callback in callbacks:
            callback(widget)

    kind.paintEvent = painted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pen", required=True, metavar="FILE", help="an .npz file of pen strokes, to be drawn")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--train", action="store_true", help="train a network at the same time")
    parser.add_argument("--generate", action="store_true", help="make synthetic digits at the same time")
    parser.add_argument("--size", type=window_size, default=(1100, 700), metavar="WIDTHxHEIGHT", help="of the window")
    parser.add_argument("--weights", type=Path, metavar="FILE", help="the network; the shipped one by default")
    parser.add_argument("--pages", nargs="+", choices=_PAGES, default=["preprocessing", "network", "attribution"])
    parser.add_argument("--json", metavar="FILE")
    args = parser.parse_args()
    facts: dict[str, dict[str, float]] = {}
    callbacks: list[Callable[[QWidget], None]] = []
    for kind in (ProbabilityChart, Tiles, Diagram):
        watch_painting(kind, callbacks)
    pen = load_pen(args.pen)
    with window(args.size, args.weights) as shown:
        print(f"{shown.network.name}, a window of {shown.width()} x {shown.height()}")
        if args.generate:
            generate_again_and_again(shown)
        if args.train:
            # The window predicts with its snapshots, ten a second.
            config = TrainConfig(epochs=100_000, lr=0.01)
            shown.session.start(TrainRequest(NetworkSpec.mlp((50,), "relu"), config, "mnist"))
            wait_until(lambda: shown.session.state is State.RUNNING)
        for page in args.pages:
            facts[f"before {page}, the machine alone"] = measure_machine(args.seconds / 2)
            facts |= measure(shown, pen, page, args.seconds, callbacks)
        shown.train_tab.form.data.shut_down()
    print("the 99th percentiles, in ms:")
    for what, percentiles in facts.items():
        print(f"  {percentiles['99 %']:6.1f}  {what}")
    if args.json:
        Path(args.json).write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def generate_again_and_again(shown: MainWindow) -> None:
    """Make synthetic digits as the training tab does when it is shown."""
    data = shown.train_tab.form.data

    def again(*_: object) -> None:
        cache.clear()
        data.generate()

    data.choose(SYNTHETIC)
    data.loaded.connect(again)
    again()


def measure(
    shown: MainWindow, pen: PenDigits, page: str, seconds: float, callbacks: list[Callable[[QWidget], None]]
) -> dict[str, dict[str, float]]:
    tab = shown.draw_tab
    shown.tabs.setCurrentWidget(tab)
    tab.make_pages()
    front = getattr(tab.pages, page)
    tab.pages.setCurrentWidget(front)
    bars, whole_page = Latencies(), Latencies()

    def painted(widget: QWidget) -> None:
        if widget is tab.chart:
            bars.painted()
        elif front.isAncestorOf(widget):
            whole_page.painted()

    callbacks[:] = [painted]
    tab.predicted.connect(bars.predicted)
    tab.predicted.connect(whole_page.predicted)
    wait(500)
    rng, canvas = np.random.default_rng(0), tab.canvas
    due = time.perf_counter()
    until = due + seconds
    while due < until:
        tab.model.clear()
        for stroke in pen.drawings[int(rng.integers(len(pen)))]:
            for number, point in enumerate(stroke):
                while time.perf_counter() < due:
                    wait_for(due)
                place = canvas.from_canvas(*map(float, point)).toPoint()
                for latencies in (bars, whole_page):
                    latencies.waiting.append(due)
                if not number:
                    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=place)
                else:
                    QTest.mouseMove(canvas, place)
                due += _INTERVAL
            QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=place)
        # In the pause the explanations are computed and shown; this is not counted for any event.
        wait(int(1000 * _PAUSE))
        due = time.perf_counter()
        for latencies in (bars, whole_page):
            latencies.waiting.clear()
            latencies.predicted_events.clear()
    tab.predicted.disconnect(bars.predicted)
    tab.predicted.disconnect(whole_page.predicted)
    callbacks.clear()
    return {
        name: report(name, latencies.seconds)
        for name, latencies in ((f"{page} in front, bars", bars), (f"{page} in front, page “{page}”", whole_page))
        if latencies.seconds
    }


def measure_machine(seconds: float) -> dict[str, float]:
    """The latency of a fixed computation at each event, without a window."""
    start = time.perf_counter()
    summed = []
    for number in range(int(seconds / _INTERVAL)):
        due = start + number * _INTERVAL
        time.sleep(max(0.0, due - time.perf_counter()))
        sum(range(_SUMS))
        summed.append(time.perf_counter() - due)
    return report("the machine alone", summed)


def report(what: str, seconds: list[float]) -> dict[str, float]:
    """Print the percentiles, in ms, and return them."""
    found = 1000 * np.array(seconds)
    percentiles = {f"{part} %": float(np.percentile(found, part)) for part in (50, 90, 99, 99.9)}
    text = ", ".join(f"{part}: {of_them:.1f} ms" for part, of_them in percentiles.items())
    print(f"{what}: {len(found):,} events, {text}", flush=True)
    return percentiles


def wait_for(due: float) -> None:
    """Run the event loop until then."""
    left = due - time.perf_counter()
    wait(max(int(1000 * left), 0))


if __name__ == "__main__":
    main()
