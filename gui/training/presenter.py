"""Shows a training: as a sentence and as curves."""

import time

from PySide6.QtCore import QObject, Slot

from engine.data.source import DataSource
from engine.i18n import tr, tr_n
from engine.jobs.protocol import Advised, Diverged, Evaluation, Measuring, Progress, Started, Trained
from engine.train.diagnosis import Advice
from engine.train.settings_file import Settings
from engine.weights import Weights
from gui.training.curves.curves_view import Curves
from gui.training.data.data_status import loading_text
from gui.training.progress_text import ProgressText, speed_text
from gui.training.session import Prepared, Preparing, SessionEvent, State, TrainingSession
from gui.training.status_panel import StatusPanel
from gui.training.train_request import TrainRequest

# By chance one prediction in ten is correct.
_LEARNED_SOMETHING = 0.2
# A speed that changes faster is not readable.
_UPDATE_SECONDS = 0.2


class Presenter(QObject):
    """Shows the training of a session in the panel and in the curves.

    Attributes:
        advice: about the training, or the last one; None where it learns.
        learned_nothing: whether the last training has ended with a network that is hardly better than chance.
    """

    def __init__(self, session: TrainingSession, panel: StatusPanel, curves: Curves, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._panel, self._curves = session, panel, curves
        self._request: TrainRequest
        self._progress: Progress | None = None
        self._data = ""
        self.advice: Advice | None = None
        self._texts = ProgressText()
        self._updated = 0.0
        # The last one measured; 1 where none was.
        self._accuracy = 1.0
        self.learned_nothing = False
        # How it ended: the arguments of ``StatusPanel.show_message``, which are shown once the thread is gone.
        self._result: tuple[str, str, bool] | None = None
        session.state_changed.connect(self._show_state)
        session.started.connect(self._start)
        session.job_event.connect(self._show)
        session.failed.connect(self._fail)
        session.ended.connect(self._end)

    @property
    def advised(self) -> tuple[Settings, str] | None:
        """The settings of the training, changed as the advice says, and what that is; None where it does not say it."""
        if self.advice is None or not self.advice.action:
            return None
        request, advice = self._request, self.advice
        data = DataSource.of(request.data)
        return Settings(advice.spec or request.spec, advice.config or request.config, data), self._action

    @property
    def _action(self) -> str:
        return "" if self.advice is None or not self.advice.action else tr(self.advice.action)

    @Slot(object)
    def _show_state(self, state: State) -> None:
        match state:
            case State.RUNNING:
                self._show_running()
            case State.PAUSED if self.advice is not None:
                text = tr("Paused. {0}", tr(self.advice.text))
                self._panel.show_message(text, "warning", action=self._action)
            case State.PAUSED:
                self._panel.show_message(tr("Paused. The network stays as it is: draw a digit to try it, then resume."))
            case State.STOPPING:
                self._panel.show_message(tr("Stopping…"))

    def _show_running(self) -> None:
        if self.advice is not None:
            self._panel.show_message(tr(self.advice.text), "warning", action=self._action)
        else:
            self._panel.show_message(tr("Training on the {0}.", self._data))

    @Slot(object)
    def _start(self, request: TrainRequest) -> None:
        self._request = request
        self._progress = self._result = None
        self.advice, self._texts = None, ProgressText()
        self._accuracy, self.learned_nothing = 1.0, False
        self._panel.show_speed("")
        config = request.config
        epochs = config.epochs if config.iterations is None else config.iterations / request.iterations_per_epoch
        self._curves.begin(epochs, config)
        self._panel.show_message(loading_text(request.data, 0, 0))

    @Slot(object)
    def _show(self, event: SessionEvent) -> None:
        match event:
            case Preparing(done, total):
                self._panel.show_message(loading_text(self._request.data, done, total))
            case Prepared(images):
                texts = {"mnist": tr("MNIST training set, {0} digits"), "starter": tr("{0} synthetic digits")}
                used = min(images, self._request.config.train_size or images)
                self._data = texts.get(self._request.data, tr("{0} images of your own")).format(f"{used:,}")
            case Started(resumed_from=state) if state is not None:
                self._curves.resume_from(state.losses, state.evaluations)
            case Progress():
                self._progress = event
                self._show_speed(event)
                self._curves.add_progress(event)
            case Evaluation():
                self._accuracy = event.train_accuracy
                self._curves.add_evaluation(event)
            case Advised(advice):
                self.advice = advice
                if self._session.state is State.RUNNING:
                    self._show_running()
            case Measuring() if self._session.state is State.RUNNING:
                self._panel.show_message(tr("All iterations are done: measuring the accuracy on the whole test set…"))
            case Trained(weights):
                self._result = self._result_of(weights)
            case Diverged():
                reason = tr("Try a smaller learning rate.") if self.advice is None else tr(self.advice.text)
                self._result = (tr("The loss diverged. {0}", reason), "error", True)

    def _result_of(self, weights: Weights) -> tuple[str, str, bool]:
        self.learned_nothing = self._accuracy < _LEARNED_SOMETHING
        how = self._how_it_ended(weights)
        if self.advice is not None:
            return (tr("{0} {1}", how, tr(self.advice.text)), "error" if self.learned_nothing else "warning", True)
        if self.learned_nothing:
            return (tr("{0} It has learned almost nothing. More epochs may help.", how), "error", True)
        if "stopped_after_iterations" in weights.training:
            return (tr("{0} The network keeps what it has learned.", how), "", False)
        return (tr("{0} The drawing tab predicts with this network now.", how), "", False)

    def _how_it_ended(self, weights: Weights) -> str:
        """A sentence: stopped by the user, by early stopping, or done."""
        stopped = weights.training.get("stopped_after_iterations")
        if stopped is not None:
            return tr_n("Stopped by you after %n iteration(s).", None, stopped)
        best, last = weights.training.get("best_after_iterations"), self._progress
        seconds = f"{weights.training['seconds']:,.1f}"
        if best is None or last is None:
            return tr("Done in {0} s.", seconds)
        epoch = f"{best * last.epoch / last.iteration:.4g}"
        if last.iteration < last.total_iterations:
            return tr_n(
                "Early stopping: the validation accuracy has not improved for %n epoch(s); the weights of epoch {0} "
                "are kept.",
                None,
                self._request.config.patience,
                epoch,
            )
        kept = tr("The weights of epoch {0}, the best on the validation split, are kept.", epoch)
        return tr("Done in {0} s. {1}", seconds, kept)

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._result = (sentence, "error", False)

    @Slot()
    def _end(self) -> None:
        sentence, role, advice = self._result or (tr("Stopped before anything was learned."), "", False)
        self._panel.show_message(sentence, role, advice, action=self._action if advice else "")

    def _show_speed(self, event: Progress) -> None:
        settled, now = self._texts.settled(event), time.perf_counter()
        if settled and now - self._updated >= _UPDATE_SECONDS:
            self._updated = now
            self._panel.show_speed(speed_text(event.iterations_per_second, self._request.images_per_iteration))
