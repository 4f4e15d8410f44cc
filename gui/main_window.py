"""The frame: tabs, menus, the network in use, and what happens when the window closes."""

from pathlib import Path

import PySide6
from PySide6.QtCore import QByteArray, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QMessageBox, QTabWidget, QVBoxLayout, QWidget

from engine.data.folders import data_folder
from engine.errors import DigitLabError
from engine.runs import RunStore
from engine.types import FloatArray
from engine.weights_io import Weights, load_weights
from gui.actions import Actions
from gui.draw.draw_tab import DrawTab
from gui.i18n import tr
from gui.network_in_use import NetworkInUse
from gui.notice import Notice
from gui.settings import Settings
from gui.theme import Theme
from gui.training.session import State, TrainingSession
from gui.training.train_tab import TrainTab
from gui.weights_bar import WeightsBar

_READABLE = "*.safetensors *.npz *.pkl"


class MainWindow(QMainWindow):
    """Lays the tabs out and carries what passes between them: the network, its weights, the training's snapshots."""

    def __init__(self, network: NetworkInUse, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(tr("Digit Lab"))
        self.setMinimumSize(900, 600)
        self.network, self.settings, self.theme = network, settings, theme
        self.actions_ = Actions(self, theme)
        self.notice = Notice()
        self.store, trouble = _open_runs()
        self.session = TrainingSession(self, store=self.store)
        self.draw_tab = DrawTab(network, self.actions_, settings, theme)
        self.train_tab = TrainTab(self.session, self.actions_, settings, theme)
        self.weights_bar = WeightsBar(network, self.actions_)
        self._closing = False
        # What a diverged training leaves to go back to.
        self._before_training: tuple[Weights, Path | None, bool] | None = None

        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.draw_tab, tr("Draw"))
        self.tabs.addTab(self.train_tab, tr("Train"))
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.weights_bar)
        layout.addWidget(self.notice)
        layout.addWidget(self.tabs, 1)
        self.setCentralWidget(middle)
        self.statusBar()  # there from the start: the canvas does not jump at the first message
        self._make_menus()
        self._connect()
        self._restore()
        # What the first key is for.
        self.draw_tab.canvas.setFocus()
        self._tell_network()
        self.notice.say(trouble)

    def _make_menus(self) -> None:
        a = self.actions_
        entries: dict[str, list[QAction | None]] = {
            tr("&File"): [
                a.open_picture,
                a.paste_picture,
                a.save_drawing,
                None,
                a.load_weights,
                a.save_weights,
                None,
                a.quit,
            ],
            tr("&Edit"): [a.undo, a.redo, None, a.copy_input, a.copy_probabilities, None, a.clear],
            tr("T&rain"): [
                a.start_training,
                a.pause_training,
                a.step_training,
                a.epoch_training,
                a.stop_training,
                None,
                a.open_settings,
                a.save_settings,
                None,
                a.download_mnist,
            ],
            tr("&View"): [a.show_draw, a.show_train, None],
            tr("&Help"): [a.about],
        }
        for title, actions in entries.items():
            menu = self.menuBar().addMenu(title)
            menu.setToolTipsVisible(True)
            for action in actions:
                if action is None:
                    menu.addSeparator()
                else:
                    menu.addAction(action)
            if title == tr("&View"):
                self._add_themes(menu)
            if title == tr("&Edit"):
                menu.addSeparator()
                menu.addMenu(tr("&Keep the drawing")).addActions(a.say)

    def _add_themes(self, menu: QMenu) -> None:
        colours = menu.addMenu(tr("&Colours"))
        for action in self.actions_.themes.actions():
            action.setChecked(action.data() == self.theme.choice)
            colours.addAction(action)

    def _connect(self) -> None:
        a = self.actions_
        a.load_weights.triggered.connect(self._load_weights)
        a.save_weights.triggered.connect(self._save_weights)
        a.quit.triggered.connect(self.close)
        a.show_draw.triggered.connect(lambda: self.tabs.setCurrentWidget(self.draw_tab))
        a.show_train.triggered.connect(lambda: self.tabs.setCurrentWidget(self.train_tab))
        a.about.triggered.connect(self._about)
        a.themes.triggered.connect(self._choose_theme)
        self.weights_bar.chosen.connect(self._use_file)
        self.draw_tab.in_and_out.coming.connect(lambda: self.tabs.setCurrentWidget(self.draw_tab))
        self.draw_tab.problem.connect(self.notice.say)
        self.draw_tab.said.connect(lambda sentence: self.statusBar().showMessage(sentence, 5_000))
        self.draw_tab.at_rest.connect(self._at_rest)
        self.draw_tab.learn.kept.connect(self._use_learned)
        self.draw_tab.keeping.not_kept.connect(self._stay)
        self.network.changed.connect(self._tell_network)
        self.train_tab.may_start = self._may_lose_weights
        self.train_tab.problem.connect(self.notice.say)
        self.train_tab.use_weights.connect(self._use_run)
        self.train_tab.picture_chosen.connect(self._open_input)
        self.session.began.connect(self._training_began)
        self.session.snapshot.connect(self.network.follow)
        self.session.trained.connect(self._trained)
        self.session.ended.connect(self._training_ended)
        self.train_tab.at_rest.connect(self._at_rest)
        self.session.state_changed.connect(self._enable_weights)

    # -- weights

    @Slot()
    def _load_weights(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self,
            tr("Load weights"),
            self.settings.text("weights/folder", ""),
            tr("Weights ({0})", _READABLE) + ";;" + tr("All files (*)"),
        )
        if file:
            self.settings.keep("weights/folder", str(Path(file).parent))
            self._use_file(Path(file))

    @Slot(object)
    def _use_file(self, file: Path) -> None:
        """Read with the weights of a file; where that fails, everything stays as it was."""
        try:
            weights = load_weights(file)
        except DigitLabError as error:
            self.notice.say(str(error))
            return
        if not self._may_lose_weights():
            return
        self.notice.say("")
        self.network.use(weights, file)
        self.statusBar().showMessage(" ".join([tr("Loaded “{0}”.", file.name), *weights.notes]), 10_000)

    @Slot()
    def _save_weights(self) -> bool:
        """Whether the weights are in a file now."""
        path = self._where_to_save()
        if path is None:
            return False
        try:
            self.network.save(path)
        except DigitLabError as error:
            self.notice.say(str(error))
            return False
        except OSError as error:
            self.notice.say(tr("“{0}” could not be written ({1}): choose another place.", path.name, error.strerror))
            return False
        self.settings.keep("weights/folder", str(path.parent))
        self.notice.say("")
        self.statusBar().showMessage(tr("Saved as “{0}”.", path.name), 10_000)
        return True

    def _where_to_save(self) -> Path | None:
        """Ask for a file. Its ending is added before Qt asks whether an existing file may be replaced."""
        dialog = QFileDialog(self, tr("Save weights"), self.settings.text("weights/folder", str(Path.home())))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Weights (*.safetensors)"), tr("NumPy arrays (*.npz)")])
        dialog.setDefaultSuffix("safetensors")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("npz" if "npz" in kind else "safetensors"))
        path, title = self.network.path, self.network.weights.spec.title
        dialog.selectFile(f"{path.stem if path else title.replace(' ', '-')}.safetensors")
        chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
        dialog.deleteLater()
        return chosen

    def _may_lose_weights(self) -> bool:
        """Ask what to do with trained weights that no file holds; False where the person would rather keep them."""
        if not self.network.unsaved:
            return True
        button = QMessageBox.StandardButton
        box = QMessageBox(
            QMessageBox.Icon.Question,
            tr("Digit Lab"),
            tr("The network you trained has not been saved."),
            button.Save | button.Discard | button.Cancel,
            self,
        )
        box.setObjectName("unsaved-weights")
        box.setInformativeText(tr("Save its weights before they are lost?"))
        box.setDefaultButton(button.Save)
        match box.exec():
            case button.Save:
                return self._save_weights()
            case button.Discard:
                return True
        return False

    @Slot()
    def _tell_network(self) -> None:
        self.setWindowModified(self.network.unsaved)
        self.setWindowTitle(tr("{0}[*] – Digit Lab", self.network.weights.name or self.network.weights.spec.title))

    @Slot(object, str)
    def _use_run(self, weights: Weights, name: str) -> None:
        """Read with the weights of a run, which is kept."""
        if self._may_lose_weights():
            self.network.use(weights, None)
            self.statusBar().showMessage(tr("The drawing tab reads with “{0}” now.", name), 10_000)

    @Slot(object)
    def _use_learned(self, weights: Weights) -> None:
        """Read with a network that has learned the person's hand: no file has it yet."""
        if self._may_lose_weights():
            self.network.use(weights, None, unsaved=True)
            self.statusBar().showMessage(
                tr("Read with what has learned your hand. Save its weights to keep it."), 10_000
            )

    @Slot(object)
    def _open_input(self, picture: FloatArray) -> None:
        self.tabs.setCurrentWidget(self.draw_tab)
        self.draw_tab.show_input(picture)

    # -- training

    @Slot(object)
    def _training_began(self, request: object) -> None:
        self._before_training = (self.network.weights, self.network.path, self.network.unsaved)

    @Slot(object)
    def _trained(self, weights: Weights) -> None:
        self._before_training = None
        # Those of a run that is kept cannot be lost.
        self.network.use(weights, None, unsaved=not self.train_tab.kept)

    @Slot()
    def _training_ended(self) -> None:
        if self._before_training is not None:
            weights, path, unsaved = self._before_training
            self._before_training = None
            self.network.use(weights, path, unsaved=unsaved)

    @Slot()
    def _at_rest(self) -> None:
        if self._closing:
            # Not from within the signal of what the window is about to destroy.
            QTimer.singleShot(0, self, self.close)

    @Slot()
    def _stay(self) -> None:
        """A drawing that could not be kept is to be seen: the window does not close over it."""
        self._closing = False
        self.statusBar().clearMessage()

    @Slot(object)
    def _enable_weights(self, state: State) -> None:
        """While a network is being trained, it is the one in use."""
        idle = state is State.IDLE
        self.weights_bar.list.setEnabled(idle)
        self.actions_.load_weights.setEnabled(idle)
        self.actions_.save_weights.setEnabled(idle)

    # -- the window itself

    @Slot(QAction)
    def _choose_theme(self, action: QAction) -> None:
        self.theme.choose(action.data())
        self.settings.keep("theme", action.data())

    @Slot()
    def _about(self) -> None:
        QMessageBox.about(
            self,
            tr("About Digit Lab"),
            tr(
                "<h3>Digit Lab</h3><p>Draw a digit, watch a neural network read it, train your own.</p>"
                "<p>After <i>Deep Learning from Scratch</i> by Saito Koki. MIT licence.</p><p>Qt {0}</p>",
                PySide6.__version__,
            ),
        )

    def _restore(self) -> None:
        geometry = self.settings.data("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1100, 700)
        self.tabs.setCurrentIndex(self.settings.whole("window/tab", 0, 0, self.tabs.count() - 1))

    def showEvent(self, event: QShowEvent) -> None:
        """What the person has drawn is looked up once there is something to be seen: how often it was read right."""
        QTimer.singleShot(0, self.draw_tab.keeping, self.draw_tab.keeping.open)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A training or a download is ended first, without freezing the window; unsaved weights are asked about."""
        if self.train_tab.busy or self.draw_tab.busy:
            event.ignore()
            self._closing = True
            self.statusBar().showMessage(tr("Stopping…"))
            self.train_tab.shut_down()
            self.draw_tab.shut_down()
            return
        if not self._may_lose_weights():
            self._closing = False
            self.statusBar().clearMessage()
            event.ignore()
            return
        self.settings.keep("window/geometry", QByteArray(self.saveGeometry()))
        self.settings.keep("window/tab", self.tabs.currentIndex())
        if self.network.path is not None:
            self.settings.keep("weights/file", str(self.network.path))
        self.settings.flush()
        event.accept()


def _open_runs() -> tuple[RunStore | None, str]:
    """The store of runs, None where it cannot be opened; and what the person should know about that."""
    try:
        store = RunStore(data_folder() / "runs")
        store.purge()
    except DigitLabError as error:
        return None, tr("{0} Until then, trainings are not kept.", error)
    return store, store.notice
