"""The startup time: from the start of the process to a painted window, compared with an empty window.

The empty window holds one empty pyqtgraph plot: the minimum that a program with these libraries has to load. Both are
started alternately as separate processes. A time ends when the whole window has been painted once and the event loop is
idle again. For ours, the time until the prediction of a first stroke has been painted is measured, too.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[3]

_PAINTED = """
class Painted(QtCore.QObject):
    def __init__(self, widget, then):
        super().__init__(widget)
        self.then = then
        widget.installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() == QtCore.QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QtCore.QTimer.singleShot(0, self.then)
        return False
def report():
    print(time.time() - float(sys.argv[1]), flush=True)
"""

_EMPTY = f"""
import os, sys, time
import pyqtgraph
from PySide6 import QtCore, QtWidgets
{_PAINTED}
application = QtWidgets.QApplication([])
window = QtWidgets.QMainWindow()
plot = pyqtgraph.PlotWidget()
window.setCentralWidget(plot)
window.resize(1100, 700)
painted = Painted(plot.viewport(), lambda: (report(), os._exit(0)))
window.show()
application.exec()
"""

# Like main.py, and reports the paintings.
_OURS = f"""
import os, sys, time
sys.path.insert(0, {str(_ROOT)!r})
from gui.preflight import open_window
import gui.app
from PySide6 import QtCore
{_PAINTED}
class ReportingWindow(gui.app.MainWindow):
    def __init__(self, *args):
        super().__init__(*args)
        self.painted = Painted(self.draw_tab.canvas, self.draw)
    def draw(self):
        report()
        self.draw_tab.predicted.connect(self.on_predicted)
        model = self.draw_tab.model
        model.begin(10, 5)
        model.extend(14, 24)
        model.end()
    def on_predicted(self):
        self.painted = Painted(self.draw_tab.chart, lambda: (report(), os._exit(0)))
gui.app.MainWindow = ReportingWindow
open_window(None)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", metavar="FILE")
    parser.add_argument("--language", help="compare the start in this language with that in English, instead")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "DIGITLAB_DATA": folder, "XDG_CONFIG_HOME": folder, "PYTHONPYCACHEPREFIX": folder}
        # Compiled modules are kept, as they are for users: installed libraries always have theirs.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["DIGITLAB_LANGUAGE"] = "en"
        # Warm-up: the first start reads the files from the disk, and compiles the modules.
        for code in (_EMPTY, _OURS):
            started(code, environment)
        if args.language:
            _compare_languages(environment, args.language, args.rounds)
            return
        rounds = [(started(_EMPTY, environment), started(_OURS, environment)) for _ in range(args.rounds)]
    empty = statistics.median(times[0] for times, _ in rounds)
    ours, drawn = (statistics.median(times[i] for _, times in rounds) for i in (0, 1))
    ratio = statistics.median(ours[0] / empty[0] for empty, ours in rounds)
    print(
        f"an empty window {empty:.3f} s, ours {ours:.3f} s, a first stroke predicted after {drawn:.3f} s "
        f"(medians of {args.rounds} rounds in turn); ratio {ratio:.2f}"
    )
    if args.json:
        facts = {"ratio": ratio, "seconds": {"empty": empty, "ours": ours, "first stroke": drawn}, "rounds": rounds}
        Path(args.json).write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def _compare_languages(environment: dict[str, str], language: str, rounds: int) -> None:
    other = environment | {"DIGITLAB_LANGUAGE": language}
    started(_OURS, other)
    pairs = [(started(_OURS, environment)[0], started(_OURS, other)[0]) for _ in range(rounds)]
    english, translated = (statistics.median(pair[i] for pair in pairs) for i in (0, 1))
    ratio = statistics.median(second / first for first, second in pairs)
    print(f"English {english:.3f} s, {language} {translated:.3f} s (medians of {rounds} pairs); ratio {ratio:.2f}")


def started(code: str, environment: dict[str, str]) -> list[float]:
    """Run the code; returns the times that it prints, in seconds since its start."""
    done = subprocess.run(
        [sys.executable, "-c", code, str(time.time())],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return [float(line) for line in done.stdout.split()]


if __name__ == "__main__":
    main()
