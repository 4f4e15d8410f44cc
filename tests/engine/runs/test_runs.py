"""Runs are stored as they were trained, and an interrupted one resumes bit for bit."""

import contextlib
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.data.augmentation import Augmentation
from engine.data.dataset import Dataset
from engine.errors import RunError, SpecError
from engine.io.checked_file import json_object, to_json
from engine.io.lock import Lock, is_held
from engine.nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    MaxPoolingSpec,
    ReLUSpec,
)
from engine.nn.network_spec import NetworkSpec
from engine.runs import (
    Checkpoint,
    DataFacts,
    Run,
    RunRecorder,
    RunStore,
    Status,
    differing,
    recorder,
    retention,
)
from engine.runs.metadata import clean_name, clean_note, from_facts, to_facts
from engine.runs.names import automatic_name
from engine.train.checkpoint import load_state
from engine.train.trainer import Evaluation, Progress, TrainConfig, Trainer, TrainerState
from engine.weights import Weights

pytestmark = pytest.mark.usefixtures("unsynced")

MLP = NetworkSpec.mlp((5,), "relu")
CONVNET = NetworkSpec(
    (
        ConvolutionSpec(2, size=5, pad=0),
        BatchNormalizationSpec(),
        ReLUSpec(),
        MaxPoolingSpec(),
        DropoutSpec(0.3),
        AffineSpec(10, "xavier"),
    ),
    (1, 28, 28),
)
# 23 images in mini-batches of 5: an epoch is 5 iterations.
CONFIG = TrainConfig(batch_size=5, epochs=4, lr=0.05, averaging=0.9)
PER_EPOCH = 5
# The validation split leaves so few images to train on that an epoch is 3 iterations.
VALIDATED = replace(CONFIG, validation=0.25, patience=4)
VARIED = replace(
    CONFIG,
    optimizer="adam",
    lr=0.01,
    schedule="cosine",
    augmentation=Augmentation(rotation=10.0, elastic=0.5, anneal=0.5),
)


def noise_images(n: int, seed: int) -> Dataset:
    rng = np.random.default_rng(seed)
    return Dataset(rng.integers(0, 256, (n, 28, 28), np.uint8), rng.integers(0, 10, n).astype(np.uint8), "noise")


TRAIN, TEST = noise_images(23, 0), noise_images(7, 1)
DATA = DataFacts.of("noise", TRAIN, TEST)


def new_trainer(config: TrainConfig = CONFIG, spec: NetworkSpec = MLP) -> Trainer:
    return Trainer(spec, config, TRAIN, TEST)


def record(recorder: RunRecorder, trainer: Trainer, until: int | None = None) -> None:
    """Train as the program does, to the end or until so many mini-batches are done."""
    for event in trainer.run(until):
        recorder.record(event, trainer)


def record_losses(recorder: RunRecorder, trainer: Trainer, losses: np.ndarray) -> None:
    """Record as if the trainer had done so many more mini-batches."""
    start, trainer.iteration = trainer.iteration, trainer.iteration + len(losses)
    trainer.losses[start:] = losses
    recorder.record(Progress(trainer.iteration, trainer.total_iterations, 1.0, losses, 0.1, 1.0, 1.0), trainer)


def trained(store: RunStore, config: TrainConfig = CONFIG, spec: NetworkSpec = MLP, name: str = "") -> Run:
    """A run that was trained to the end."""
    trainer = new_trainer(config, spec)
    with store.start(trainer, DATA, name) as recorder:
        record(recorder, trainer)
        scores = {"noise accuracy": 0.25}
        recorder.finish(Status.FINISHED, Weights(spec, trainer.kept.snapshot(), "another name", scores=scores))
    return store.run(recorder.run.id)


def interrupted(store: RunStore, iteration: int = 12) -> Run:
    """A run whose program ended without ``finish``."""
    trainer = new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, iteration)
    return store.run(recorder.run.id)


def state_of(store: RunStore, run: Run) -> TrainerState:
    """The state of the last checkpoint."""
    return load_state(store.folder / run.id / f"{run.checkpoint:09}.state.safetensors")


