"""The training loop: mini-batches, epochs, evaluations, and a state to resume from, bit for bit."""

import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cached_property

import numpy as np

from ..data.augmentation import augment
from ..data.dataset import BatchReader, Dataset
from ..data.label_noise import with_wrong_labels
from ..data.split import sample, split
from ..errors import SpecError
from ..i18n import tr
from ..io.limits import MAX_BATCH_NUMBERS, MAX_EVALUATIONS, MAX_ITERATIONS, MAX_RESUMED_NUMBERS
from ..nn.batch_size import check_batch_size, fitting_batch
from ..nn.network import Network
from ..nn.network_spec import NetworkSpec
from ..nn.thread_pool import allowed_threads
from ..types import FloatArray, IntArray
from .config import TrainConfig
from .early_stopping import EarlyStopping
from .evaluator import Evaluator, evaluation_count
from .events import Diverged, Evaluation, Finished, Progress, StepDetails, TrainEvent
from .optimizers import make_optimizer
from .schedules import schedule_factor
from .state import AVERAGE, BEST, TrainerState, fingerprint
from .step_details import WatchedStep

__all__ = [
    "Diverged",
    "Evaluation",
    "Finished",
    "Progress",
    "TrainConfig",
    "TrainEvent",
    "Trainer",
    "TrainerState",
]

# Often enough for a live plot, rarely enough to cost nothing.
_EVENT_SECONDS = 0.04
_EVALUATION_BATCH = 100
# A loss so many times as large as the first one does not recover.
_DIVERGED = 1e4


