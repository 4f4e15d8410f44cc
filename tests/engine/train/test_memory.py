"""Nothing is allocated in the training loop.

Where NumPy broadcasts or converts (a bias to a batch, labels to float32) it takes working memory for a moment,
``np.getbufsize()`` numbers at most, however large the arrays. Here that is made small, so that nothing hides behind it.
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
    """Counts what is allocated."""
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
    ("batch", "stretch", "threads"),
    [
        pytest.param(16, 300, 1, id="many small batches"),
        pytest.param(4000, 3, 1, id="large batches"),
        pytest.param(4000, 3, 2, id="large batches on two cores"),
    ],
)
def test_a_stretch_of_training(
    activation: str,
    optimizer: str,
    schedule: str,
    batch: int,
    stretch: int,
    threads: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DIGITLAB_THREADS", str(threads))
    # A clock that goes a second forward a mini-batch, and so a Progress a stretch.
    monkeypatch.setattr(trainer_module, "time", SimpleNamespace(perf_counter=itertools.count().__next__))
    monkeypatch.setattr(trainer_module, "_EVENT_SECONDS", stretch)
    rng = np.random.default_rng(0)
    few = Dataset(rng.integers(0, 256, (50, 28, 28), np.uint8), rng.integers(0, 10, 50).astype(np.uint8))
    n = 2 * stretch * batch - batch // 2  # an epoch is two stretches, its last mini-batch a short one
    config = TrainConfig(optimizer, batch_size=batch, epochs=3, schedule=schedule, weight_decay=0.01)
    trainer = Trainer(NetworkSpec.mlp((20, 12), activation), config, few.subset(rng.integers(0, 50, n)))
    events = trainer.run()
    next(events)  # the accuracies before
    next(events)  # a stretch to warm up

    kept, taken = [], []
    # Twice, for the test's own process may get a message meanwhile, which is counted, too.
    for _ in range(2):
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        progress = next(events)
        after, peak = tracemalloc.get_traced_memory()
        assert isinstance(progress, Progress)
        assert len(progress.losses) == stretch
        kept.append(after - before - progress.losses.nbytes)
        taken.append(peak - before - progress.losses.nbytes)
        next(events)  # the accuracies after the epoch
        next(events)  # the first stretch of the next
    # One number for each of 4,000 pictures would be 16 kB. Each thread takes working memory, and who helps may not yet
    # have let go of the last work.
    assert min(kept) < threads * FEW_KB / 2
    assert min(taken) < threads * FEW_KB
