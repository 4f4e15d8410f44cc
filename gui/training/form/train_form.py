"""The settings of a training, each checked as it is typed."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from engine.data.source import DataSource
from engine.train.settings_file import Settings as TrainSettings
from gui.actions import Actions
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.training.data.dataset_cache import MNIST, SYNTHETIC
from gui.training.data.mnist_download import MnistDownload
from gui.training.data.source_picker import SourcePicker
from gui.training.form import form_values, remembered_values, settings_dialogs
from gui.training.form.augmentation_card import AugmentationCard
from gui.training.form.early_stopping_card import EarlyStoppingCard
from gui.training.form.field_cards import Field, FieldCard, set_text
from gui.training.form.optimization_card import OptimizationCard
from gui.training.network.network_editor import NetworkEditor
from gui.training.train_request import TrainRequest
from gui.widgets.cards import ActionButton, card, label
from gui.widgets.form_controls import FIELD_STYLE, restyle, scroll, styled

_WIDTH = 344
_BESIDE_SCROLL_BAR = 6
_SUMMARY_LINES = 3

_STYLE = (
    FIELD_STYLE
    + """
QPushButton[small="true"] {{ padding: 3px 10px; }}
QPushButton[small="true"]:focus {{ padding: 2px 9px; }}
QPushButton[disclosure="true"] {{ border: 1px solid transparent; padding: 3px 4px; text-align: left; }}
QPushButton[disclosure="true"]:hover {{ border-color: {line}; }}
QPushButton[disclosure="true"]:focus {{ border: 2px solid {accent}; padding: 2px 3px; }}
QPushButton[disclosure="true"][wrong="true"] {{ color: {error}; }}
QPushButton[link="true"] {{ border: 1px solid transparent; padding: 1px 4px; color: {accent}; }}
QPushButton[link="true"]:hover {{ text-decoration: underline; }}
QPushButton[link="true"]:focus {{ border-color: {accent}; padding: 1px 4px; }}
"""
)


class TrainForm(QScrollArea):
    """What is to be trained: the data, the network, and how it learns.

    Signals:
        changed: what would be trained is not what it was, or has become right or wrong.
        problem: a file of settings could not be read or written, in a sentence; "" where one could.

    Attributes:
        data: MNIST, starter digits or pictures of one's own.
        network: the layers.
        learning, variation, stopping: the cards of fields.
        fields: by name (see ``form_values.DEFAULTS``) the line edit, the list or the switch.
        errors: by name, the label under the field; two fields side by side share one.
    """

    changed = Signal()
    problem = Signal(str)

    def __init__(
        self,
        actions: Actions,
        settings: Settings,
        theme: Theme,
        download: MnistDownload | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("train-form")
        self.setAccessibleName(tr("Settings of the training"))
        self._settings, self._theme, self._actions = settings, theme, actions
        self._locked = False
        self._request: TrainRequest | None = None
        self._wrong: dict[str, str] = {}
        # The form has no field for it: it is the finished network's, not its training's.
        self._temperature = 1.0
        # While many fields are filled at once, nothing is checked.
        self._filling = True
        self.data = SourcePicker(actions, download or MnistDownload())
        self.network = NetworkEditor(theme)
        self.learning, self.variation, self.stopping = (
            OptimizationCard(theme),
            AugmentationCard(theme),
            EarlyStoppingCard(theme),
        )
        self._cards: tuple[FieldCard, ...] = (self.learning, self.variation, self.stopping)
        self.fields: dict[str, Field] = {}
        self.errors: dict[str, QLabel] = {}
        for each in self._cards:
            self.fields |= each.fields
            self.errors |= each.errors
        self._summary = label("", "muted", "train-summary")
        self._summary.setWordWrap(True)
        # From the start: a scroll bar that comes with a longer name would move everything.
        self._summary.setMinimumHeight(_SUMMARY_LINES * self._summary.fontMetrics().lineSpacing())
        self._summary.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._summary.setAccessibleName(tr("What will be trained"))
        self._lay_out()
        self._fill_in_remembered()
        self._connect()
        self._recolour()
        self._check()

    def _fill_in_remembered(self) -> None:
        texts = remembered_values.remembered(self._settings, self.data.mnist_here)
        own = remembered_values.remembered_source(self._settings)
        if own:
            self.data.list.show_data(own)
        # Until those that must be read have been.
        self.data.choose(MNIST if self.data.mnist_here else SYNTHETIC)
        data = texts.pop("data")
        self.data.restore(data)
        self.network.set_spec(remembered_values.remembered_network(self._settings))
        self._fill(texts)
        self._kept, self._kept_network = self.texts | {"data": data}, self.network.spec

    def _connect(self) -> None:
        for each in self._cards:
            each.edited.connect(self._edited)
        self.network.changed.connect(self._edited)
        self.data.changed.connect(self._edited)
        self.data.changed.connect(self._show_pictures)
        self.data.loaded.connect(self._show_pictures)
        self.variation.pictures_wanted.connect(self._want_pictures)
        self._actions.open_settings.triggered.connect(self._open_settings)
        self._actions.save_settings.triggered.connect(self._save_settings)
        self._theme.changed.connect(self._recolour)

    # -- what it says

    @property
    def request(self) -> TrainRequest | None:
        """What would be trained; None while a field is wrong or the data are missing."""
        return self._request if self.data.ready else None

    @property
    def texts(self) -> dict[str, str]:
        """What stands in each field, and the data."""
        texts = {"data": self.data.choice}
        for each in self._cards:
            texts |= each.texts
        return texts

    def settings(self) -> TrainSettings | None:
        """All of it, as a file keeps it; None while a field is wrong."""
        if self._request is None:
            return None
        return TrainSettings(self._request.spec, self._request.config, DataSource.of(self._request.data))

    def show_settings(self, settings: TrainSettings) -> None:
        """Ask for this training. Data of one's own are read first; MNIST is taken from where this computer has it.

        How often the accuracies are measured is not taken over: that follows from the network and the data.
        """
        if self._locked:
            return
        self.network.set_spec(settings.spec)
        self._temperature = settings.config.temperature
        self._fill(form_values.texts_of(settings.config))
        self.data.choose(MNIST if settings.data.kind == MNIST else str(settings.data))
        self._edited()

    def lock(self, locked: bool) -> None:
        """While a network is trained, its settings can be read but not changed."""
        self._locked = locked
        self.data.lock(locked)
        self.network.lock(locked)
        self._enable()

    # -- layout

    def _lay_out(self) -> None:
        data, data_layout = card(tr("Data"))
        data_layout.addWidget(self.data)
        network, network_layout = card(tr("Network"))
        network_layout.addWidget(self.network)
        files = QHBoxLayout()
        files.setSpacing(8)
        for action, name in (
            (self._actions.open_settings, "open-settings"),
            (self._actions.save_settings, "save-settings"),
        ):
            button = ActionButton(action)
            button.setObjectName(name)
            button.setProperty("small", True)
            files.addWidget(button, 1)

        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, _BESIDE_SCROLL_BAR, 0)
        layout.setSpacing(10)
        for each in (data, network, *self._cards, self._summary):
            layout.addWidget(each)
        layout.addLayout(files)
        layout.addStretch()
        scroll(self, inside)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    # -- checking

    def _fill(self, texts: form_values.Texts) -> None:
        self._filling = True
        for name, text in texts.items():
            set_text(self.fields[name], text)
        self._filling = False
        for each in self._cards:
            each.edited.emit()

    @Slot()
    def _edited(self) -> None:
        if self._filling:
            return
        self._check()
        # Only what the person has changed: a default may be another one next time, when MNIST is there.
        texts = self.texts
        if self.data.reading:
            del texts["data"]
        changed = {name: text for name, text in texts.items() if text != self._kept[name]}
        remembered_values.keep(self._settings, changed, self._wrong)
        self._kept |= changed
        if self.data.own and self.data.own == self.data.choice:
            self._settings.keep("train/own", self.data.own)
        spec = self.network.spec
        if spec is not None and spec != self._kept_network:
            self._kept_network = spec
            remembered_values.keep_network(self._settings, spec)
        self.changed.emit()

    def _check(self) -> None:
        self._request, self._wrong = form_values.read(self.texts, self.network.spec, self._temperature)
        told: dict[object, str] = {}
        for name, error in self.errors.items():
            told[error] = told.get(error) or self._wrong.get(name, "")
            error.setText(told[error])
        for name, field in self.fields.items():
            restyle(field, "wrong", name in self._wrong)
            if name in self.errors:
                field.setAccessibleDescription(self._wrong.get(name, ""))
        if self._request is not None:
            self._summary.setText(form_values.summary(self._request))
        else:
            self._summary.setText(tr("Mend what is marked to see what will be trained."))
        self._enable()

    def _enable(self) -> None:
        for field in self.fields.values():
            field.setEnabled(not self._locked)
        self._actions.open_settings.setEnabled(not self._locked)
        self._actions.save_settings.setEnabled(self._request is not None)

    # -- pictures

    @Slot()
    def _show_pictures(self) -> None:
        at_hand = self.data.at_hand
        self.variation.preview.show_dataset(None if at_hand is None else at_hand[0].train)

    @Slot()
    def _want_pictures(self) -> None:
        # Starter digits are made at once, without the 20,000 that it takes to learn from.
        if self.data.choice != SYNTHETIC:
            self.data.read()

    # -- files of settings

    @Slot()
    def _open_settings(self) -> None:
        settings, sentence = settings_dialogs.open_settings(self, self._settings)
        if settings is not None:
            self.show_settings(settings)
        if sentence is not None:
            self.problem.emit(sentence)

    @Slot()
    def _save_settings(self) -> None:
        settings = self.settings()
        if settings is not None:
            sentence = settings_dialogs.save_settings(self, self._settings, settings)
            if sentence is not None:
                self.problem.emit(sentence)

    @Slot()
    def _recolour(self) -> None:
        self.setStyleSheet(styled(_STYLE, self._theme))