def same_bits(found: dict[str, np.ndarray], wanted: dict[str, np.ndarray]) -> bool:
    return found.keys() == wanted.keys() and all(found[name].tobytes() == wanted[name].tobytes() for name in wanted)


# Storing


def test_a_run_is_stored_as_it_was_trained(store: RunStore) -> None:
    reference = new_trainer()
    list(reference.run())
    run = trained(store, name="  my\nfirst ")
    assert store.runs() == [run]
    assert (run.name, run.note, run.status) == ("my first", "", Status.FINISHED)
    assert (run.spec, run.config, run.data) == (MLP, CONFIG, DATA)
    assert (run.data.images, run.data.test_images, run.data.name) == (23, 7, "noise")
    assert (run.iteration, run.total_iterations, run.epoch) == (20, 20, 4.0)
    assert run.seconds > 0
    assert run.scores == {"noise accuracy": 0.25}
    assert run.evaluation == store.evaluations(run.id)[-1]
    assert not run.resumable
    assert store.losses(run.id).dtype == np.float32
    assert store.losses(run.id).tobytes() == reference.losses.tobytes()
    assert store.evaluations(run.id) == tuple(reference.evaluations)
    kept = {checkpoint.iteration for checkpoint in store.checkpoints(run.id)}
    at_checkpoints = [each for each in reference.evaluations if each.iteration in kept]
    assert store.evaluations(run.id, checkpoints=True) == tuple(at_checkpoints) != tuple(reference.evaluations)
    weights = store.weights(run.id)
    assert weights.name == "my first"
    assert same_bits(weights.params, reference.kept.params)


def test_weights_are_stored_for_every_epoch_and_states_for_the_latest_two(store: RunStore) -> None:
    of_epochs = []
    trainer = new_trainer()
    for event in trainer.run():
        if isinstance(event, Evaluation) and event.epoch_end:
            of_epochs.append(trainer.kept.snapshot())
    run = trained(store)
    assert store.checkpoints(run.id) == tuple(Checkpoint(5 * n, float(n), n > 2) for n in (1, 2, 3, 4))
    for params, checkpoint in zip(of_epochs, store.checkpoints(run.id), strict=True):
        weights = store.weights(run.id, checkpoint.iteration)
        assert same_bits(weights.params, params)
        assert weights.training["pictures"] == 23
    with pytest.raises(RunError, match=r"“784-5-10 ReLU · lr 0\.05.*” has no weights of this iteration\."):
        store.weights(run.id, 7)


def test_another_store_sees_a_running_training(store: RunStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorder, "_FLUSH_SECONDS", 0)
    trainer = new_trainer()
    with store.start(trainer, DATA) as recording:
        record(recording, trainer, 7)
        run = RunStore(store.folder).run(recording.run.id)
        assert (run.status, run.iteration, run.checkpoint) == (Status.RUNNING, 7, 5)
        assert store.losses(run.id).tobytes() == trainer.losses.tobytes()
        assert not run.resumable
        for act in (store.resume, store.delete):
            with pytest.raises(RunError, match="is being trained"):
                act(run.id)
    assert store.run(run.id).status is Status.INTERRUPTED


def test_recording_writes_at_most_every_two_seconds(store: RunStore) -> None:
    trainer = new_trainer(replace(CONFIG, epochs=100))
    with store.start(trainer, DATA) as recording:
        for _ in range(300):
            record_losses(recording, trainer, np.ones(1, np.float32))
        assert store.run(recording.run.id).iteration == 1  # the first one is written at once
        recording.flush()
        assert store.run(recording.run.id).iteration == 300
        record_losses(recording, trainer, np.ones(1, np.float32))
    assert len(store.losses(recording.run.id)) == 301


def test_a_training_does_not_finish_as_running(store: RunStore) -> None:
    with store.start(new_trainer(), DATA) as recording, pytest.raises(ValueError, match="does not finish as running"):
        recording.finish(Status.RUNNING)


