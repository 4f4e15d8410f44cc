"""Loading and saving the weights of the current network, and asking before unsaved ones are lost."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import DigitLabError
from engine.i18n import tr
from engine.io.checked_file import printable
from engine.paths import home_folder, shipped_weights
from engine.weights import Weights, chosen_note, load_weights
from gui.current_network import CurrentNetwork
from gui.file_dialogs import ask_where_to_save, ask_whether_to_save, proposed_name
from gui.settings import Settings
from gui.task import Task, TaskGroup

_READABLE = "*.safetensors *.npz *.pkl *.pickle *.pkl.gz"


class WeightsFiles(TaskGroup):
    """Loads and saves the current network.

    Attributes:
        choices: how often another network was chosen so far.

    Signals:
        problem: what could not be done, as a sentence; "" clears the last one.
        message: what was done, as a sentence.
    """

    problem = Signal(str)
    message = Signal(str)

    def __init__(self, network: CurrentNetwork, settings: Settings, window: QWidget) -> None:
        """Args:
        window: the parent of the dialogs.
        """
        super().__init__(window)
        self._network, self._settings, self._window = network, settings, window
        # The last reading of a file, and the file until it is read.
        self._reading: Task | None = None
        self._file: Path | None = None
        self.choices = 0
        self.failed.connect(self.problem)
        network.chosen.connect(self._cancel_reading)
        network.locked_changed.connect(self._locked_changed)

    @Slot()
    def load(self) -> None:
        """Ask for a file and use its weights."""
        file, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("Load weights"),
            self._settings.text("weights/folder", ""),
            tr("Weights ({0})", _READABLE) + ";;" + tr("All files (*)"),
        )
        if file:
            self._settings.keep("weights/folder", str(Path(file).parent))
            self.use_file(Path(file))

    @Slot(object)
    def use_file(self, file: Path) -> None:
        """Read the weights of a file on a thread and use them; if that fails, nothing changes."""
        if self._reading is not None:
            self._reading.cancel()
        if file not in shipped_weights():
            self._file = file

            def fail(sentence: str) -> None:
                self._file = None
                self.problem.emit(sentence)

            self._reading = self.start(
                lambda _: load_weights(file), lambda weights: self.use_loaded(weights, file), on_failed=fail
            )
            return
        self._file = None
        # These are small, so they are used at once.
        try:
            weights = load_weights(file)
        except DigitLabError as error:
            self.problem.emit(str(error))
            return
        self.use_loaded(weights, file)

    @Slot()
    def _cancel_reading(self) -> None:
        """Another network was chosen after the file."""
        self.choices += 1
        if self._reading is not None:
            self._reading.cancel()
            self._reading = self._file = None

    @Slot()
    def _locked_changed(self) -> None:
        if self._network.locked and self._file is not None:
            self._refuse(self._file.name)
            self._cancel_reading()

    def _refuse(self, name: str) -> None:
        """Say that weights are not used, because a training has started meanwhile."""
        sentence = tr("“{0}” was not opened: a network is being trained. Stop the training first.", printable(name))
        self.problem.emit(sentence)

    def go_on(self) -> None:
        """The window stays open after ``cancel``: read the file that was being read."""
        if self._file is not None:
            self.use_file(self._file)

    def use_loaded(self, weights: Weights, file: Path) -> None:
        """Use weights that were read from a file, unless a training has started meanwhile."""
        self._file = None
        if self._network.locked:
            self._refuse(file.name)
            return
        if not self.may_be_lost():
            return
        self.problem.emit("")
        self._network.use(weights, file)
        self.message.emit(" ".join([tr("Loaded “{0}”.", printable(file.name)), *weights.notes]))
        self.measure_activation()

    def measure_activation(self) -> None:
        """If the file of the current network does not say its activation, measure which one fits, and use it."""
        weights = self._network.weights
        if weights.activation_from != "assumed":
            return

        def measure(_: Task) -> Weights:
            # Loads the synthetic digits, so only where it is needed.
            from engine.evaluate.activation_choice import with_measured_activation

            return with_measured_activation(weights)

        def use(measured: Weights) -> None:
            if self._network.weights is weights:
                self._use_activation(measured)

        self.start(measure, use)

    @Slot(str)
    def choose_activation(self, activation: str) -> None:
        """Use the current weights with another activation, where their file does not say it."""
        weights = self._network.weights
        if weights.activation_from != "file":
            self._use_activation(weights.with_activation(activation, "chosen", chosen_note(activation)))

    def _use_activation(self, weights: Weights) -> None:
        if self._network.locked:
            return
        self._network.use(weights, self._network.path, unsaved=self._network.unsaved, keep_view=True, same=True)
        self.message.emit(weights.notes[-1])

    @Slot()
    def save(self) -> bool:
        """Ask for a file and save the current weights; whether they were saved."""
        path = self._where_to_save()
        if path is None:
            return False
        try:
            self._network.save(path)
        except DigitLabError as error:
            self.problem.emit(str(error))
            return False
        except OSError as error:
            self.problem.emit(
                tr("“{0}” could not be written ({1}): choose another place.", printable(path.name), error.strerror)
            )
            return False
        self._settings.keep("weights/folder", str(path.parent))
        self.problem.emit("")
        self.message.emit(tr("Saved as “{0}”.", printable(path.name)))
        return True

    def save_elsewhere(self, reason: str) -> None:
        """Ask for another place for the weights of a training that could not be stored, until they are saved there or
        the user does not want it. They stay in memory.

        Args:
            reason: why it could not be stored, as a sentence.
        """
        question = tr("The trained weights are only in memory now. Save them in another place?")
        while self._network.unsaved:
            choice = ask_whether_to_save(self._window, "training-not-stored", reason, question)
            if choice != choice.Save:
                return
            self._network.view_latest()
            self.save()

    def _where_to_save(self) -> Path | None:
        folder = self._settings.text("weights/folder", str(home_folder()))
        path, title = self._network.path, self._network.weights.spec.title
        if self._network.viewing:
            path, title = None, self._network.name.replace(",", "")
        kinds = {tr("Weights (*.safetensors)"): "safetensors", tr("NumPy arrays (*.npz)"): "npz"}
        name = path.stem if path else proposed_name(title)
        return ask_where_to_save(self._window, tr("Save weights"), folder, name, kinds)

    def may_be_lost(self) -> bool:
        """Ask whether unsaved weights may be discarded; False if the user cancels."""
        if not self._network.unsaved:
            return True
        choice = ask_whether_to_save(
            self._window,
            "unsaved-weights",
            tr("The network you trained has not been saved."),
            tr("Save its weights before they are lost?"),
        )
        if choice != choice.Save:
            return bool(choice == choice.Discard)
        # Not the weights of the earlier epoch that may be shown.
        self._network.view_latest()
        return self.save()

    @Slot(object, str)
    def use_run(self, weights: Weights, name: str) -> None:
        """Use the weights of a stored run, unless a training has started meanwhile."""
        if self._network.locked:
            self._refuse(name)
        elif self.may_be_lost():
            self._network.use(weights, None)
            self.message.emit(tr("The drawing tab predicts with “{0}” now.", name))

    @Slot(object)
    def use_fine_tuned(self, weights: Weights) -> None:
        """Use a fine-tuned network, which is not saved yet."""
        if self.may_be_lost():
            self._network.use(weights, None, unsaved=True)
            self.message.emit(tr("The fine-tuned network is in use now. Save its weights to keep it."))
