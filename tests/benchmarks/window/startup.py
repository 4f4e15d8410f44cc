"""From the start of the process to a window that is painted and can be drawn on, against an empty window.

The empty window holds one empty pyqtgraph plot: about what any program with these libraries has to load. Both are
started in turn, as processes of their own, and a time ends when all of the window has been painted once and the event
loop is free again. For ours it is also said when a first stroke, drawn at once, has its answer in the painted bars.
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
def tell():
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
painted = Painted(plot.viewport(), lambda: (tell(), os._exit(0)))
window.show()
application.exec()
"""

# As main.py does it, with an ear to the painting.
_OURS = f"""
import os, sys, time
sys.path.insert(0, {str(_ROOT)!r})
from gui.preflight import open_window
import gui.app
from PySide6 import QtCore
{_PAINTED}
class Heard(gui.app.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.painted = Painted(self.draw_tab.canvas, self.draw)
    def draw(self):
        tell()
        self.draw_tab.predicted.connect(self.answered)
        model = self.draw_tab.model
        model.begin(10, 5)
        model.extend(14, 24)
        model.end()
    def answered(self):
        self.painted = Painted(self.draw_tab.chart, lambda: (tell(), os._exit(0)))
gui.app.MainWindow = Heard
open_window(None)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", metavar="FILE")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "DIGITLAB_DATA": folder, "XDG_CONFIG_HOME": folder}
        # What is read for the first time comes from the disk.
        for code in (_EMPTY, _OURS):
            started(code, environment)
        rounds = [(started(_EMPTY, environment), started(_OURS, environment)) for _ in range(args.rounds)]
    empty = statistics.median(times[0] for times, _ in rounds)
    ours, drawn = (statistics.median(times[i] for _, times in rounds) for i in (0, 1))
    ratio = statistics.median(ours[0] / empty[0] for empty, ours in rounds)
    print(
        f"an empty window {empty:.3f} s, ours {ours:.3f} s, a first stroke answered after {drawn:.3f} s "
        f"(medians of {args.rounds} rounds in turn); ratio {ratio:.2f}"
    )
    if args.json:
        facts = {"ratio": ratio, "seconds": {"empty": empty, "ours": ours, "first stroke": drawn}, "rounds": rounds}
        Path(args.json).write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def started(code: str, environment: dict[str, str]) -> list[float]:
    """The times that a process says, in seconds since it was started."""
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
