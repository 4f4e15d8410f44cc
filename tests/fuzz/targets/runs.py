"""Exported runs, and the checkpoints of a training."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.data.source import DataSource
from engine.errors import SpecError
from engine.io import safetensors_file
from engine.io.file_kind import file_kind
from engine.nn.network_spec import NetworkSpec
from engine.runs import DataFacts, Run, RunStore, Status, archive
from engine.train.checkpoint import load_state, save_state
from engine.train.config import TrainConfig
from engine.train.events import Evaluation
from engine.train.settings_file import Settings, load_settings, save_settings
from engine.train.trainer import Trainer
from tests.fuzz.checks import SMALL, attempt, check, check_error, digits, is_small, train_a_step
from tests.fuzz.target import Files, Target
from tests.fuzz.targets.settings import VARIED, vary
from tests.fuzz.targets.weights import CONVOLUTIONAL, made
from tests.fuzz.words import check_curves, check_words


def use(path: Path) -> None:
    """Listed, in words, exported, imported again, its settings saved and trained with."""
    file_kind(path)
    store = RunStore(path.with_name("runs"))
    run = store.import_(path)
    check(store.runs() == [run], "imported, it is not in the list")
    check(len(store.losses(run.id)) == run.iteration, "other losses than iterations")
    use_run(store, run)
    check(store.import_(path.with_name("again.zip")).config == run.config, "exported and imported, it is another one")
    check(not RunStore(store.folder).notice, "the next start finds a fault")


def use_run(store: RunStore, run: Run) -> None:
    """All that can be done with a run of a store."""
    check_words(run)
    losses, evaluations = attempt(lambda: store.losses(run.id)), attempt(lambda: store.evaluations(run.id))
    if losses is not None and evaluations is not None:
        check_curves(run, losses, evaluations)
    attempt(lambda: store.checkpoints(run.id))
    weights = attempt(lambda: store.weights(run.id)) if run.has_weights else None
    attempt(lambda: store.export(run.id, store.folder.with_name("again.zip")))
    source = attempt(lambda: DataSource.of(run.data.source))
    if source is not None:
        file = store.folder.with_name("again.toml")
        if attempt(lambda: save_settings(file, Settings(run.spec, run.config, source))) is None and file.exists():
            check(load_settings(file).config == run.config, "saved and opened again, the settings are other ones")
            file.unlink()
    vary(run.config)
    train_a_step(run.spec, run.config)
    if weights is not None:
        train_a_step(weights.spec, run.config, initial=weights.params)


def use_checkpoint(path: Path) -> None:
    """Resumed with its data, trained on and saved."""
    file_kind(path)
    state = load_state(path)
    save_state(path.with_name("again.safetensors"), state)
    if not is_small(state.spec):
        return
    try:
        trainer = Trainer.resumed(
            replace(state, config=replace(state.config, batch_size=min(state.config.batch_size, 100))), digits()
        )
    except SpecError as error:
        return check_error(error)
    list(trainer.run(until=state.iteration + 1, threads=1))
    attempt(lambda: save_state(path.with_name("again.safetensors"), trainer.state()))


def archived(spec: NetworkSpec, config: TrainConfig) -> bytes:
    """An exported run of twelve mini-batches."""
    data = DataFacts.of("folder:/home/anna", digits(), digits())
    measured = [Evaluation(0, 0.0, 0.1, 0.1, False), Evaluation(12, 3.0, 0.5, 0.4, True, 0.3, 1.5, 2.5)]
    run = Run(
        "0" * 32,
        "A run",
        spec,
        replace(config, epochs=3),
        data,
        per_epoch=4,
        started=1.7e9,
        note="a note\nof two lines",
        seconds=2.5,
        iteration=12,
        status=Status.FINISHED,
        scores={"MNIST test accuracy": 0.4},
    )
    losses = np.linspace(2.3, 1.5, 12, dtype=np.float32)
    return archive.pack(run, (losses, measured), made(spec))


def _archives() -> Sequence[Files]:
    return [{"a.zip": archived(spec, config)} for spec, config in ((SMALL, VARIED), (CONVOLUTIONAL, TrainConfig()))]


def _checkpoints() -> Sequence[Files]:
    made = []
    with tempfile.TemporaryDirectory() as folder:
        for spec, config in ((SMALL, VARIED), (SMALL, TrainConfig(epochs=3, batch_size=10))):
            trainer = Trainer(spec, config, digits())
            list(trainer.run(until=3, threads=1))
            save_state(Path(folder) / "a", replace(trainer.state(), seconds=0.25))
            made.append({"a.safetensors": (Path(folder) / "a").read_bytes()})
    return [*made, {"a.safetensors": _with_array(made[0]["a.safetensors"])}]


def _with_array(content: bytes) -> bytes:
    """A checkpoint whose evaluations are an array, as those of a very long training are."""
    arrays, facts = safetensors_file.unpack(content)
    assert facts is not None
    rows = [[np.nan if value is None else value for value in each.values()] for each in facts.pop("evaluations")]
    arrays["evaluations"] = np.array(rows, np.float64)
    return safetensors_file.pack(arrays, facts | {"format_version": 2}, exact=["evaluations"])


TARGETS = (Target("run", _archives, use, 500), Target("checkpoint", _checkpoints, use_checkpoint, 2000))
