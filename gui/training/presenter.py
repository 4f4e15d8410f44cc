"""Shows a training: as a sentence, as numbers, and as curves."""

from PySide6.QtCore import QObject, Slot

from engine.jobs.protocol import Diverged, Evaluation, Measuring, Progress, Started, Trained
from engine.weights import Weights
from gui.i18n import tr
from gui.training.curves.curves_view import Curves
from gui.training.session import Prepared, Preparing, SessionEvent, State, TrainingSession
from gui.training.status_panel import StatusPanel
from gui.training.train_request import TrainRequest

# By chance one prediction in ten is correct.
_LEARNED_SOMETHING = 0.2


class Presenter(QObject):
    """Shows the training of a session in the panel and in the curves."""

    def __init__(self, session: TrainingSession, panel: StatusPanel, curves: Curves, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._panel, self._curves = session, panel, curves
        self._request: TrainRequest
        self._progress: Progress | None = None
        self._data = ""
        self._accuracy = 0.0
        # How it ended: the arguments of ``StatusPanel.show_message``, which are shown once the thread is gone.
        self._result: tuple[str, str, bool] | None = None
        session.state_changed.connect(self._show_state)
        session.started.connect(self._start)
        session.job_event.connect(self._show)
        session.failed.connect(self._fail)
        session.ended.connect(self._end)

    @Slot(object)
    def _show_state(self, state: State) -> None:
        match state:
            case State.RUNNING:
                self._panel.show_message(tr("Training on the {0}.", self._data))
            case State.PAUSED:
                self._show_paused()
                self._panel.show_message(tr("Paused. The network stays as it is: draw a digit to try it, then resume."))
            case State.STOPPING:
                self._panel.show_message(tr("Stopping…"))

    @Slot(object)
    def _start(self, request: TrainRequest) -> None:
        self._request = request
        self._progress = self._result = None
        self._panel.clear()
        config = request.config
        epochs = config.epochs if config.iterations is None else config.iterations / request.iterations_per_epoch
        self._curves.begin(epochs, config)
        loading = {"mnist": tr("Loading MNIST…"), "starter": tr("Making synthetic digits…")}
        self._panel.show_message(loading.get(request.data, tr("Loading your images…")))

    @Slot(object)
    def _show(self, event: SessionEvent) -> None:
        match event:
            case Preparing(done, total):
                self._panel.show_preparing(done, total)
                if total:
                    made = self._request.data == "starter"
                    text = tr("Making synthetic digits: {0} of {1}…") if made else tr("Loading images: {0} of {1}…")
                    self._panel.show_message(text.format(f"{done:,}", f"{total:,}"))
            case Prepared(images):
                texts = {"mnist": tr("MNIST training set, {0} digits"), "starter": tr("{0} synthetic digits")}
                self._data = texts.get(self._request.data, tr("{0} images of your own")).format(f"{images:,}")
                self._panel.clear()
            case Started(resumed_from=state) if state is not None:
                self._curves.resume_from(state.losses, state.evaluations)
                if state.evaluations:
                    self._panel.show_evaluation(state.evaluations[-1])
            case Progress():
                self._progress = event
                self._panel.show_progress(event, self._request.config.batch_size)
                self._curves.add_progress(event)
            case Evaluation():
                self._accuracy = event.train_accuracy
                self._panel.show_evaluation(event)
                self._curves.add_evaluation(event)
            case Measuring() if self._session.state is State.RUNNING:
                self._panel.show_message(tr("All iterations are done: measuring the accuracy on the whole test set…"))
            case Trained(weights):
                self._result = self._result_of(weights)
            case Diverged():
                lr = self._request.config.lr
                advice = tr(
                    "The loss diverged: the learning rate {0} is too large. Start again with a smaller one, such "
                    "as {1}.",
                    f"{lr:g}",
                    f"{lr / 10:.1g}",
                )
                self._result = (advice, "error", True)

    def _result_of(self, weights: Weights) -> tuple[str, str, bool]:
        stopped = weights.training.get("stopped_after_iterations")
        if stopped is not None:
            text = tr("Stopped after {0} iterations. The network keeps what it has learned.", f"{stopped:,}")
            return (text, "", False)
        if self._accuracy < _LEARNED_SOMETHING:
            text = tr("It has learned almost nothing: try other settings, first a smaller learning rate.")
            return (text, "error", True)
        seconds = f"{weights.training['seconds']:,.1f}"
        return (tr("Done in {0} s. The drawing tab predicts with this network now.", seconds), "", False)

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._result = (sentence, "error", False)

    @Slot()
    def _end(self) -> None:
        self._show_paused()
        self._panel.show_message(*(self._result or (tr("Stopped before anything was learned."), "", False)))

    def _show_paused(self) -> None:
        if self._progress is None:
            self._panel.clear()
        else:
            self._panel.show_progress(self._progress, self._request.config.batch_size, paused=True)