class Trainer:
    """Trains a network on a dataset.

    Iterate over ``run()``; to pause or to stop, stop iterating. ``state()`` between two events is exact: a
    Trainer made from it trains on, bit for bit, as this one would have.

    >>> from digit_lab.engine.data.synthetic.digits import synthetic_digits
    >>> config = TrainConfig(optimizer="adam", lr=0.01, batch_size=50, epochs=3)
    >>> trainer = Trainer(NetworkSpec.mlp((50,), "relu"), config, synthetic_digits(500))
    >>> for event in trainer.run():
    ...     if isinstance(event, Evaluation):
    ...         print(f"epoch {event.epoch:.0f}")
    epoch 0
    epoch 1
    epoch 2
    epoch 3
    >>> trainer.losses.shape, trainer.evaluations[-1].train_accuracy > 0.8
    ((30,), True)

    Attributes:
        train: the images that are trained on, see ``training_set``.
        network: the one that is trained.
        kept: the one that is evaluated and stored: ``network`` itself, or with weight averaging the running average.
        iteration, total_iterations, per_epoch: mini-batches done, in all, and in an epoch.
        evaluations, evaluator: those so far, and what makes them.
        seconds: spent in ``run``, also before it was resumed.
        watched: whether a step keeps what ``step_details`` needs; to be changed between two events.
    """

    def __init__(
        self,
        spec: NetworkSpec,
        config: TrainConfig,
        train: Dataset,
        test: Dataset | None = None,
        *,
        initial: Mapping[str, FloatArray] | None = None,
        resumed: bool = False,
    ) -> None:
        """Args:
        initial: weights to start from, instead of random ones.
        resumed: by ``Trainer.resumed``: earlier versions allowed larger mini-batches.

        Raises:
            SpecError: it is no network that reads digits, or its mini-batches would take too much memory, or the
                training set is empty, or too small for a validation split.
        """
        spec.check_digits()
        if not len(train):
            raise SpecError(tr("There is nothing to train on: the training set is empty."))
        self.spec, self.config = spec, config
        self._given = train
        self.train, validation = training_set(train, config)

        self._rng = np.random.default_rng(config.seed)
        # A mini-batch larger than the whole set is the whole set.
        self._batch_size = min(config.batch_size, len(self.train))
        check_batch_size(spec, self._batch_size, MAX_RESUMED_NUMBERS if resumed else MAX_BATCH_NUMBERS)
        evaluated = fitting_batch(spec, _EVALUATION_BATCH)
        self.network = Network(spec, max(self._batch_size, evaluated))
        self.network.initialize(self._rng)
        self.network.use_rng(self._rng)
        if initial is not None:
            self.network.load(initial)
        self._decayed = [array for name, array in self.network.params.items() if name.startswith("W")]
        self.kept = self.network
        if config.averaging:
            self.kept = Network(spec, evaluated, thread_pool=self.network.thread_pool)
            np.copyto(self.kept.theta, self.network.theta)
        self._optimizer = make_optimizer(config.optimizer, self.network.theta, asdict(config), self.network.thread_pool)
        self._difference = np.empty_like(self.network.theta)
        self._stopping = EarlyStopping(self.network.theta, config.patience) if config.patience else None
        self._reader = BatchReader(self.train, self._batch_size)

        self.per_epoch = -(-len(self.train) // self._batch_size)
        self.total_iterations = config.iterations or config.epochs * self.per_epoch
        if self.total_iterations > MAX_ITERATIONS:
            raise SpecError(
                tr("A training has at most {0:,} iterations, not {1:,}.", MAX_ITERATIONS, self.total_iterations)
            )
        evaluations = evaluation_count(self.total_iterations, self.per_epoch, config.evaluate_every)
        if evaluations > MAX_EVALUATIONS:
            raise SpecError(
                tr(
                    "The accuracy would be measured {0:,} times, and a training is stored with at most {1:,} "
                    "measurements. Choose fewer epochs, or a larger evaluate_every in a settings file.",
                    evaluations,
                    MAX_EVALUATIONS,
                )
            )
        self.evaluator = Evaluator(
            [self.train] if test is None or not len(test) else [self.train, test],
            validation,
            config,
            self._batch_size,
            self.per_epoch,
            self.total_iterations,
        )
        self.iteration = 0
        self.evaluations: list[Evaluation] = []
        self.seconds = 0.0
        self.watched = False
        self._watched_step: WatchedStep | None = None
        self._losses = np.empty(self.total_iterations, np.float32)
        self._epoch_rng = self._rng.bit_generator.state
        self._order: IntArray = self._rng.permutation(len(self.train))

    @classmethod
    def resumed(cls, state: TrainerState, train: Dataset, test: Dataset | None = None) -> "Trainer":
        """A trainer that resumes from ``state``.

        Raises:
            SpecError: ``train`` is not the set that the state was trained on.
        """
        if state.data != fingerprint(train):
            raise SpecError(
                tr("This training was started on other data: it can only be resumed on the same training set.")
            )
        trainer = cls(state.spec, state.config, train, test, initial=state.params, resumed=True)
        if not 0 <= state.iteration <= trainer.total_iterations or len(state.losses) != state.iteration:
            raise SpecError(tr("The saved training is inconsistent: it cannot be resumed."))
        for name, array in trainer._arrays().items():
            np.copyto(array, state.optimizer[name])
        trainer.iteration = state.iteration
        trainer.evaluations = list(state.evaluations)
        if trainer._stopping is not None:
            for evaluation in state.evaluations:
                trainer._stopping.update(evaluation)
        trainer.seconds = state.seconds
        trainer._losses[: state.iteration] = state.losses
        trainer._rng.bit_generator.state = state.epoch_rng
        trainer._epoch_rng = trainer._rng.bit_generator.state
        trainer._order = trainer._rng.permutation(len(trainer.train))
        trainer._rng.bit_generator.state = state.rng
        return trainer

    def state(self) -> TrainerState:
        """A copy of everything, to be called between two events."""
        return TrainerState(
            spec=self.spec,
            config=self.config,
            data=self._fingerprint,
            iteration=self.iteration,
            rng=self._rng.bit_generator.state,
            epoch_rng=self._epoch_rng,
            seconds=self.seconds,
            params=self.network.snapshot(),
            optimizer={name: array.copy() for name, array in self._arrays().items()},
            losses=self.losses.copy(),
            evaluations=tuple(self.evaluations),
        )

    def _arrays(self) -> dict[str, FloatArray]:
        """What a state has besides the weights: the optimiser's arrays, the average, and the best weights."""
        arrays = dict(self._optimizer.state)
        if self.config.averaging:
            arrays[AVERAGE] = self.kept.theta
        if self._stopping is not None:
            arrays[BEST] = self._stopping.theta
        return arrays

    @cached_property
    def _fingerprint(self) -> str:
        # For MNIST it takes a fifth of the time of a small network's epoch.
        return fingerprint(self._given)

    @property
    def losses(self) -> FloatArray:
        """(iteration,) float32: the loss of each mini-batch so far, a view."""
        return self._losses[: self.iteration]

    def run(self, until: int | None = None, threads: int | None = None) -> Iterator[TrainEvent]:
        """Train until all iterations are done, with some 25 events a second.

        An Evaluation comes before the first mini-batch, after every epoch, and in between as the configuration asks;
        Finished or Diverged is the last event.

        Args:
            until: pause when so many mini-batches are done. The last event is then their Progress or Evaluation,
                unless the training is over.
            threads: how many compute, this one included; by default ``allowed_threads()``.
        """
        start, first, reported = time.perf_counter(), self.iteration, self.iteration
        seconds_before = self.seconds
        with self.network.thread_pool.running(threads or allowed_threads()):
            if self._evaluation_due():
                yield self._evaluate()
            next_event = start + _EVENT_SECONDS
            while not self.is_over and (until is None or self.iteration < until):
                loss = self._step()
                now = time.perf_counter()
                self.seconds = seconds_before + now - start
                if not loss < _DIVERGED * max(1.0, float(self._losses[0])):  # NaN is not below anything
                    yield Diverged(self.iteration, loss)
                    return
                due = self._evaluation_due()
                if due or now >= next_event or self.iteration == until:
                    yield self._progress(reported, (self.iteration - first) / (now - start))
                    reported, next_event = self.iteration, now + _EVENT_SECONDS
                if due:
                    yield self._evaluate()
        self.seconds = seconds_before + time.perf_counter() - start
        if not self.is_over:
            return
        if np.isfinite(self.network.theta).all():
            if self._stopping is not None:
                np.copyto(self.kept.theta, self._stopping.theta)
            yield Finished(self.iteration, None if self._stopping is None else self._stopping.iteration)
        else:  # it diverged in the last step, whose loss was still finite
            yield Diverged(self.iteration, math.nan)

    def step_details(self) -> StepDetails | None:
        """What the last mini-batch did; None where it was not ``watched``. To be called directly after its Progress."""
        if self._watched_step is None:
            return None
        epoch, lr, loss = self.iteration / self.per_epoch, self._lr(self.iteration - 1), float(self.losses[-1])
        return self._watched_step.details(self.network, self.iteration, epoch, lr, loss)

    @property
    def is_over(self) -> bool:
        """Whether ``run`` would yield Finished, or Diverged, at once."""
        return self.iteration >= self.total_iterations or (self._stopping is not None and self._stopping.should_stop)

    def _step(self) -> float:
        """One mini-batch."""
        size, position = self._batch_size, self.iteration % self.per_epoch
        if position == 0 and self.iteration:
            self._epoch_rng = self._rng.bit_generator.state
            self._order = self._rng.permutation(len(self.train))
        x, t = self._reader.read(self._order[position * size : (position + 1) * size])
        how = self.config.augmentation.at(self.iteration / self.total_iterations)
        lr = self._lr(self.iteration)
        # Overflow is expected before a training diverges: the loss shows it.
        with np.errstate(over="ignore", invalid="ignore"):
            x = augment(x, how, self._rng) if how else x
            self._watched_step = WatchedStep(self.network, x, t) if self.watched else None
            loss = self.network.gradient_step(x, t)
            if self._watched_step is not None:
                # The optimiser overwrites it.
                self._watched_step.keep_gradient(self.network)
            if self.config.weight_decay:
                for W in self._decayed:
                    W *= 1 - lr * self.config.weight_decay
            self._optimizer.update(self.network.theta, self.network.dtheta, lr)
            if self.config.averaging:
                # At first the average is over fewer steps.
                step = np.subtract(self.network.theta, self.kept.theta, out=self._difference)
                step *= max(1 - self.config.averaging, 1 / (1 + 0.1 * self.iteration))
                self.kept.theta += step
        self._losses[self.iteration] = loss
        self.iteration += 1
        return loss

    def _lr(self, iteration: int) -> float:
        return self.config.lr * schedule_factor(self.config.schedule, iteration / self.total_iterations)

    def _evaluation_due(self) -> bool:
        """Whether to evaluate now, unless that has been done."""
        measured = bool(self.evaluations) and self.evaluations[-1].iteration == self.iteration
        return not measured and self.evaluator.is_due(self.iteration)

    def _evaluate(self) -> Evaluation:
        evaluation = self.evaluator.evaluate(self.kept, self.iteration)
        self.evaluations.append(evaluation)
        if self._stopping is not None:
            self._stopping.update(evaluation, self.kept.theta)
        return evaluation

    def _progress(self, reported: int, pace: float) -> Progress:
        return Progress(
            iteration=self.iteration,
            total_iterations=self.total_iterations,
            epoch=self.iteration / self.per_epoch,
            losses=self._losses[reported : self.iteration].copy(),
            lr=self._lr(self.iteration - 1),
            iterations_per_second=pace,
            seconds_left=(self.total_iterations - self.iteration) / pace,
        )


def training_set(train: Dataset, config: TrainConfig) -> tuple[Dataset, Dataset | None]:
    """The images to train on, with the labels that are trained on, and the validation split, if there is one.

    They are the same for every seed, so that trainings can be compared.

    Raises:
        SpecError: ``train`` is too small for a validation split.
    """
    used, held_out = sample(train, config.train_size), None
    if config.validation:
        kept, others = split(used, config.validation)
        if not len(others):
            raise SpecError(tr("There are too few images for a validation split."))
        used, held_out = used.subset(np.sort(kept)), used.subset(np.sort(others))
    if config.wrong_labels:
        used = with_wrong_labels(used, config.wrong_labels)
    return used, held_out
