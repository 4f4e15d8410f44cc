"""A monkey test: 1,000 random actions in the real window for each of 20 seeds.

The actions draw, label, undo, transform, switch tabs, pages and weights, delete and restore, save and open, train and
fine-tune; most start before the previous one has finished. Counted are exceptions (in slots and threads), warnings of
Qt and Python, and differences between the stored drawings and those that the window reported and shows.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "gui" / "helpers"))

import pytest
from found_faults import Faults
from in_window import wait, window
from random_user import RandomUser

# isort: split
import numpy as np

from engine.drawings import DrawingStore
from engine.nn.network_spec import NetworkSpec
from engine.paths import data_folder
from engine.train.trainer import TrainConfig
from gui.training.train_request import TrainRequest

REQUEST = TrainRequest(NetworkSpec.mlp((20,), "relu"), TrainConfig(epochs=1000, lr=0.01), "mnist")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=1000)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(range(20)))
    args = parser.parse_args()
    faults = Faults()
    total = 0
    for seed in args.seeds:
        start = time.perf_counter()
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
    print(f"{total:,} actions, {len(faults)} faults")
    sys.stdout.flush()
    # After an error a thread may still run: exit without waiting for it.
    os._exit(bool(faults))


if __name__ == "__main__":
    main()
