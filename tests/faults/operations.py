"""What writes: each as one operation on a folder, and how to look at what the folder then holds."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.data.dataset import Dataset
from engine.data.source import DataSource
from engine.drawings import DrawingStore
from engine.errors import RunError
from engine.evaluate.error_sheet import confusions, draw_error_sheet, save_png
from engine.ink.drawing_file import SavedDrawing, load_drawing, save_drawing, save_image
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.runs import DataFacts, RunStore, Status
from engine.train.checkpoint import load_state, save_state
from engine.train.config import TrainConfig
from engine.train.settings_file import Settings, load_settings, save_settings
from engine.train.trainer import Trainer
from engine.weights import Weights, load_weights, save_weights

_rng = np.random.default_rng(0)
DIGITS = Dataset(_rng.integers(0, 256, (20, 28, 28), np.uint8), (np.arange(20) % 10).astype(np.uint8), "noise")
SPEC = NetworkSpec.mlp((3,), "relu")
CONFIG = TrainConfig(epochs=2, batch_size=10)


@dataclass(frozen=True)
class Operation:
    """Attributes:
    name: what it does.
    prepare: makes a folder as it is before.
    act: the operation, with what ``open`` gives; returns when it is done.
    look: what counts of a folder, after a new start of the program.
    private: the endings of files that may differ: databases.
    open: the store in a folder; by default the folder itself.
    """

    name: str
    prepare: Callable[[Path], object]
    act: Callable[[Any], object]
    look: Callable[[Path], object]
    private: tuple[str, ...] = ()
    open: Callable[[Path], Any] = Path

    def do(self, folder: Path) -> object:
        """The operation in a folder."""
        return self.act(self.open(folder))


def trainer(seed: int = 0) -> Trainer:
    return Trainer(SPEC, TrainConfig(epochs=2, batch_size=10, seed=seed), DIGITS)


def strokes(seed: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    return [rng.uniform(0, 28, (5, 2)).astype(np.float32)]


# -- files


def _weights(seed: int) -> Weights:
    network = Network(SPEC)
    network.initialize(np.random.default_rng(seed))
    return Weights(SPEC, network.snapshot(), name=f"weights {seed}")


def _state(folder: Path, seed: int, until: int) -> None:
    made = trainer(seed)
    list(made.run(until))
    save_state(folder / "a.safetensors", made.state())


def _settings(folder: Path, epochs: int) -> None:
    save_settings(folder / "a.toml", Settings(SPEC, TrainConfig(epochs=epochs), DataSource("mnist")))


def _sheet(folder: Path, seed: int) -> None:
    p = np.random.default_rng(seed).dirichlet(np.ones(10), 20).astype(np.float32)
    groups = confusions(p, DIGITS.labels, lambda i: DIGITS.images[i])
    save_png(folder / "a.png", draw_error_sheet("network", "noise", 20, groups, 2))


def _file(name: str, file: str, write: Callable[[Path, int], object], read: Callable[[Path], object]) -> Operation:
    """A file that is there already is replaced."""
    return Operation(
        name, lambda folder: write(folder, 1), lambda folder: write(folder, 2), lambda folder: read(folder / file)
    )


FILES = [
    *(
        _file(
            f"weights{suffix}",
            f"a{suffix}",
            lambda folder, seed, suffix=suffix: save_weights(folder / f"a{suffix}", _weights(seed)),  # type: ignore[misc]
            lambda path: load_weights(path).params["W1"].tobytes(),
        )
        for suffix in (".safetensors", ".npz")
    ),
    _file(
        "checkpoint",
        "a.safetensors",
        lambda folder, seed: _state(folder, seed, 2),
        lambda path: load_state(path).losses.tobytes(),
    ),
    _file("settings", "a.toml", _settings, lambda path: load_settings(path).config),
    *(
        _file(
            f"drawing{suffix}",
            f"a{suffix}",
            lambda folder, seed, suffix=suffix: save_drawing(  # type: ignore[misc]
                folder / f"a{suffix}", SavedDrawing(strokes(seed), 2.0)
            ),
            lambda path: load_drawing(path).strokes[0].tobytes(),  # type: ignore[union-attr]
        )
        for suffix in (".json", ".svg", ".png")
    ),
    _file(
        "image",
        "a.png",
        lambda folder, seed: save_image(folder / "a.png", np.random.default_rng(seed).random((28, 28), np.float32)),
        Path.read_bytes,
    ),
    _file("error sheet", "a.png", _sheet, Path.read_bytes),
]

# -- drawings


def _drawings(folder: Path) -> DrawingStore:
    return DrawingStore(folder / "drawings")


def _three_drawings(folder: Path) -> None:
    store = _drawings(folder)
    for seed in range(3):
        store.add(strokes(seed), seed, 2.0, drawing_id=f"{seed:032x}")
    store.delete([f"{2:032x}"])
    store.export(folder / "pen.npz")


def _look_at_drawings(folder: Path) -> object:
    store = _drawings(folder)
    assert not store.notice
    return [(each.label, b"".join(stroke.tobytes() for stroke in each.strokes)) for each in store.all()]


def _prepare_import(folder: Path) -> None:
    store = DrawingStore(folder / "others")
    for seed in range(3, 6):
        store.add(strokes(seed), seed, 2.0)
    _three_drawings(folder)
    store.export(folder / "pen.npz")


def _drawing_operation(
    name: str, act: Callable[[DrawingStore], object], prepare: Callable[[Path], object] = _three_drawings
) -> Operation:
    return Operation(name, prepare, act, _look_at_drawings, (".db", ".opening"), _drawings)


DRAWINGS = [
    Operation(
        "keep the first drawing",
        Path.exists,
        lambda folder: _drawings(folder).add(strokes(7), 7, 2.0),
        _look_at_drawings,
        (".db", ".opening"),
    ),
    _drawing_operation("keep a drawing", lambda store: store.add(strokes(7), 7, 2.0)),
    _drawing_operation("label", lambda store: store.relabel([f"{i:032x}" for i in range(2)], 9)),
    _drawing_operation("delete drawings", lambda store: store.delete([f"{i:032x}" for i in range(2)])),
    _drawing_operation("restore a drawing", lambda store: store.restore([f"{2:032x}"])),
    _drawing_operation(
        "import drawings", lambda store: store.import_(store.folder.parent / "pen.npz"), _prepare_import
    ),
    Operation(
        "export drawings",
        _three_drawings,
        lambda store: store.export(store.folder.parent / "new.npz"),
        lambda folder: (folder / "new.npz").exists() and len(np.load(folder / "new.npz").files),
        (".db", ".opening"),
        _drawings,
    ),
]

# -- runs


def _runs(folder: Path) -> RunStore:
    return RunStore(folder / "runs")


def train(store: RunStore) -> None:
    """A run from its start to its end."""
    made = trainer()
    with store.start(made, DataFacts.of("noise", DIGITS), "a run") as recorder:
        for event in made.run():
            recorder.record(event, made)
        recorder.finish(Status.FINISHED, Weights(SPEC, made.kept.snapshot(), scores={"accuracy": 0.5}))


def _one_run(folder: Path) -> None:
    store = _runs(folder)
    train(store)
    store.export(store.runs()[0].id, folder / "old.zip")


def _the_run(store: RunStore) -> str:
    for run in store.runs():
        return run.id
    raise RunError("There is no run.")


def _look_at_runs(folder: Path) -> object:
    store = _runs(folder)
    assert not store.notice, store.notice
    found = []
    for run in store.runs():
        assert store.losses(run.id).shape == (run.iteration,)
        weights = [store.weights(run.id, each.iteration).params["W1"].tobytes() for each in store.checkpoints(run.id)]
        final = store.weights(run.id).params["W1"].tobytes() if run.has_weights else b""
        found.append((run.name, run.note, run.status, run.iteration, weights, final))
    # An imported one was started at the same time.
    return sorted(found)


def _run_operation(name: str, act: Callable[[RunStore], object], look: Callable[[Path], object]) -> Operation:
    return Operation(name, _one_run, act, look, (".db", "opening", "owner", "run.json"), _runs)


RUNS = [
    _run_operation("name a run", lambda store: store.rename(_the_run(store), "another"), _look_at_runs),
    _run_operation("note on a run", lambda store: store.annotate(_the_run(store), "text"), _look_at_runs),
    _run_operation("delete a run", lambda store: store.delete(_the_run(store)), _look_at_runs),
    _run_operation("import a run", lambda store: store.import_(store.folder.parent / "old.zip"), _look_at_runs),
    _run_operation(
        "export a run",
        lambda store: store.export(_the_run(store), store.folder.parent / "new.zip"),
        lambda folder: (folder / "new.zip").exists() and (folder / "new.zip").read_bytes(),
    ),
]
