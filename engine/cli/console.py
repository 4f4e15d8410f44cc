"""Shows a training in the terminal and in a log file; a signal, such as Ctrl-C, stops it so that it can be resumed."""

import contextlib
import stat
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
from tqdm import tqdm

from ..data.dataset import Dataset
from ..errors import DigitLabError, printable
from ..i18n import comma_list, tr, tr_noop
from ..jobs.job import Recorder, RunningJob, Score
from ..jobs.protocol import (
    Advised,
    Diverged,
    Evaluation,
    Job,
    JobEvent,
    Measuring,
    NotStored,
    Progress,
    Started,
    Stop,
    Stored,
    Trained,
)
from ..train.diagnosis import Advice
from ..weights import Weights
from .interruption import Interrupted, is_repeated
from .streams import report

# The log shows the mean loss of so many mini-batches.
_RECENT = 100
# The accuracies of an evaluation, as the log names them.
_TRAIN, _VALIDATION, _TEST = tr_noop("train"), tr_noop("validation"), tr_noop("test")


def check_log(log: str) -> None:
    """Better to know before hours of training.

    Raises:
        DigitLabError: no line can be added to the log: a named pipe would wait for a reader.
    """
    try:
        mode = Path(log).stat().st_mode
    except OSError:  # nothing is there; where that is not the reason, writing says it
        return
    # Others, such as a terminal, can be written like a file.
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or stat.S_ISDIR(mode):
        raise DigitLabError(
            tr("The log “{0}” cannot be written: that is a folder, a socket or a named pipe. Choose a file.", log)
        )


class Console:
    """Runs one training.

    Attributes:
        run_id: the run of the training; "" where it has none.
        interrupted: the number of the signal that stopped the training; 0 for none.
        not_stored: why the training that ``run`` returned is not stored, as a sentence; "" where it is.
    """

    def __init__(self, log: str | None) -> None:
        """Args:
        log: a file that gets a line at each evaluation.
        """
        self._log_file = log
        self.interrupted = 0
        self._interrupted_at = 0.0
        self._measuring = False
        # Whether the job knows of the interruption: its last evaluation is then not one of the trainer's.
        self._stopped = False
        self._bar: tqdm[Any] | None = None
        # When it would have started without interruptions.
        self._start = 0.0
        self._losses: deque[float] = deque(maxlen=_RECENT)
        self._weights: Weights | None = None
        self._advice: Advice | None = None
        self.run_id = self.not_stored = ""

    def run(
        self, job: Job, train: Dataset, test: Dataset, recorder: Recorder | None = None, score: Score | None = None
    ) -> Weights | None:
        """The trained weights; None where a signal stopped it, and ``recorder`` or the job's store has it.

        Args:
            recorder, score: see ``RunningJob``.

        Raises:
            DigitLabError: it failed or diverged, or cannot be stored while there is still something to be trained.

        Where the network has not learned, a warning on standard error says why. Signals are to be handled by
        ``interrupting`` until the weights are saved and the result is printed.
        """

        def emit(event: JobEvent) -> None:
            self._show(event, job)
            if self.interrupted:
                self._stopped = True
                running.command(Stop(resumable=True))

        def measured(weights: Weights) -> Mapping[str, float]:
            assert score is not None
            found = score(weights)
            self._measuring = False
            return found

        running = RunningJob(job, emit, recorder, measured if score else None)
        try:
            with contextlib.suppress(Interrupted):
                running.run(train, test)
        finally:
            self._measuring = False
            self._close_bar()
        if self._advice is not None:
            report(tr("warning: {0}", self._advice.text))
            # First the weights are saved: a log that cannot be written fails again at the result.
            with contextlib.suppress(DigitLabError):
                self._log(f"warning: {self._advice.text}")
        return self._weights

    def print_result(self, text: str, logged: str) -> None:
        """The last line, and that of the log, whose words no language changes."""
        print(printable(text))
        self._log(logged)

    def _show(self, event: JobEvent, job: Job) -> None:
        match event:
            case Started(total, state):
                done = 0 if state is None else state.iteration
                self._start = time.perf_counter()
                if state is not None:
                    self._start -= state.seconds
                    self._losses.extend(state.losses[-_RECENT:])
                self._log(f"{job.spec.title}: {done:,} of {total:,} iterations done")
                self._bar = tqdm(total=total, initial=done, unit=tr("it"), file=sys.stderr, dynamic_ncols=True)
            case Progress() if self.not_stored:
                raise DigitLabError(self.not_stored)
            case Progress() if self._bar is not None:
                self._losses.extend(event.losses)
                self._bar.update(event.iteration - self._bar.n)
                self._bar.set_postfix_str(tr("loss {0:.4f}", event.losses[-1]), refresh=False)
            case Evaluation() if self._measuring:
                self._measuring = False
            case Evaluation() if not self._stopped:
                self._show_evaluation(event)
            case Stored(run_id):
                self.run_id, self.not_stored = run_id, ""
            case NotStored(reason):
                # The weights of a training that is over are not given up for it: only a Progress says that it is not.
                self.not_stored = reason
                if self._bar is None or self._bar.n == self._bar.initial:
                    raise DigitLabError(reason)
            case Advised(advice):
                self._advice = advice
            case Diverged():
                reason = tr("Start again with a smaller learning rate.") if self._advice is None else self._advice.text
                raise DigitLabError(tr("The loss diverged. {0}", reason))
            case Measuring():
                self._close_bar()
                if self.interrupted:
                    raise Interrupted("", self.interrupted)
                self._measuring = True
            case Trained(weights) if "stopped_after_iterations" not in weights.training:
                self._weights = weights

    def _show_evaluation(self, event: Evaluation) -> None:
        measured = {_TRAIN: event.train_accuracy, _VALIDATION: event.validation_accuracy, _TEST: event.test_accuracy}
        accuracies = {name: f"{accuracy:.4f}" for name, accuracy in measured.items() if accuracy is not None}
        if self._bar is not None:
            parts = comma_list(f"{tr(name)} {accuracy}" for name, accuracy in accuracies.items())
            self._bar.write(tr("epoch {0:6.2f}: {1}", event.epoch, parts), file=sys.stderr)
        line = f"epoch {event.epoch:6.2f}: " + ", ".join(f"{name} {value}" for name, value in accuracies.items())
        loss = float(np.mean(self._losses, dtype=np.float64)) if self._losses else float("nan")
        self._log(f"{line}, loss {loss:.4f}, {time.perf_counter() - self._start:,.0f} s")

    def _close_bar(self) -> None:
        if self._bar is not None:
            self._bar.close()

    def _log(self, line: str) -> None:
        if self._log_file is None:
            return
        try:
            with Path(self._log_file).open("a", encoding="utf-8") as log:
                print(f"{time.strftime('%Y-%m-%d %H:%M:%S')}  {printable(line)}", file=log)
        except OSError as error:
            raise DigitLabError(tr("The log “{0}” cannot be written: {1}.", self._log_file, error.strerror)) from error

    def interrupting(self, before: object) -> Callable[[int, FrameType | None], object]:
        """The first signal stops the training at its next event, or ends the measuring after it at once: the job then
        stores the training as it is. Saving takes well under a second, so it goes on. A repeated signal ends it all."""

        def interrupt(number: int, frame: FrameType | None) -> None:
            if not self.interrupted:
                self.interrupted, self._interrupted_at = number, time.monotonic()
                if self._measuring:
                    raise Interrupted("", number)
            elif callable(before) and is_repeated(number, self._interrupted_at):
                before(number, frame)

        return interrupt
