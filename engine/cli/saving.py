"""Saving the weights and checkpoints of the command ``train``: hours of training are not lost."""

import contextlib
import itertools
import time
from pathlib import Path

from ..errors import DigitLabError, WeightsError
from ..i18n import tr
from ..io.atomic_write import move, real_target, remove_leftovers
from ..io.checked_file import check_writable, error_context
from ..jobs.job import Recorder
from ..paths import data_folder, make_private_folder
from ..runs import Status
from ..train.checkpoint import save_state
from ..train.trainer import Evaluation, Trainer, TrainerState, TrainEvent
from ..weights import Weights, check_writable_name, save_weights

# A checkpoint after so much time, at the end of an epoch and within one.
_CHECKPOINT_SECONDS, _WITHIN_EPOCH_SECONDS = 10.0, 60.0
# Letters of the name of weights that are saved elsewhere, without a number and the ending: that of a network with many
# layers would be longer than a file's name may be.
_MAX_STEM = 60


def checkpoint_of(target: Path) -> Path:
    """The checkpoint of a training that is started by arguments, beside its weights."""
    return target.with_name(f"{target.name}.checkpoint.safetensors")


def check_weights_target(target: Path, with_checkpoint: bool) -> None:
    """Called before a training. What killed programs left in the folder is removed.

    Args:
        with_checkpoint: whether there will be one beside the weights.

    Raises:
        WeightsError: the weights or the checkpoint cannot be saved there.
    """
    check_writable_name(target)
    for path in (target, checkpoint_of(target)) if with_checkpoint else (target,):
        with error_context(f"“{path}”", "saved", WeightsError):
            check_writable(path)
            remove_leftovers(real_target(path).parent)


class CheckpointFile(Recorder):
    """Stores a training in a file, which is deleted when the weights have been saved.

    Attributes:
        problem: why the last checkpoint, or the weights, could not be stored, as a sentence; or "".
        kept: where the last checkpoint of a training is that diverged.
    """

    kept: Path | None = None

    def __init__(self, file: Path, target: Path, state: TrainerState | None) -> None:
        self.state, self.problem = state, ""
        self._file, self._target = file, target
        self._trainer: Trainer | None = None
        self._saved = time.perf_counter()

    def record(self, event: TrainEvent, trainer: Trainer) -> None:
        self._trainer = trainer
        epoch_end = isinstance(event, Evaluation) and event.epoch_end
        if time.perf_counter() - self._saved > (_CHECKPOINT_SECONDS if epoch_end else _WITHIN_EPOCH_SECONDS):
            self.checkpoint(trainer)

    def checkpoint(self, trainer: Trainer) -> None:
        try:
            save_state(self._file, trainer.state())
        except DigitLabError as error:
            self.problem = str(error)
            raise
        self.problem = ""
        self._saved = time.perf_counter()

    def finish(self, status: Status, weights: Weights | None = None) -> None:
        if status is Status.DIVERGED:
            # Resumed, it would diverge again; and it would be in the way of a start with other settings.
            with contextlib.suppress(OSError):
                kept = _unused(self._target.parent, Path(f"{self._target.name}.diverged.safetensors"))
                move(self._file, kept)
                self.kept = kept
        if status is not Status.FINISHED or weights is None:
            return
        try:
            save(self._target, weights)
        except WeightsError as error:
            self.problem = str(error) if isinstance(error, _SavedElsewhere) else self._kept(error)
            raise WeightsError(self.problem) from error
        self._file.unlink(missing_ok=True)

    def _kept(self, error: WeightsError) -> str:
        """Keep a training whose weights cannot be saved; a sentence that says so, or why it cannot be kept either."""
        try:
            if self._trainer is not None:
                self.checkpoint(self._trainer)
        except DigitLabError as second:
            both = tr("{0} {1}", error, second)
            if self._file.exists():  # an earlier checkpoint
                return tr("{0} The same command with --resume resumes the training.", both)
            return both
        return tr("{0} The training is stored in “{1}”: --resume saves it.", error, self._file)


class _SavedElsewhere(WeightsError):
    """The weights could not be saved where they should, and are in the data folder."""


def save(target: Path, weights: Weights) -> None:
    """Save the weights; where that fails, in the data folder.

    Raises:
        _SavedElsewhere: they are there.
        WeightsError: they could not be saved at all.
    """
    try:
        save_weights(target, weights)
    except WeightsError as error:
        try:
            where = save_elsewhere(target.name, weights)
        except WeightsError:
            raise error from None
        raise _SavedElsewhere(tr("{0} They were saved as “{1}” instead.", error, where)) from error


def save_elsewhere(name: str, weights: Weights) -> Path:
    """Save the weights in the data folder, or else in the current one, under a name that no file has; where they are.

    Raises:
        WeightsError: they can be saved in neither.
    """
    problem: Exception | None = None
    for in_data_folder in (True, False):
        try:
            folder = data_folder() / "weights" if in_data_folder else Path.cwd()
            make_private_folder(folder)
            path = _unused(folder, Path(name))
            save_weights(path, weights)
        except (DigitLabError, OSError) as error:
            problem = problem or error
        else:
            return path
    raise WeightsError(tr("The weights cannot be saved: {0}", problem))


def _unused(folder: Path, name: Path) -> Path:
    """The path of a file that is not there yet."""
    stem = name.stem[:_MAX_STEM].rstrip("-")
    numbers = itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
    paths = (folder / f"{stem}{number}{name.suffix}" for number in numbers)
    return next(path for path in paths if not path.exists())
