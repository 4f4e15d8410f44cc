"""A monkey test: 1,000 random actions in the real window for each of 20 seeds.

The actions draw, label, undo, transform, switch tabs, pages and weights, delete and restore, save and open, train and
fine-tune; most start before the previous one has finished. Counted are exceptions (in slots and threads), warnings of
Qt and Python, and differences between the stored drawings and those that the window reported and shows. A seed that
takes too long, since something waits for ever, ends the program with the stacks of all threads.
"""

import argparse
import faulthandler
import os
import sys
import tempfile
import threading
import time
import traceback
import warnings
from pathlib import Path
from types import TracebackType

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "gui" / "helpers"))

import pytest
from in_window import wait, window
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from random_user import RandomUser

# isort: split
import numpy as np

from engine.drawings import DrawingStore
from engine.nn.network_spec import NetworkSpec
from engine.paths import data_folder
from engine.train.trainer import TrainConfig
from gui.training.train_request import TrainRequest

REQUEST = TrainRequest(NetworkSpec.mlp((20,), "relu"), TrainConfig(epochs=1000, lr=0.01), "mnist")
# Warnings about the offscreen platform itself.
_IGNORED = ("This plugin does not support",)


class Faults(list[str]):
    """All exceptions and warnings, from Qt, Python and threads."""

    def listen(self) -> None:
        """Collect them from now on."""
        qInstallMessageHandler(self._qt)
        sys.excepthook = lambda kind, error, trace: self.append(f"exception: {kind.__name__}: {error}{_place(trace)}")
        sys.unraisablehook = lambda found: self.append(f"unraisable: {found.exc_value!r} in {found.object!r}")
        threading.excepthook = lambda found: self.append(f"in a thread: {found.exc_value!r}")
        warnings.simplefilter("always")
        # Python 3.11 and 3.12: ziamath reads its fonts by a function that is no longer deprecated in 3.13.
        warnings.filterwarnings("ignore", "(path|open_text) is deprecated", DeprecationWarning, "zia(math|font)")
        warnings.showwarning = lambda message, *rest: self.append(f"warning: {message}")

    def _qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not text.startswith(_IGNORED):
            self.append(f"Qt: {text}")


def _place(trace: TracebackType | None) -> str:
    """Where it was raised, and from where."""
    last = traceback.extract_tb(trace)[-3:]
    return "".join(f" < {Path(frame.filename).name}:{frame.lineno}" for frame in reversed(last))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=1000)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(range(20)))
    parser.add_argument("--limit", type=float, default=1800, help="seconds for a seed")
    args = parser.parse_args()
    # A crash shows where it was.
    faulthandler.enable()
    faults = Faults()
    total = 0
    for seed in args.seeds:
        start = time.perf_counter()
        faulthandler.dump_traceback_later(args.limit, exit=True)
        with window() as shown, tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
            faults.listen()
            user = RandomUser(shown, np.random.default_rng(seed), Path(folder), patch, REQUEST)
            for number in range(args.actions):
                before = len(faults)
                user.act()
                for fault in faults[before:]:
                    print(f"seed {seed}, action {number} ({', '.join(user.done[-3:])}): {fault}", flush=True)
            user.settle()
            try:
                user.check()
            except AssertionError as error:
                faults.append(f"store: {error}")
                print(f"seed {seed}: {faults[-1]}", flush=True)
            stored = len(DrawingStore(data_folder() / "drawings").all())
            shown.network.unsaved = False
        wait(50)
        total += args.actions
        print(
            f"seed {seed}: {args.actions:,} actions in {time.perf_counter() - start:.0f} s, "
            f"{user.kept_count} drawings kept, {stored} stored at the end, "
            f"{len(faults)} faults so far",
            flush=True,
        )
    faulthandler.cancel_dump_traceback_later()
    print(f"{total:,} actions, {len(faults)} faults")
    sys.stdout.flush()
    # After an error a thread may still run: exit without waiting for it.
    os._exit(bool(faults))


if __name__ == "__main__":
    main()
