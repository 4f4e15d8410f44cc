"""A thousand random actions in the real window, from each of twenty seeds: what breaks?

Drawn, labelled, undone, slid, looked at, other tabs and other weights, deleted and brought back, saved and opened,
trained and taught, mostly before the last thing is over. Counted are exceptions (in slots and in threads), what Qt or
Python warns of, and differences between the store of drawings, what the window has said of it, and what it shows.
"""

import argparse
import os
import sys
import tempfile
import threading
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "gui"))

import pytest
from in_window import wait, window
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from wild import Wild

# isort: split
import numpy as np

from engine.drawings import DrawingStore
from engine.nn.network_spec import NetworkSpec
from engine.paths import data_folder
from engine.train.trainer import TrainConfig
from gui.training.train_request import TrainRequest

REQUEST = TrainRequest(NetworkSpec.mlp((20,), "relu"), TrainConfig(epochs=1000, lr=0.01), "mnist")
# What the offscreen platform says of itself is none of ours.
_PASSED_OVER = ("This plugin does not support",)


class Faults(list[str]):
    """Everything that went wrong, from wherever it comes."""

    def listen(self) -> None:
        """From now on."""
        qInstallMessageHandler(self._qt)
        sys.excepthook = lambda kind, error, trace: self.append(f"exception: {kind.__name__}: {error}")
        sys.unraisablehook = lambda found: self.append(f"unraisable: {found.exc_value!r} in {found.object!r}")
        threading.excepthook = lambda found: self.append(f"in a thread: {found.exc_value!r}")
        warnings.simplefilter("always")
        warnings.showwarning = lambda message, *rest: self.append(f"warning: {message}")

    def _qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not text.startswith(_PASSED_OVER):
            self.append(f"Qt: {text}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=1000)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(range(20)))
    args = parser.parse_args()
    faults = Faults()
    in_all = 0
    for seed in args.seeds:
        began = time.perf_counter()
        with window() as shown, tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
            faults.listen()
            wild = Wild(shown, np.random.default_rng(seed), Path(folder), patch, REQUEST)
            for number in range(args.actions):
                before = len(faults)
                wild.act()
                for fault in faults[before:]:
                    print(f"seed {seed}, action {number} ({', '.join(wild.done[-3:])}): {fault}", flush=True)
            wild.settle()
            try:
                wild.check()
            except AssertionError as error:
                faults.append(f"store: {error}")
                print(f"seed {seed}: {faults[-1]}", flush=True)
            stored = len(DrawingStore(data_folder() / "drawings").all())
            shown.network.unsaved = False
        wait(50)
        in_all += args.actions
        print(
            f"seed {seed}: {args.actions:,} actions in {time.perf_counter() - began:.0f} s, {wild.said} drawings kept, "
            f"{stored} there at the end, "
            f"{len(faults)} faults so far",
            flush=True,
        )
    print(f"{in_all:,} actions, {len(faults)} faults")
    sys.stdout.flush()
    # A fault may have left a thread behind: this is to end all the same.
    os._exit(bool(faults))


if __name__ == "__main__":
    main()
