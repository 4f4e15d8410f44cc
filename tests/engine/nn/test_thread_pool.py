"""The thread pool: each item is done once, no idle thread is waited for, and results do not depend on the threads."""

import threading
import time
import warnings

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.nn.layers import (
    AffineSpec,
    BatchNormalizationSpec,
    ConvolutionSpec,
    DropoutSpec,
    MaxPoolingSpec,
    ReLUSpec,
)
from engine.nn.network_spec import NetworkSpec
from engine.nn.thread_pool import ThreadPool, allowed_threads
from engine.train.trainer import TrainConfig, Trainer


def workers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("pool worker")]


@pytest.mark.parametrize("threads", [1, 2, 4])
@pytest.mark.parametrize("items", [0, 1, 2, 50])
def test_each_item_is_done_once_and_no_slot_is_used_by_two(threads: int, items: int) -> None:
    done: list[int] = []
    busy = [threading.Lock() for _ in range(threads)]

    def work(item: int, slot: int) -> None:
        assert busy[slot].acquire(blocking=False)
        time.sleep(0.001)
        done.append(item)
        busy[slot].release()

    pool = ThreadPool()
    with pool.running(threads):
        for _ in range(3):
            done.clear()
            pool.run(work, range(items))
            assert sorted(done) == list(range(items))
        # No thread is started for one item, or none.
        most = max(0, min(threads, items) - 1)
        assert bool(workers()) == bool(most)
        assert len(workers()) <= most
    assert not workers()


def test_one_thread_works_in_order() -> None:
    done: list[tuple[int, int, int]] = []
    ThreadPool().run(lambda item, slot: done.append((item, slot, threading.get_ident())), [3, 1, 2])
    assert done == [(item, 0, threading.get_ident()) for item in (3, 1, 2)]


def test_the_work_is_shared() -> None:
    met = threading.Barrier(2, timeout=10)
    pool = ThreadPool()
    with pool.running(2):
        # Each waits for the other: one thread alone would wait forever.
        pool.run(lambda item, slot: met.wait() and None, [1, 2])


def test_no_thread_that_has_not_started_is_waited_for() -> None:
    pool = ThreadPool()
    held, release = threading.Event(), threading.Event()

    def hold(item: int, slot: int) -> None:
        if slot:
            held.set()
            release.wait(10)
        else:
            held.wait(10)

    done = []
    with pool.running(2):
        # A second caller's work occupies the worker thread.
        other = threading.Thread(target=lambda: pool.run(hold, [1, 2]))
        other.start()
        held.wait(10)
        for number in range(5):
            pool.run(lambda item, slot: done.append((item, slot)), [number, -number])
        assert len(done) == 10
        assert {slot for _, slot in done} == {0}
        release.set()
        other.join()


def test_after_an_error_no_task_is_started_and_the_pool_can_be_used_again() -> None:
    done = []

    def work(item: int, slot: int) -> None:
        if item == 3:
            raise ZeroDivisionError("three")
        done.append(item)
        time.sleep(0.0001)

    pool = ThreadPool()
    with pool.running(2):
        for _ in range(2):
            done.clear()
            with pytest.raises(ZeroDivisionError, match="three"):
                pool.run(work, range(1000))
            assert {0, 1, 2} <= set(done)
            assert len(done) < 900
            done.clear()
            pool.run(work, [0, 1, 2])
            assert sorted(done) == [0, 1, 2]
    assert not workers()


def test_numpys_error_settings_are_those_of_the_caller() -> None:
    met = threading.Barrier(2, timeout=10)

    def overflow(item: int, slot: int) -> None:
        met.wait()
        np.exp(np.full(3, 1000.0))

    pool = ThreadPool()
    with pool.running(2), warnings.catch_warnings():
        warnings.simplefilter("error")
        with np.errstate(over="ignore"):
            pool.run(overflow, [1, 2])
        with np.errstate(over="raise"), pytest.raises(FloatingPointError):
            pool.run(overflow, [1, 2])


