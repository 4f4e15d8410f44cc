"""A checkpoint file: all that ``Trainer.resumed`` needs to train on, bit for bit."""

import dataclasses
import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar, get_args

import numpy as np

from ..data.augmentation import Augmentation
from ..errors import CheckpointError, SpecError
from ..i18n import tr, tr_noop
from ..io import safetensors_file
from ..io.checked_file import (
    TRAINING_FORMAT,
    Arrays,
    Facts,
    Fault,
    check_format,
    error_context,
    fact,
    quoted,
    read_file,
    write_file,
)
from ..io.float_arrays import check_arrays
from ..io.limits import MAX_CHECKPOINT_BYTES, MAX_EVALUATIONS, MAX_ITERATIONS, MAX_WHOLE
from ..weights import check_params, spec_of
from .config import TrainConfig, up_to_date
from .events import Evaluation
from .optimizers import make_optimizer
from .state import AVERAGE, BEST, TrainerState

# The second version has the evaluations as an array. It is written where they are too many for the first one.
FORMAT_VERSION = 2

# As JSON an evaluation takes up to 320 bytes. Earlier programs stored all of them so, up to this size.
MAX_HEADER = 16 << 20
# So that times do not overflow anywhere. A run is stored with at most so many, too.
MAX_SECONDS = 250_000_000_000.0
_MAX_AS_JSON = 10_000
# Of float32.
_MAX_LOSS = 3.41e38

_PARAMS, _OPTIMIZER, _LOSSES = "params.", "optimizer.", "losses"
# The array of evaluations: a row for each, a column for each field, NaN where it is None.
EVALUATIONS = "evaluations"
_FIELDS = [field.name for field in dataclasses.fields(Evaluation)]
EVALUATION_BYTES = 8 * len(_FIELDS)

D = TypeVar("D", TrainConfig, Augmentation, Evaluation)


def save_state(path: str | Path, state: TrainerState) -> None:
    """Write a state atomically, as safetensors.

    Raises:
        CheckpointError: the file cannot be written, or ``load_state`` would refuse it (weights that are NaN, because
            the training has diverged). What was at ``path`` is as it was.
    """
    path = Path(path)
    with error_context(path, "saved", CheckpointError):
        _check(state)
        arrays = {_PARAMS + name: array for name, array in state.params.items()}
        arrays |= {_OPTIMIZER + name: array for name, array in state.optimizer.items()}
        facts = {
            "format": TRAINING_FORMAT,
            "spec": state.spec.to_dict(),
            "config": dataclasses.asdict(state.config),
            "data": state.data,
            "iteration": state.iteration,
            "rng": dict(state.rng),
            "epoch_rng": dict(state.epoch_rng),
            "seconds": float(state.seconds),
        }
        tables, more = pack_evaluations(state.evaluations)
        arrays |= tables | {_LOSSES: state.losses}
        content = safetensors_file.pack(arrays, facts | more, MAX_HEADER, exact=tables)
        write_file(path, content, MAX_CHECKPOINT_BYTES)


def load_state(path: str | Path) -> TrainerState:
    """What ``save_state`` wrote, bit for bit.

    Raises:
        CheckpointError: there is no such file, or it is damaged, hostile, or inconsistent.
    """
    path = Path(path)
    with error_context(path, "opened", CheckpointError):
        arrays, facts = safetensors_file.unpack(read_file(path, MAX_CHECKPOINT_BYTES), MAX_HEADER)
        facts = facts or {}
        check_format(facts, TRAINING_FORMAT, FORMAT_VERSION)
        # The arrays are read-only views of the file's bytes; a training needs copies.
        owned: Arrays = {name: array.copy() for name, array in arrays.items()}
        state = TrainerState(
            spec=spec_of(facts),
            config=dataclass_from(TrainConfig, fact(facts, "config", dict)),
            data=fact(facts, "data", str),
            iteration=fact(facts, "iteration", int),
            rng=fact(facts, "rng", dict),
            epoch_rng=fact(facts, "epoch_rng", dict),
            seconds=fact(facts, "seconds", float),
            params=_extract(owned, _PARAMS),
            optimizer=_extract(owned, _OPTIMIZER),
            losses=owned.pop(_LOSSES, np.empty(0, np.float32)),
            evaluations=unpack_evaluations(owned, facts, MAX_EVALUATIONS),
        )
        if owned:
            raise Fault(tr("it holds arrays that do not belong to a training."))
        _check(state)
        return state


def pack_evaluations(evaluations: Sequence[Evaluation]) -> tuple[Arrays, Facts]:
    """The array of evaluations and the facts to store: no array where they are few, so that older programs read them.

    The array is to be stored as float64.
    """
    if len(evaluations) <= _MAX_AS_JSON:
        return {}, {"format_version": 1, EVALUATIONS: [dataclasses.asdict(evaluation) for evaluation in evaluations]}
    rows = [[getattr(evaluation, name) for name in _FIELDS] for evaluation in evaluations]
    return {EVALUATIONS: np.array(rows, np.float64)}, {"format_version": FORMAT_VERSION}


