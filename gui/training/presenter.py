"""What the session tells of a training, as a person is shown it: in a sentence, in numbers, and in curves."""

from PySide6.QtCore import QObject, Slot

from engine.train.trainer import Evaluation, Progress, TrainerState
from engine.weights import Weights
from gui.i18n import tr
from gui.training.curves.curves_view import Curves
from gui.training.session import State, TrainingSession
from gui.training.status_panel import Panel
from gui.training.train_request import TrainRequest

# By chance a network reads one digit in ten.
_LEARNED_SOMETHING = 0.2


class Presenter(QObject):
    """Hears a session, and says in the panel and draws in the curves what it has heard."""

    def __init__(self, session: TrainingSession, panel: Panel, curves: Curves, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._panel, self._curves = session, panel, curves
        self._last: Progress | None = None
        self._data = ""
        self._starter = False
        self._accuracy = 0.0
        # How it has ended: what ``Panel.say`` is told once the thread is gone.
        self._result: tuple[str, str, bool] | None = None
        session.state_changed.connect(self._state_changed)
        session.began.connect(self._began)
        session.preparing.connect(self._preparing)
        session.prepared.connect(self._prepared)
        session.resumed_from.connect(self._taken_up)
        session.progressed.connect(self._progressed)
        session.evaluated.connect(self._evaluated)
        session.measuring.connect(self._measuring)
        session.trained.connect(self._trained)
        session.diverged.connect(self._diverged)
        session.failed.connect(self._failed)
        session.ended.connect(self._ended)

    @Slot(object)
    def _state_changed(self, state: State) -> None:
        match state:
            case State.RUNNING:
                self._panel.say(tr("Training on the {0}.", self._data))
            case State.PAUSED:
                if self._last is not None:
                    self._panel.show_progress(self._last, resting=True)
                self._panel.say(tr("Paused. The network waits as it is: draw a digit to try it, then resume."))
            case State.STOPPING:
                self._panel.say(tr("Stopping…"))

    @Slot(object)
    def _began(self, request: TrainRequest) -> None:
        self._last = self._result = None
        self._panel.clear()
        self._starter = request.data == "starter"
        config = request.config
        per_epoch = request.iterations_per_epoch
        epochs = config.epochs if config.iterations is None else config.iterations / per_epoch
        self._panel.batch_size = config.batch_size
        self._curves.begin(epochs, config)
        loading = {"mnist": tr("Loading MNIST…"), "starter": tr("Writing starter digits…")}
        self._panel.say(loading.get(request.data, tr("Reading your pictures…")))

    @Slot(int, int)
    def _preparing(self, done: int, total: int) -> None:
        self._panel.show_preparing(done, total)
        if total:
            text = tr("Writing starter digits: {0} of {1}…") if self._starter else tr("Reading pictures: {0} of {1}…")
            self._panel.say(text.format(f"{done:,}", f"{total:,}"))

    @Slot(str)
    def _prepared(self, data: str) -> None:
        self._data = data
        self._panel.clear()

    @Slot(object)
    def _taken_up(self, state: TrainerState) -> None:
        self._curves.resume_from(state.losses, state.evaluations)
        if state.evaluations:
            self._panel.show_evaluation(state.evaluations[-1])

    @Slot(object)
    def _progressed(self, event: Progress) -> None:
        self._last = event
        self._panel.show_progress(event)
        self._curves.add_progress(event)

    @Slot(object)
    def _evaluated(self, event: Evaluation) -> None:
        self._accuracy = event.train_accuracy
        self._panel.show_evaluation(event)
        self._curves.add_evaluation(event)

    @Slot()
    def _measuring(self) -> None:
        if self._session.state is State.RUNNING:
            self._panel.say(tr("All iterations are done: reading the whole test set to see how good it is…"))

    # -- how it ended

    @Slot(object)
    def _trained(self, weights: Weights) -> None:
        stopped = weights.training.get("stopped_after_iterations")
        seconds = f"{weights.training['seconds']:,.1f}"
        if stopped is None and self._accuracy < _LEARNED_SOMETHING:
            text = tr("It has learned next to nothing: try other settings, first of all a smaller learning rate.")
            self._result = (text, "error", True)
            return
        if stopped is None:
            text = tr("Done in {0} s. The drawing tab reads with this network now.", seconds)
        else:
            text = tr("Stopped after {0} iterations. The network keeps what it has learned.", f"{stopped:,}")
        self._result = (text, "", False)

    @Slot(str)
    def _diverged(self, advice: str) -> None:
        self._result = (advice, "error", True)

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self._result = (sentence, "error", False)

    @Slot()
    def _ended(self) -> None:
        if self._last is not None:
            self._panel.show_progress(self._last, resting=True)
        else:
            self._panel.clear()
        self._panel.say(*(self._result or (tr("Stopped before anything was learned."), "", False)))