@pytest.mark.parametrize(
    ("value", "threads"),
    [("1", 1), ("3", 3), ("64", 4), ("1,2", 1), (" 3 ", 3), ("0", None), ("", None), ("many", None), ("-2", None)],
)
def test_allowed_threads(value: str, threads: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGITLAB_THREADS", value)
    monkeypatch.setattr("engine.nn.thread_pool._available_cores", lambda: 2)
    assert allowed_threads() == (threads or 2)


LARGE = {
    "fully connected": NetworkSpec.mlp((300,)),
    "convolutional": NetworkSpec(
        (
            ConvolutionSpec(8, size=5, stride=2),
            BatchNormalizationSpec(),
            ReLUSpec(),
            ConvolutionSpec(16),
            ReLUSpec(),
            MaxPoolingSpec(),
            AffineSpec(300),
            ReLUSpec(),
            DropoutSpec(0.3),
            AffineSpec(10),
        ),
        (1, 28, 28),
    ),
}


@pytest.mark.parametrize("spec", LARGE.values(), ids=LARGE)
def test_a_training_has_the_same_bits_for_any_number_of_threads(
    spec: NetworkSpec, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(0)
    data = Dataset(rng.integers(0, 256, (300, 28, 28), np.uint8), rng.integers(0, 10, 300, np.uint8))
    found, counts = [], []
    for threads in ("1", "2", "4"):
        monkeypatch.setenv("DIGITLAB_THREADS", threads)
        trainer = Trainer(spec, TrainConfig(iterations=6, lr=0.05, evaluation_samples=100), data)
        for _ in trainer.run():
            counts.append(len(workers()))
        found.append((trainer.network.theta.tobytes(), trainer.losses.tobytes()))
    assert found[0] == found[1] == found[2]
    assert max(counts) >= 1
    assert not workers()


def test_if_no_thread_can_be_started_the_caller_does_all_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    pool, done = ThreadPool(), []
    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", refuse)
        with pool.running(3):
            for _ in range(2):
                pool.run(lambda item, slot: done.append((item, slot)), range(5))
    assert done == [(item, 0) for item in range(5)] * 2
    # It can be used again afterwards.
    met = threading.Barrier(2, timeout=10)
    with pool.running(2):
        pool.run(lambda item, slot: met.wait() and None, [1, 2])


def test_the_pool_can_be_used_after_an_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    join, pool = threading.Thread.join, ThreadPool()

    def interrupted(thread: threading.Thread, timeout: float | None = None) -> None:
        join(thread, timeout)
        raise KeyboardInterrupt

    def interrupted_block() -> None:
        with monkeypatch.context() as patched, pool.running(3):
            pool.run(lambda item, slot: None, range(5))
            patched.setattr(threading.Thread, "join", interrupted)

    with pytest.raises(KeyboardInterrupt):
        interrupted_block()
    met = threading.Barrier(3, timeout=10)
    for _ in range(2):
        with pool.running(3):
            pool.run(lambda item, slot: met.wait() and None, [1, 2, 3])
    for thread in workers():
        thread.join(10)
    assert not workers()


def test_evaluations_with_averaged_weights_use_the_same_pool() -> None:
    data = Dataset(np.zeros((20, 28, 28), np.uint8), np.zeros(20, np.uint8))
    trainer = Trainer(LARGE["fully connected"], TrainConfig(averaging=0.9), data)
    assert trainer.kept is not trainer.network
    assert trainer.kept.thread_pool is trainer.network.thread_pool


@pytest.mark.parametrize("value", ["", "0", "-1", "many", "9" * 5_000, "1e3"])
def test_a_number_of_threads_that_is_none_is_ignored(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DIGITLAB_THREADS", "")
    usual = allowed_threads()
    monkeypatch.setenv("DIGITLAB_THREADS", value)
    assert allowed_threads() == usual
    monkeypatch.setenv("DIGITLAB_THREADS", "1")
    assert allowed_threads() == 1
