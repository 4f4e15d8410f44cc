"""Files of another run that were copied into a run's folder: they are never used under its name."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from test_runs import CONFIG, DATA, MLP, TEST, TRAIN, interrupted, new_trainer, record, same_bits

from engine.errors import RunError, WeightsError
from engine.nn.network_spec import NetworkSpec
from engine.runs import DataFacts, Run, RunStore, Status
from engine.train.config import TrainConfig
from engine.train.state import training_facts
from engine.train.trainer import Trainer
from engine.weights import Weights

pytestmark = pytest.mark.usefixtures("unsynced")

SHORT = replace(CONFIG, epochs=2)
OTHERS = [(NetworkSpec.mlp((6,), "relu"), SHORT), (MLP, replace(SHORT, seed=7))]


def finished(store: RunStore, spec: NetworkSpec = MLP, config: TrainConfig = SHORT) -> Run:
    """As the program finishes a run: its weights say how they were trained."""
    trainer = new_trainer(config, spec)
    with store.start(trainer, DATA, "mine") as recorder:
        record(recorder, trainer)
        weights = Weights(spec, trainer.kept.snapshot(), training=training_facts(config, "noise", 23, 1.0))
        recorder.finish(Status.FINISHED, weights)
    return store.run(recorder.run.id)


@pytest.mark.parametrize(("spec", "config"), OTHERS, ids=["network", "settings"])
@pytest.mark.parametrize("name", ["weights.safetensors", "000000010.weights.safetensors"])
def test_weights_of_another_training_are_refused(
    store: RunStore, tmp_path: Path, name: str, spec: NetworkSpec, config: TrainConfig
) -> None:
    run, other = finished(store), finished(store, spec, config)
    shutil.copy(store.folder / other.id / name, store.folder / run.id / name)
    iteration = None if name == "weights.safetensors" else 10
    sentence = rf"^{name} cannot be opened: it holds the weights of another training than “mine”\.$"
    for opened in (store, RunStore(store.folder)):
        with pytest.raises(WeightsError, match=sentence):
            opened.weights(run.id, iteration)
        assert opened.weights(run.id, 5).spec == MLP
    if iteration is None:
        with pytest.raises(WeightsError, match=sentence):
            store.export(run.id, tmp_path / "run.zip")
        assert not (tmp_path / "run.zip").exists()


def test_weights_that_say_nothing_of_their_training_or_have_facts_of_another_version_are_used(store: RunStore) -> None:
    for training in ({}, {"lr": SHORT.lr, "wings": 2}, {"lr": "fast"}, {"rotation": 0.0, "fading": 0.0}):
        trainer = new_trainer(SHORT)
        with store.start(trainer, DATA) as recorder:
            record(recorder, trainer)
            recorder.finish(Status.FINISHED, Weights(MLP, trainer.kept.snapshot(), training=training))
        assert same_bits(store.weights(recorder.run.id).params, trainer.kept.params)


def test_an_imported_run_keeps_the_weights_that_were_imported_with_it(store: RunStore, tmp_path: Path) -> None:
    run, other = finished(store), finished(store, *OTHERS[1])
    store.export(run.id, tmp_path / "run.zip")
    shutil.unpack_archive(tmp_path / "run.zip", tmp_path / "run")
    shutil.copy(store.folder / other.id / "weights.safetensors", tmp_path / "run")
    imported = store.import_(tmp_path / "run")
    assert same_bits(store.weights(imported.id).params, store.weights(other.id).params)


@pytest.mark.parametrize("what", ["network", "settings", "data"])
def test_a_run_is_not_resumed_from_a_state_of_another_training(store: RunStore, what: str) -> None:
    run = interrupted(store)
    spec, config = {"network": OTHERS[0], "settings": (MLP, replace(CONFIG, seed=7)), "data": (MLP, CONFIG)}[what]
    images = (TRAIN, TEST)
    if what == "data":
        images = (replace(TRAIN, images=255 - TRAIN.images), TEST)
    trainer = Trainer(spec, config, *images)
    with store.start(trainer, DataFacts.of("noise", *images)) as recorder:
        record(recorder, trainer, 10)
    name = "{:09}.state.safetensors"
    folder, other = store.folder / run.id, store.folder / recorder.run.id
    shutil.copy(other / name.format(10), folder / name.format(10))
    with store.resume(run.id) as resumed:
        assert resumed.state is not None
        assert resumed.state.iteration == 5
    shutil.copy(other / name.format(5), folder / name.format(5))
    with pytest.raises(RunError, match=r"The saved states of .* are damaged: it cannot be resumed"):
        store.resume(run.id)
