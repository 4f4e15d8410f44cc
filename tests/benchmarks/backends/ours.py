"""The engine as the program uses it: Trainer with its events, Recognizer without activations, and the prediction of
the command ``evaluate``.
"""

import engine  # noqa: F401 - before NumPy: it sets the number of threads

# isort: split
import os

import numpy as np

from backends.backend import Backend
from backends.work import CHECKED_IMAGES, CHECKED_STEPS, Arrays, Work
from engine.data.dataset import Dataset
from engine.nn.network_spec import NetworkSpec
from engine.nn.thread_pool import allowed_threads
from engine.recognizer import Recognizer
from engine.train.trainer import TrainConfig, Trainer

# More than are ever measured.
_MANY_ITERATIONS = 10_000_000


def backend(work: Work, one_thread: bool) -> Backend:
    match work.task.kind:
        case "train":
            return _Training(work)
        case "one":
            return _OneImage(work)
        case _:
            return _ManyImages(work)


class _Base:
    def about(self) -> dict[str, str]:
        threads = f"OpenBLAS {os.environ['OPENBLAS_NUM_THREADS']}, up to {allowed_threads()} in its thread pool"
        return {"version": f"NumPy {np.__version__}", "threads": threads}

    def choose(self) -> None:
        pass

    def close(self) -> None:
        pass


class _Training(_Base):
    def __init__(self, work: Work) -> None:
        self._task = work.task
        self._data = Dataset(work.images, work.labels)
        self._trainer = self._new_trainer(NetworkSpec.from_dict(work.task.spec))
        self._events = self._trainer.run()

    def _new_trainer(self, spec: NetworkSpec) -> Trainer:
        # Accuracies are not part of a step: they are measured on one image only, at the end of an epoch.
        task = self._task
        config = TrainConfig(
            "sgd",
            task.lr,
            batch_size=task.batch,
            iterations=_MANY_ITERATIONS,
            seed=task.seed,
            evaluation_samples=1,
        )
        return Trainer(spec, config, self._data)

    def about(self) -> dict[str, str]:
        return super().about() | {"variant": "Trainer"}

    def check(self) -> Arrays:
        trainer = self._new_trainer(NetworkSpec.from_dict(self._task.checked))
        for _ in trainer.run(CHECKED_STEPS):
            pass
        return {"losses": trainer.losses.copy(), **trainer.network.snapshot()}

    def choose(self) -> None:
        self.steps(3)

    def steps(self, n: int) -> int:
        first = self._trainer.iteration
        while self._trainer.iteration < first + n:
            next(self._events)
        return self._trainer.iteration - first

    def close(self) -> None:
        self._events.close()  # type: ignore[attr-defined]


class _OneImage(_Base):
    def __init__(self, work: Work) -> None:
        self._recognizer = Recognizer(NetworkSpec.from_dict(work.task.spec), work.params, max_batch=1)
        self._x = Dataset(work.images, work.labels).pixels(slice(CHECKED_IMAGES))

    def about(self) -> dict[str, str]:
        return super().about() | {"variant": "Recognizer, float32 in"}

    def check(self) -> Arrays:
        return {"probabilities": np.concatenate([self._recognizer.probabilities(x[None]) for x in self._x])}

    def steps(self, n: int) -> int:
        probabilities, x = self._recognizer.probabilities, self._x[:1]
        for _ in range(n):
            probabilities(x)
        return n


class _ManyImages(_Base):
    def __init__(self, work: Work) -> None:
        self._recognizer = Recognizer(NetworkSpec.from_dict(work.task.spec), work.params)
        self._data, self._chunks = Dataset(work.images, work.labels), work.chunks()

    def about(self) -> dict[str, str]:
        threads = f"{allowed_threads()} in its thread pool"
        return super().about() | {"threads": threads, "variant": "as the command evaluate predicts them, 100 at a time"}

    def check(self) -> Arrays:
        data = self._data.subset(slice(CHECKED_IMAGES))
        return {"probabilities": self._recognizer.predict_dataset(data)}

    def choose(self) -> None:
        self.check()

    def steps(self, n: int) -> int:
        for _ in range(n):
            self._recognizer.predict_dataset(self._data.subset(next(self._chunks)))
        return n
