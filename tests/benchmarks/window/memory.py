"""Does the window leak memory? Runs short trainings one after the other, and prints the resident memory of the window
and of the training process after every tenth. With ``--headless``: the peak memory of a training of MNIST on the
command line, 784-50-10.
"""

import argparse
import json
import multiprocessing
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from in_window import mnist_folder, wait, wait_until
from in_window import window as shown

# isort: split
from engine.nn.network_spec import NetworkSpec
from engine.train.trainer import TrainConfig
from gui.training.train_request import TrainRequest

PAGE = 4096
ROOT = Path(__file__).resolve().parents[3]


def resident(process: int | str) -> float:
    """The resident memory of a process in MB (Linux)."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE / 1e6


def headless() -> float:
    """The peak memory, in MB, of a process that trains two epochs of MNIST."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            "train",
            "--hidden",
            "50",
            "--activation",
            "sigmoid",
            "--epochs",
            "2",
            "--mnist",
            str(mnist_folder()),
        ]
        subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *command, "--out", str(Path(folder) / "trained.safetensors")],
            check=True,
            capture_output=True,
        )
    # The maximum over all child processes: there was only one.
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--iterations", type=int, default=300)
    parser.add_argument("--headless", action="store_true", help="measure a training on the command line instead")
    parser.add_argument("--json", metavar="FILE", help="with --headless")
    args = parser.parse_args()
    if args.headless:
        facts = {"MB": headless()}
        print(f"a training of MNIST without a window, 784-50-10: peak {facts['MB']:.0f} MB")
        if args.json:
            Path(args.json).write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
        return
    after: dict[int, tuple[float, float]] = {}
    with shown() as window:
        window.show_train_tab()
        for run in range(1, args.runs + 1):
            config = TrainConfig(iterations=args.iterations, seed=run)
            window.session.start(TrainRequest(NetworkSpec.mlp((50,), "relu"), config, "mnist"))
            wait_until(lambda: not window.session.busy)
            wait(200)
            if run % 10 == 0:
                trains = sum(resident(each.pid) for each in multiprocessing.active_children() if each.pid)
                after[run] = resident("self"), trains
                print(f"after {run:3} runs: window {after[run][0]:.1f} MB, training {trains:.1f} MB", flush=True)
    tenth, last = after[10], after[max(after)]
    grown = sum(last) - sum(tenth)
    print(f"since the tenth run: window {last[0] - tenth[0]:+.1f} MB, training {last[1] - tenth[1]:+.1f} MB")
    print(f"together {grown:+.1f} MB")


if __name__ == "__main__":
    main()