def test_weights_that_are_not_finite_are_not_stored(store: RunStore) -> None:
    trainer = new_trainer()
    with store.start(trainer, DATA) as recording:
        record(recording, trainer, 11)
        trainer.kept.theta[3] = np.nan
        assert not recording.checkpoint(trainer)
        record_losses(recording, trainer, np.array([np.inf], np.float32))
        recording.finish(Status.DIVERGED)
    run = store.run(recording.run.id)
    assert (run.status, run.checkpoint, run.iteration, run.resumable) == (Status.DIVERGED, 10, 12, False)
    assert np.isinf(store.losses(run.id)[-1])


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 5_000), st.integers(1, 7), st.lists(st.integers(0, 30_000), max_size=4))
def test_old_epochs_are_thinned_out_evenly(epochs: int, per_epoch: int, pauses: list[int]) -> None:
    kept: dict[int, bool] = {}
    # As a recorder does it, epoch by epoch, but not from the first epoch.
    for n in range(max(1, epochs - 600), epochs + 1):
        kept = retention.retained({*kept, n * per_epoch, per_epoch}, per_epoch)
    kept = retention.retained({*kept, *(pause for pause in pauses if pause < epochs * per_epoch)}, per_epoch)
    assert [at for at, complete in kept.items() if complete] == sorted(kept)[-2:]
    assert list(kept) == sorted(kept)
    of_epochs = [at // per_epoch for at in kept if at % per_epoch == 0][:-1]
    assert max(kept) == epochs * per_epoch
    assert len(kept) <= retention.MAX_EPOCHS + 2
    if epochs > 2:
        assert of_epochs[0] == 1
    if epochs <= 600:
        gaps = np.diff(of_epochs[:-1])
        assert len(set(gaps.tolist())) <= 1
        assert len(kept) >= min(epochs, retention.MAX_EPOCHS / 2)


def test_thinned_out_weights_are_deleted(store: RunStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "MAX_EPOCHS", 3)
    run = trained(store, replace(CONFIG, epochs=9))
    assert [c.iteration // PER_EPOCH for c in store.checkpoints(run.id)] == [1, 5, 8, 9]
    names = {path.name for path in (store.folder / run.id).iterdir()}
    assert {name for name in names if name[0] == "0"} == {
        *(f"{n * PER_EPOCH:09}.weights.safetensors" for n in (1, 5, 8, 9)),
        *(f"{n * PER_EPOCH:09}.state.safetensors" for n in (8, 9)),
    }


def test_a_hundred_thousand_losses(store: RunStore) -> None:
    trainer = new_trainer(replace(CONFIG, iterations=100_000))
    losses = np.random.default_rng(0).random(100_000, np.float32)
    with store.start(trainer, DATA) as recording:
        for end in range(10_000, 100_001, 10_000):
            record_losses(recording, trainer, losses[end - 10_000 : end])
            recording.flush()
    assert store.losses(recording.run.id).tobytes() == losses.tobytes()


# Resuming


@pytest.mark.parametrize(
    ("spec", "config"), [(MLP, CONFIG), (MLP, VALIDATED), (CONVNET, VARIED)], ids=["mlp", "validated", "convnet"]
)
@pytest.mark.parametrize("pauses", [[5], [7], [1, 7, 11]], ids=["epoch", "between", "often"])
def test_paused_closed_and_resumed(tmp_path: Path, spec: NetworkSpec, config: TrainConfig, pauses: list[int]) -> None:
    reference = new_trainer(config, spec)
    list(reference.run())
    end = reference.total_iterations

    trainer = new_trainer(config, spec)
    with RunStore(tmp_path).start(trainer, DATA) as recorder:
        record(recorder, trainer, pauses[0])
        recorder.checkpoint(trainer)
        recorder.finish(Status.PAUSED)
    for stop in [*pauses[1:], end]:
        store = RunStore(tmp_path)
        (run,) = store.runs()
        assert (run.status, run.resumable, run.iteration) == (Status.PAUSED, True, trainer.iteration)
        with store.resume(run.id) as recorder:
            assert recorder.state is not None
            trainer = Trainer.resumed(recorder.state, TRAIN, TEST)
            record(recorder, trainer, stop)
            recorder.checkpoint(trainer)
            recorder.finish(Status.PAUSED if stop < end else Status.FINISHED)

    store = RunStore(tmp_path)
    assert not store.notice
    (run,) = store.runs()
    assert (run.status, run.iteration, run.total_iterations) == (Status.FINISHED, end, end)
    assert same_bits(store.weights(run.id).params, reference.kept.params)
    state = state_of(store, run)
    assert same_bits(state.params, reference.network.params)
    assert same_bits(state.optimizer, reference.state().optimizer)
    assert (state.rng, state.epoch_rng) == (reference.state().rng, reference.state().epoch_rng)
    assert store.losses(run.id).tobytes() == reference.losses.tobytes()
    assert store.evaluations(run.id) == tuple(reference.evaluations)


def test_resuming_drops_what_was_recorded_after_the_checkpoint(store: RunStore) -> None:
    run = interrupted(store, 12)
    before = store.losses(run.id).tobytes(), store.evaluations(run.id)
    assert (run.status, run.iteration, run.checkpoint, run.resumable) == (Status.INTERRUPTED, 12, 10, True)
    with store.resume(run.id) as recorder, pytest.raises(SpecError, match="other data"):
        Trainer.resumed(recorder.state, TEST)  # type: ignore[arg-type]
    assert store.run(run.id) == run
    assert (store.losses(run.id).tobytes(), store.evaluations(run.id)) == before

    with store.resume(run.id) as recorder:
        assert recorder.state is not None
        assert store.run(run.id).status is Status.RUNNING
        trainer = Trainer.resumed(recorder.state, TRAIN, TEST)
        record(recorder, trainer, 11)
        assert store.run(run.id).iteration == 11
        assert store.losses(run.id).tobytes() == trainer.losses.tobytes()


def test_a_run_interrupted_before_its_first_checkpoint_starts_again(store: RunStore) -> None:
    reference = new_trainer()
    list(reference.run())
    trainer = new_trainer()
    with store.start(trainer, DATA) as recorder:
        record_losses(recorder, trainer, np.ones(3, np.float32))
    run = store.run(recorder.run.id)
    assert (run.iteration, run.checkpoint, run.resumable, run.has_weights) == (3, None, True, False)
    with pytest.raises(RunError, match=r"“784-5-10 ReLU · lr 0\.05.*” has no weights yet\."):
        store.weights(run.id)
    with store.resume(run.id) as recorder:
        assert recorder.state is None
        trainer = new_trainer(run.config, run.spec)
        record(recorder, trainer)
        recorder.finish(Status.FINISHED)
    assert store.losses(run.id).tobytes() == reference.losses.tobytes()
    assert same_bits(store.weights(run.id).params, reference.kept.params)


def test_a_run_with_a_damaged_checkpoint_resumes_from_the_one_before(store: RunStore) -> None:
    reference = new_trainer()
    list(reference.run())
    run = interrupted(store, 20)
    folder = store.folder / run.id
    (folder / "000000020.state.safetensors").write_bytes(b"damaged")
    with store.resume(run.id) as recorder:
        assert recorder.state is not None
        assert recorder.state.iteration == 15
        # The first thing that is recorded replaces the damaged checkpoint.
        trainer = Trainer.resumed(recorder.state, TRAIN, TEST)
        list(trainer.run())
        recorder.checkpoint(trainer)
        recorder.finish(Status.FINISHED)
    assert same_bits(store.weights(run.id, 20).params, reference.kept.params)
    assert store.losses(run.id).tobytes() == reference.losses.tobytes()
    assert store.evaluations(run.id) == tuple(reference.evaluations)

    other = interrupted(store)
    for path in (store.folder / other.id).glob("*.state.safetensors"):
        path.write_bytes(b"damaged")
    with pytest.raises(RunError, match=r"The saved states of “784-5-10 ReLU · lr 0\.05.*” are damaged"):
        store.resume(other.id)
    assert not is_held(store.folder / other.id / "owner")
    assert len(store.weights(other.id).params) == 4


@pytest.mark.parametrize("status", [Status.FINISHED, Status.DIVERGED])
def test_a_run_that_has_ended_cannot_be_resumed(store: RunStore, status: Status) -> None:
    trainer = new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer)
        recorder.finish(status)
    with pytest.raises(RunError, match=f"is {status} and cannot be resumed"):
        store.resume(recorder.run.id)


def test_a_dismissed_run_counts_as_stopped(store: RunStore) -> None:
    run = interrupted(store)
    store.dismiss(run.id)
    run = store.run(run.id)
    assert (run.status, run.resumable) == (Status.STOPPED, True)
    store.dismiss(run.id)
    done = trained(store)
    store.dismiss(done.id)
    assert store.run(done.id) == done


# Names, notes and deleting


def test_names_and_notes(store: RunStore) -> None:
    run = trained(store)
    store.rename(run.id, " 숫자\t7\x00 ")
    store.annotate(run.id, "two\nlines \ud800\x00!")
    run = RunStore(store.folder).run(run.id)
    assert (run.name, run.note) == ("숫자 7", "two\nlines ?!")
    store.rename(run.id, "x" * 1000)
    assert store.run(run.id).name == "x" * 200
    with pytest.raises(RunError, match="A run needs a name"):
        store.rename(run.id, " \u200b\n")
    for act in (store.run, store.delete, store.resume, store.restore, store.weights, store.checkpoints):
        with pytest.raises(RunError, match=r"This run is no longer there"):
            act("0" * 32)


@pytest.mark.parametrize(
    "note",
    ["\u05d0a" * 50_000, "W" * 100_000, "a few words " * 8_333, (" " + "x" * 2_000) * 49, "short\n" * 16_000],
    ids=["both directions", "one word", "words", "spaces at the worst places", "short lines"],
)
def test_nothing_of_a_long_note_of_an_earlier_version_is_lost_and_no_line_is_long(store: RunStore, note: str) -> None:
    run = trained(store)
    # As it was stored: in one line.
    with contextlib.closing(sqlite3.connect(store.folder / "runs.db", isolation_level=None)) as db:
        db.execute("UPDATE runs SET note = ? WHERE id = ?", (note, run.id))
    read = store.run(run.id).note
    assert read.replace("\n", "") == note.replace("\n", "")
    assert max(map(len, read.split("\n"))) <= 2_000
    store.annotate(run.id, read)
    assert store.run(run.id).note == read


@settings(max_examples=30, deadline=None)
@given(st.text(), st.text())
def test_any_name_and_note_can_be_stored(name: str, note: str) -> None:
    run = Run("a", clean_name(name), MLP, CONFIG, DATA, PER_EPOCH, started=0.0, note=clean_note(note))
    assert from_facts(json_object(to_json(to_facts(run))), "a") == run
    assert len(run.name.splitlines()) <= 1


def test_a_run_of_an_earlier_version_is_still_read(store: RunStore) -> None:
    """It had the fields of the augmentation among the other settings, and "fading" for "anneal"."""
    with store.start(Trainer(CONVNET, VARIED, TRAIN, TEST), DATA) as recorder:
        run = recorder.run
    facts = to_facts(run)
    flat = facts["config"].pop("augmentation")
    facts["config"] |= flat | {"fading": flat.pop("anneal")}
    assert from_facts(json_object(to_json(facts)), run.id).config == VARIED


def test_evaluations_of_an_earlier_version_have_no_losses(store: RunStore) -> None:
    run = trained(store)
    stored = store.evaluations(run.id)
    assert all(e.train_loss is not None and e.test_loss is not None for e in stored)
    with contextlib.closing(sqlite3.connect(store.folder / "runs.db")) as db, db:
        db.execute("UPDATE evaluations SET facts = json_remove(facts, '$.train_loss', '$.test_loss')")
    old = tuple(replace(e, train_loss=None, test_loss=None) for e in stored)
    assert RunStore(store.folder).evaluations(run.id) == old
    assert RunStore(store.folder).run(run.id).evaluation == old[-1]


def test_the_latest_run_comes_first(store: RunStore) -> None:
    ids = [trained(store, replace(CONFIG, epochs=1)).id for _ in range(3)]
    assert [run.id for run in store.runs()] == ids[::-1]


def test_a_deleted_run_can_be_restored_until_it_is_purged(store: RunStore) -> None:
    run, other = trained(store), trained(store)
    losses = store.losses(run.id)
    store.delete(run.id)
    assert store.runs() == [other]
    with pytest.raises(RunError, match="was deleted"):
        store.resume(run.id)
    store.restore(run.id)
    assert store.run(run.id) == run
    np.testing.assert_array_equal(store.losses(run.id), losses)

    store.delete(run.id)
    assert store.purge() == 0  # another window may offer to undo it
    assert RunStore(store.folder).run(run.id) == run
    assert store.purge(older_than=0) == 1
    assert store.runs() == [other]
    assert not (store.folder / run.id).exists()
    assert not len(store.losses(run.id))
    with pytest.raises(RunError, match="no longer there"):
        store.restore(run.id)


def test_a_run_that_is_resumed_cannot_be_deleted(store: RunStore) -> None:
    run = interrupted(store)
    store.delete(run.id)
    store.restore(run.id)
    with store.resume(run.id):
        with pytest.raises(RunError, match="is being trained: stop it first"):
            store.delete(run.id)
        with pytest.raises(RunError, match="is being trained in another window"):
            RunStore(store.folder).resume(run.id)
    store.delete(run.id)
    assert store.purge(0) == 1


# Automatic names


def test_runs_without_a_name_are_called_after_what_distinguishes_them(store: RunStore) -> None:
    named = [
        trained(store),
        trained(store, replace(CONFIG, averaging=0.0)),
        trained(store, replace(CONFIG, lr=0.1, optimizer="sgd", seed=3, epochs=1)),
        trained(store, VALIDATED),
        trained(store, VARIED),
        trained(store, replace(CONFIG, iterations=7)),
        trained(store, spec=NetworkSpec.mlp((5,), "relu", "std")),
        trained(store, spec=CONVNET),
    ]
    usual = "batch size 5 · weight averaging 0.9"
    assert all(run.name.endswith(" · noise") for run in named)
    assert [run.name.removesuffix(" · noise") for run in named] == [
        f"784-5-10 ReLU · lr 0.05 · 4 epochs · {usual}",
        "784-5-10 ReLU · lr 0.05 · 4 epochs · batch size 5",
        f"784-5-10 ReLU · SGD · lr 0.1 · 1 epoch · {usual} · seed 3",
        f"784-5-10 ReLU · lr 0.05 · 4 epochs · {usual} · validation split 25 % · patience 4",
        f"784-5-10 ReLU · Adam · lr 0.01 · cosine schedule · 4 epochs · {usual} · augmentation",
        f"784-5-10 ReLU · lr 0.05 · 7 iterations · {usual}",
        f"784-5-10 ReLU · std 0.01 · lr 0.05 · 4 epochs · {usual}",
        f"Convolutional 2-10 ReLU · batch normalisation · dropout 0.3 · lr 0.05 · 4 epochs · {usual}",
    ]


def test_runs_with_the_same_settings_get_different_names(store: RunStore) -> None:
    name = trained(store).name
    again = trained(store)
    assert [again.name, trained(store).name] == [f"{name} (2)", f"{name} (3)"]
    # A name that the user has given stays, even where another run has it.
    assert [trained(store, name="mine").name for _ in range(2)] == ["mine", "mine"]


def test_a_long_automatic_name_is_unique(store: RunStore) -> None:
    spec = NetworkSpec.mlp((5,) * 90, "relu")
    runs = [Run("a", "", spec, CONFIG, DATA, PER_EPOCH, started=0.0)] * 3
    taken: list[str] = []
    for run in runs:
        taken.append(automatic_name(run, taken))
    assert len(set(taken)) == 3
    assert max(map(len, taken)) <= 200


def test_runs_of_an_earlier_version_with_the_same_name_are_renamed(store: RunStore) -> None:
    runs = [trained(store), trained(store, replace(CONFIG, lr=0.1)), trained(store), trained(store)]
    for run in runs:
        store.rename(run.id, run.spec.title)
    store.delete(runs[3].id)
    mine = [trained(store, name="mine") for _ in range(2)]
    names = [RunStore(store.folder).run(run.id).name for run in (*runs, *mine)]
    rest = "4 epochs · batch size 5 · weight averaging 0.9 · noise"
    assert names == [
        f"784-5-10 ReLU · lr 0.05 · {rest}",
        f"784-5-10 ReLU · lr 0.1 · {rest}",
        f"784-5-10 ReLU · lr 0.05 · {rest} (2)",
        "784-5-10 ReLU",
        "mine",
        "mine",
    ]


# Comparing settings


def test_differing_gives_only_the_settings_that_differ() -> None:
    base = Run("a", "a", MLP, CONFIG, DATA, PER_EPOCH, started=0.0)
    assert differing([base, replace(base, id="b", name="b", seconds=7.0)]) == {}
    assert differing([base]) == differing([]) == {}
    other = replace(base, config=replace(CONFIG, lr=0.1, seed=3))
    assert differing([base, other, base]) == {"lr": (0.05, 0.1, 0.05), "seed": (0, 3, 0)}
    data = replace(DATA, name="other noise", fingerprint="0" * 64)
    assert differing([base, replace(base, data=data)]) == {"data": ("noise", "other noise")}
    data = replace(DATA, fingerprint="0" * 64)
    assert differing([base, replace(base, data=data)]) == {"fingerprint": (DATA.fingerprint, "0" * 64)}
    wider = replace(base, spec=NetworkSpec.mlp((7,), "relu"))
    assert differing([base, wider]) == {"network": ("784-5-10 ReLU", "784-7-10 ReLU")}
    started = replace(base, spec=NetworkSpec.mlp((5,), "relu", "std"))
    assert differing([base, started]) == {"1 affine init": ("he", "std"), "3 affine init": ("xavier", "std")}
    layers = list(CONVNET.layers)
    dropped = replace(base, spec=replace(CONVNET, layers=(*layers[:4], *layers[5:])))
    assert list(differing([replace(base, spec=CONVNET), dropped])) == ["layers"]
    layers[4] = DropoutSpec(0.5)
    dropped = replace(base, spec=replace(CONVNET, layers=tuple(layers)))
    assert differing([replace(base, spec=CONVNET), dropped]) == {"5 dropout ratio": (0.3, 0.5)}


# Locks and threads


def test_a_lock_excludes_others_and_checking_it_does_not_take_it(tmp_path: Path) -> None:
    path = tmp_path / "owner"
    assert not is_held(path)
    assert not path.exists()
    lock, other = Lock(path, RunError), Lock(path, RunError)
    assert lock.acquire(0)
    assert is_held(path)
    assert not other.acquire(0)
    other.release()
    assert is_held(path)
    releasing = threading.Thread(target=lock.release)  # any thread may
    releasing.start()
    releasing.join()
    assert not is_held(path)
    assert other.acquire(0)
    other.release()
    other.release()
    assert [path.name for path in tmp_path.iterdir()] == ["owner"]
    with pytest.raises(RunError, match="cannot be locked"):
        Lock(tmp_path / "no folder" / "owner", RunError).acquire(0)


def test_threads_record_list_and_rename_at_the_same_time(store: RunStore) -> None:
    errors: list[Exception] = []
    done = threading.Event()

    def look() -> None:
        try:
            while not done.is_set():
                for run in RunStore(store.folder).runs():
                    assert run.status in (Status.RUNNING, Status.FINISHED)
                    assert len(store.losses(run.id)) >= run.iteration
                    store.rename(run.id, f"{run.name}!"[-20:])
        except Exception as error:  # noqa: BLE001 - reported below
            errors.append(error)

    looking = [threading.Thread(target=look) for _ in range(2)]
    for thread in looking:
        thread.start()
    run = trained(store)
    done.set()
    for thread in looking:
        thread.join()
    assert not errors
    assert [found.id for found in store.runs()] == [run.id]
    assert len(store.losses(run.id)) == 20
