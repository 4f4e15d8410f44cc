"""How much slower a training is in the window, with its plots live, than on the command line.

Both train with the same settings and store a run, alternately. The stored durations are compared. The training tab is
in front; with ``--open network`` it is the drawing tab, which shows the network for a drawing while it is trained.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from in_window import wait, wait_until, window_size
from in_window import window as shown

# isort: split
import numpy as np

from engine.data.source import DataSource
from engine.data.synthetic.digits import synthetic_drawing
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import PRESETS
from engine.runs import RunStore, Status
from engine.train.settings_file import Settings, save_settings
from engine.train.trainer import TrainConfig
from gui.main_window import MainWindow
from gui.training.train_request import TrainRequest

PROGRAM = Path(__file__).resolve().parents[3] / "main.py"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=20, help="of MNIST, 784-50-10")
    parser.add_argument("--convnet", type=int, metavar="ITERATIONS", default=0, help="of the simple convnet instead")
    parser.add_argument("--open", choices=("network",), help="the page that is visible while it trains")
    parser.add_argument("--size", type=window_size, default=(1100, 700), metavar="WIDTHxHEIGHT", help="of the window")
    parser.add_argument("--json", metavar="FILE")
    args = parser.parse_args()
    spec, config = NetworkSpec.mlp((50,), "relu"), TrainConfig(epochs=args.epochs)
    if args.convnet:
        spec, config = PRESETS["simple-convnet"](), TrainConfig(iterations=args.convnet, evaluation_samples=1000)

    ratios = []
    print(f"{platform.machine()}, {os.cpu_count()} cores; {spec.title}")
    with shown(args.size) as window:
        if args.open:
            open_network(window)
        else:
            window.show_train_tab()
        for seed in range(args.rounds):
            settings = Settings(spec, replace(config, seed=seed), DataSource("mnist"))
            alone = on_the_command_line(settings)
            within = in_the_window(window, settings)
            ratios.append(within / alone)
            print(f"  command line {alone:.2f} s, window {within:.2f} s: {ratios[-1]:.3f}", flush=True)
    print(f"in the window it takes {statistics.median(ratios):.3f} times as long (median of {len(ratios)})")
    if args.json:
        facts = {"ratio": statistics.median(ratios), "ratios": ratios, "network": spec.title}
        Path(args.json).write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def open_network(window: MainWindow) -> None:
    """A drawing on the canvas, and the network for it."""
    tab = window.draw_tab
    tab.make_pages()
    tab.pages.setCurrentWidget(tab.pages.network)
    tab.model.show_strokes(tuple(synthetic_drawing(3, np.random.default_rng(0))))
    wait(500)
    assert tab.pages.network.make().diagram.isVisible()


def on_the_command_line(settings: Settings) -> float:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "settings.toml"
        save_settings(file, settings)
        environment = os.environ | {"DIGITLAB_DATA": folder}
        subprocess.run(
            [sys.executable, PROGRAM, "train", "--config", file], env=environment, check=True, capture_output=True
        )
        return seconds(RunStore(Path(folder) / "runs"))


def in_the_window(window: MainWindow, settings: Settings) -> float:
    window.session.start(TrainRequest(settings.spec, settings.config, str(settings.data)))
    wait_until(lambda: not window.session.busy)
    assert window.session.store is not None
    return seconds(window.session.store)


def seconds(store: RunStore) -> float:
    run = store.runs()[0]
    assert run.status is Status.FINISHED
    return run.seconds


if __name__ == "__main__":
    main()
