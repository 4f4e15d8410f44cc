"""Nothing is allocated in the training loop.

Where NumPy broadcasts or converts (a bias to a batch, labels to float32) it takes working memory briefly,
``np.getbufsize()`` numbers at most, however large the arrays. Here that is made small, so that other allocations show.
"""

import gc
import itertools
import tracemalloc
from collections.abc import Iterator
from types import SimpleNamespace

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.nn.network_spec import NetworkSpec
from engine.train import trainer as trainer_module
from engine.train.trainer import Progress, TrainConfig, Trainer

FEW_KB = 7_000


@pytest.fixture
def tracing() -> Iterator[None]:
    """Measures the memory that is allocated."""
    before = np.setbufsize(256)
    gc.collect()
    tracemalloc.start()
    yield
    tracemalloc.stop()
    np.setbufsize(before)


@pytest.mark.usefixtures("tracing")
@pytest.mark.parametrize(
    ("activation", "optimizer", "schedule"), [("relu", "sgd", "constant"), ("sigmoid", "momentum", "cosine")]
)
@pytest.mark.parametrize(
    ("batch", "iterations", "threads"),
    [
        pytest.param(16, 300, 1, id="many small batches"),
        pytest.param(4000, 3, 1, id="large batches"),
        pytest.param(4000, 3, 2, id="large batches on two cores"),
    ],
)
def test_training_allocates_nothing(
    activation: str,
    optimizer: str,
    schedule: str,
    batch: int,
    iterations: int,
    threads: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DIGITLAB_THREADS", str(threads))
    # A clock that advances by a second per mini-batch, so there is a Progress event every ``iterations`` mini-batches.
    monkeypatch.setattr(trainer_module, "time", SimpleNamespace(perf_counter=itertools.count().__next__))
    monkeypatch.setattr(trainer_module, "_EVENT_SECONDS", iterations)
    rng = np.random.default_rng(0)
    few = Dataset(rng.integers(0, 256, (50, 28, 28), np.uint8), rng.integers(0, 10, 50).astype(np.uint8))
    n = 2 * iterations * batch - batch // 2  # an epoch has two Progress events, and its last mini-batch is smaller
    config = TrainConfig(optimizer, batch_size=batch, epochs=4, schedule=schedule, weight_decay=0.01)
    trainer = Trainer(NetworkSpec.mlp((20, 12), activation), config, few.subset(rng.integers(0, 50, n)))
    events = trainer.run()
    next(events)  # the accuracies before
    next(events)  # the first Progress, to warm up

    kept, taken = [], []
    # Three times, because what the test process itself allocates in between is counted, too.
    for _ in range(3):
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        progress = next(events)
        after, peak = tracemalloc.get_traced_memory()
        assert isinstance(progress, Progress)
        assert len(progress.losses) == iterations
        kept.append(after - before - progress.losses.nbytes)
        taken.append(peak - before - progress.losses.nbytes)
        next(events)  # the accuracies after the epoch
        next(events)  # the first Progress of the next epoch
    # One number for each of 4,000 images would be 16 kB. Each thread takes working memory, and a worker thread may not
    # have freed that of its last task yet.
    assert min(kept) < threads * FEW_KB / 2
    assert min(taken) < threads * FEW_KB
