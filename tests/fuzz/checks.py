"""What must hold for everything that is read."""

import resource
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TypeVar

import numpy as np

from engine.data.dataset import Dataset
from engine.errors import DigitLabError, SpecError
from engine.nn.network_spec import NetworkSpec
from engine.recognizer import Recognizer
from engine.train.config import TrainConfig
from engine.train.trainer import Trainer
from engine.types import FloatArray

MAX_SENTENCE = 600
SMALL = NetworkSpec.mlp((5,))
# Of the networks that are trained: larger ones would only take longer.
_MAX_PARAMETERS, _MAX_OUTPUTS = 200_000, 50_000
T = TypeVar("T")


class Wrong(Exception):
    """Something that was read, or a message about it, is not as it must be."""


def check(holds: object, what: str) -> None:
    """Raise ``Wrong`` unless it holds."""
    if not holds:
        raise Wrong(what)


def is_plain(text: str) -> bool:
    """Whether a text is one line without control characters. Python does not count no-break spaces as printable."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").isprintable()


def check_sentence(text: str) -> None:
    """A message is one line, not long, and ends with a full stop."""
    check(is_plain(text), f"a message with control characters: {text[:200]!r}")
    check(len(text) <= MAX_SENTENCE, f"a message of {len(text)} characters: {text[:100]!r}")
    check(text.rstrip("”)").endswith((".", "?", "…")), f"a message without a full stop: {text[-100:]!r}")


def check_name(text: str) -> None:
    """A name is one line."""
    check(is_plain(text), f"a name with control characters: {text[:200]!r}")


def check_error(error: BaseException) -> None:
    """An error of the project is a sentence, and memory was not short."""
    check_sentence(str(error))
    inner: BaseException | None = error
    while inner is not None:
        check(not isinstance(inner, MemoryError), "more than the memory that is allowed")
        inner = inner.__cause__ or inner.__context__


def attempt(action: Callable[[], T]) -> T | None:
    """The result; None where it was refused in a sentence."""
    try:
        return action()
    except DigitLabError as error:
        check_error(error)
        return None


@cache
def digits() -> Dataset:
    """Thirty images of noise, three of each digit."""
    rng = np.random.default_rng(0)
    images = (rng.random((30, 28, 28)) ** 4 * 255).astype(np.uint8)
    return Dataset(images, np.arange(30, dtype=np.uint8) % 10, "noise")


@cache
def recognizer() -> Recognizer:
    """One with a small network that was not trained."""
    trainer = Trainer(SMALL, TrainConfig(), digits())
    return Recognizer(SMALL, trainer.network.snapshot(), 1)


def check_predictions(probabilities: FloatArray) -> None:
    """Probabilities, or nothing where there is no ink."""
    check(np.isfinite(probabilities).all(), "probabilities that are not finite")
    sums = probabilities.sum(axis=-1)
    check(((abs(sums - 1) < 1e-3) | (sums == 0)).all(), "probabilities whose sum is not 1")


def is_small(spec: NetworkSpec) -> bool:
    """Whether a step of training takes milliseconds."""
    return spec.param_count() <= _MAX_PARAMETERS and sum(map(np.prod, spec.shapes())) <= _MAX_OUTPUTS


def train_a_step(
    spec: NetworkSpec, config: TrainConfig, train: Dataset | None = None, initial: dict[str, FloatArray] | None = None
) -> None:
    """The first mini-batch of a training, of at most 100 images."""
    if not is_small(spec):
        return
    train = digits() if train is None else train
    try:
        trainer = Trainer(spec, replace(config, batch_size=min(config.batch_size, 100)), train, initial=initial)
    except SpecError as error:
        return check_error(error)
    list(trainer.run(until=1, threads=1))
    trainer.state()


def peak_memory() -> int:
    """Bytes of memory that this process has had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