def unpack_evaluations(arrays: Arrays, facts: Facts, most: int) -> tuple[Evaluation, ...]:
    """What ``pack_evaluations`` was given, at most so many. Their array is removed from ``arrays``.

    Raises:
        Fault: they are malformed. Whether they are possible, ``is_possible`` tells.
    """
    table = arrays.pop(EVALUATIONS, None)
    if table is None:
        return tuple(dataclass_from(Evaluation, item) for item in fact(facts, EVALUATIONS, list))
    malformed = Fault(tr("its {0} are malformed.", tr("accuracies")))
    if table.dtype != np.float64 or table.shape[1:] != (len(_FIELDS),) or len(table) > most:
        raise malformed
    numbers = [table[:, _FIELDS.index(name)] for name in ("iteration", "epoch", "train_accuracy", "epoch_end")]
    if not (np.isfinite(numbers).all() and (numbers[0] % 1 == 0).all() and np.isin(numbers[-1], (0, 1)).all()):
        raise malformed
    found = []
    for row in table.tolist():
        values: dict[str, Any] = {name: None if math.isnan(v) else v for name, v in zip(_FIELDS, row, strict=True)}
        values |= {"iteration": int(values["iteration"]), "epoch_end": bool(values["epoch_end"])}
        found.append(Evaluation(**values))
    return tuple(found)


def _extract(arrays: Arrays, prefix: str) -> Arrays:
    """Remove the arrays whose names start with ``prefix`` from ``arrays``, and return them without it."""
    return {name.removeprefix(prefix): arrays.pop(name) for name in list(arrays) if name.startswith(prefix)}


def dataclass_from(kind: type[D], values: Any) -> D:
    """A dataclass from the JSON object of its fields. A missing one gets its default, if it has any: older versions
    of the program did not write it.

    Raises:
        Fault: they are not its fields, or have impossible values.
    """
    what = tr("accuracies") if kind is Evaluation else tr("settings")
    fields = {field.name: field.type for field in dataclasses.fields(kind)}
    if type(values) is not dict:
        raise Fault(tr("its {0} are malformed.", what))
    if kind is TrainConfig:
        values = up_to_date(values)
    for name, value in values.items():
        if fields.get(name) is Augmentation:
            values = values | {name: dataclass_from(Augmentation, value)}
        elif name not in fields or not _fits(value, fields[name]):
            raise Fault(
                tr("{0} among its {1} is malformed, or unknown to this version of Digit Lab.", quoted(name), what)
            )
    try:
        return kind(**values)
    except SpecError as error:
        raise Fault(tr("its {0} are not valid. {1}", what, error)) from error
    except TypeError as error:  # one that has no default is missing
        raise Fault(tr("its {0} are not complete.", what)) from error


def _fits(value: Any, declared: Any) -> bool:
    """Whether it has the field's type in JSON: a whole number may stand for a float, but true is not a number."""
    kinds = get_args(declared) or (declared,)
    return type(value) in kinds or (type(value) is int and float in kinds and abs(value) <= MAX_WHOLE)


def _check(state: TrainerState) -> None:
    """Raises: Fault: its parts do not belong together."""
    check_params(state.spec, state.params)
    # The arrays that the optimiser of the resumed training will have.
    theta = np.empty(state.spec.param_count(), np.float32)
    arrays = make_optimizer(state.config.optimizer, theta, dataclasses.asdict(state.config)).state
    if state.config.averaging:
        arrays = arrays | {AVERAGE: theta}
    if state.config.patience:
        arrays = arrays | {BEST: theta}
    check_arrays(state.optimizer, {name: array.shape for name, array in arrays.items()})
    if "t" in state.optimizer and state.optimizer["t"][0] < 0:
        raise Fault(tr("it has an impossible number of steps of the optimiser."))
    whole = {
        tr_noop("number of iterations"): 0 <= state.iteration <= MAX_ITERATIONS,
        tr_noop("fingerprint of its data"): re.fullmatch("[0-9a-f]{64}", state.data) is not None,
        tr_noop("random generator"): _is_rng_state(state.rng) and _is_rng_state(state.epoch_rng),
        tr_noop("duration"): 0 <= state.seconds <= MAX_SECONDS,
        tr_noop("accuracies"): all(is_possible(evaluation, state.iteration) for evaluation in state.evaluations),
    }
    for what, holds in whole.items():
        if not holds:
            raise Fault(tr("it has an impossible value for the {0}.", tr(what)))
    check_arrays({_LOSSES: state.losses}, {_LOSSES: (state.iteration,)})


def _is_rng_state(value: Any) -> bool:
    """Whether it is a state of NumPy's ``default_rng``. The generator itself decides."""
    generator = np.random.PCG64(0)
    try:
        generator.state = value
    except (TypeError, ValueError, OverflowError, KeyError):
        return False
    # It ignores some wrong values.
    return bool(generator.state == value)


def is_possible(evaluation: Evaluation, iteration: int) -> bool:
    """Whether this can be an evaluation of the first ``iteration`` mini-batches."""
    accuracies = [evaluation.train_accuracy, evaluation.test_accuracy, evaluation.validation_accuracy]
    losses = [evaluation.train_loss, evaluation.test_loss]
    return (
        0 <= evaluation.iteration <= iteration
        and 0 <= evaluation.epoch <= MAX_ITERATIONS
        and all(accuracy is None or 0 <= accuracy <= 1 for accuracy in accuracies)
        and all(loss is None or 0 <= loss <= _MAX_LOSS for loss in losses)
    )
