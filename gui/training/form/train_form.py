"""The settings of a training, each checked as it is typed."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QWidget

from engine.data.orientation import AS_IS
from engine.data.source import DataSource
from engine.i18n import tr
from engine.train.settings_file import Settings as TrainSettings
from gui.actions import Actions
from gui.settings import Settings
from gui.theme import Theme
from gui.training.data.dataset_cache import MNIST, SYNTHETIC
from gui.training.data.source_picker import SourcePicker
from gui.training.form import form_values, remembered_values
from gui.training.form.augmentation_card import AugmentationCard
from gui.training.form.field_cards import Field, FieldCard, SwitchCard, set_text
from gui.training.form.form_buttons import FormButtons
from gui.training.form.optimization_card import OptimizationCard
from gui.training.form.settings_files import SettingsFiles
from gui.training.network.network_editor import NetworkEditor
from gui.training.train_request import TrainRequest
from gui.training.undo_history import UndoHistory
from gui.widgets.cards import card, column, label
from gui.widgets.form_controls import restyle, scroll
from gui.widgets.keyboard_navigation import OwnKeys

_WIDTH, _MOST_WIDTH = 344, 520
_BESIDE_SCROLL_BAR = 6
_SUMMARY_LINES = 3


class TrainForm(OwnKeys, QScrollArea):
    """What is to be trained: the data, the network, and how it is trained.

    All of it is undone in one order, whatever part has the focus.

    Signals:
        changed: the settings have changed, or have become valid or invalid.
        problem: a settings file could not be loaded or saved, in a sentence; "" where one could.

    Attributes:
        data: MNIST, synthetic digits or the user's own images.
        network: the layers.
        optimization, augmentation, stopping, overfitting: the cards of fields.
        files: loads and saves all of it.
        undo_button, redo_button: below the settings.
        fields: by name (see ``form_values.DEFAULTS``) the line edit, the list or the switch.
        errors: by name, the label below the field; two fields side by side share one.
    """

    changed = Signal()
    problem = Signal(str)

    def __init__(self, actions: Actions, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train-form")
        # Its cards belong together: none fills the window.
        self.setProperty("enlarge", False)
        self.setAccessibleName(tr("Settings of the training"))
        self._settings, self._actions, self._theme = settings, actions, theme
        self._locked = False
        self._request: TrainRequest | None = None
        # What had the focus before the form was locked.
        self._left: QWidget | None = None
        self._wrong: dict[str, str] = {}
        # The form has no field for it: it belongs to the finished network, not to its training.
        self._temperature = 1.0
        # While many fields are set at once, nothing is checked.
        self._filling = True
        self.data = SourcePicker(actions)
        self._history = UndoHistory(self)
        self.network = NetworkEditor(theme, self._history)
        self.optimization, self.augmentation = OptimizationCard(theme), AugmentationCard(theme)
        about = tr("A part of the images is held out and evaluated after each epoch; the best weights are kept.")
        self.stopping = SwitchCard("early_stopping", tr("Early stopping"), about, theme)
        self.stopping.add_row("validation", "patience")
        about = tr("Few images, or wrong labels, which the network then memorises: the test loss rises again.")
        self.overfitting = SwitchCard("overfitting", tr("Overfitting"), about, theme)
        self.overfitting.add_row("train_size", "wrong_labels")
        self._cards: tuple[FieldCard, ...] = (
            *(self.optimization, self.augmentation),
            *(self.stopping, self.overfitting),
        )
        self.fields: dict[str, Field] = {}
        self.errors: dict[str, QLabel] = {}
        for each in self._cards:
            self.fields |= each.fields
            self.errors |= each.errors
        self._summary = label("", "muted", "train-summary", wrap=True)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._summary.setAccessibleName(tr("What will be trained"))
        self._buttons = FormButtons(self._history, actions, theme)
        self.undo_button, self.redo_button = self._buttons.undo, self._buttons.redo
        self._lay_out()
        self._fill_in_remembered()
        self._history.begin(self._to_record)
        self._history.restored.connect(self._restore)
        for field in (*self.fields.values(), self.data.list):
            field.installEventFilter(self)
        for each in self._cards:
            each.edited.connect(self._edited)
        self.network.changed.connect(self._edited)
        self.data.changed.connect(self._edited)
        self.data.changed.connect(self._show_images)
        self.data.loaded.connect(self._show_images)
        self.augmentation.images_requested.connect(self._want_images)
        self.files = SettingsFiles(self.settings, self.show_settings, actions, settings, self)
        self.files.problem.connect(self.problem)
        theme.changed.connect(self._zoom)
        self._zoom()
        self._check()

    @Slot()
    def _zoom(self) -> None:
        self.setMinimumWidth(self._theme.px(_WIDTH))
        self.setMaximumWidth(self._theme.px(_MOST_WIDTH))
        # From the start: a scroll bar that comes with a longer text would move everything.
        self._summary.setMinimumHeight(_SUMMARY_LINES * self._summary.fontMetrics().lineSpacing())

    def _fill_in_remembered(self) -> None:
        texts = remembered_values.remembered(self._settings, self.data.mnist_found)
        own = remembered_values.remembered_source(self._settings)
        if own:
            self.data.list.show_data(own)
        # The choice until the remembered data are loaded.
        self.data.choose(MNIST if self.data.mnist_found else SYNTHETIC)
        data = texts.pop("data")
        self.data.restore(data)
        self.network.set_spec(remembered_values.remembered_network(self._settings))
        self._fill(texts)
        texts = self.texts | {"data": data}
        self._changed_values = remembered_values.ChangedValues(self._settings, texts, self.network.spec)

    # -- its values

    @property
    def request(self) -> TrainRequest | None:
        """What would be trained; None while a field is wrong or the data are missing."""
        return None if self.data.missing else self._request

    @property
    def texts(self) -> dict[str, str]:
        """The text of each field, and the data."""
        return {"data": self.data.choice} | self._field_texts

    @property
    def _to_record(self) -> dict[str, object]:
        # Data that are being loaded are chosen already.
        data = self.data.pending or self.data.choice
        return {"data": data, "temperature": self._temperature, **self._field_texts}

    @property
    def _field_texts(self) -> dict[str, str]:
        return {name: text for each in self._cards for name, text in each.texts.items()}

    @property
    def error(self) -> str:
        """What has to be corrected first, in a sentence that names the setting; "" if nothing."""
        return next(iter(self._wrong.values()), "") or self.network.error

    @Slot()
    def show_error(self) -> None:
        """Scroll to what has to be corrected first, and set the focus there."""
        name = next(iter(self._wrong), "")
        if name:
            self.optimization.more.button.setChecked(True)
            self._go_to(self.fields[name])
        elif self.network.error:
            self.network.show_error()
            self.ensureWidgetVisible(self.network)

    def _go_to(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        # Once a part that was hidden has its place.
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(field, 0, 3 * field.height()))

    def settings(self) -> TrainSettings | None:
        """All of it, as a file keeps it; None while a field is wrong."""
        if self._request is None:
            return None
        return TrainSettings(self._request.spec, self._request.config, DataSource.of(self._request.data))

    def show_settings(self, settings: TrainSettings) -> None:
        """Set all fields. The user's own data are loaded first; MNIST is taken from where this computer has it.

        How often the accuracies are measured follows from the network and the data.
        """
        if self._locked:
            return
        with self._history.one_step():
            self.network.replace(settings.spec)
            self._temperature = settings.config.temperature
            self._fill(form_values.texts_of(settings.config))
            data = settings.data
            if data.kind == MNIST:
                data = DataSource(MNIST, "", "" if data.transform == AS_IS else data.transform)
            self.data.choose(str(data))
            self._edited()

    def lock(self, locked: bool) -> None:
        """During a training the settings can be seen but not changed."""
        self._locked = locked
        focus = self.window().focusWidget()
        if locked and focus is not None and self.isAncestorOf(focus):
            # Otherwise Qt moves the focus to a part of the window that has nothing to do with it.
            self._left = focus
            self.setFocus()
        self.data.lock(locked)
        self.network.lock(locked)
        self._buttons.lock(locked)
        self._enable()
        if not locked and self._left is not None:
            if focus is self:
                self._left.setFocus()
            self._left = None

    # -- layout

    def _lay_out(self) -> None:
        data, layout = card(tr("Data"))
        layout.addWidget(self.data)
        network, layout = card(tr("Network"))
        layout.addWidget(self.network)
        inside = QWidget()
        inside.setLayout(column(data, network, *self._cards, self._summary, self._buttons, None, spacing=10))
        inside.setContentsMargins(0, 0, _BESIDE_SCROLL_BAR, 0)
        scroll(self, inside)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # -- undo

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        if self._locked:
            return None
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._history.undo
        return self._history.redo if event.matches(QKeySequence.StandardKey.Redo) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In a field the keys of undo and redo are for the whole form; Qt would only undo the typing in this one."""
        if event.type() == QEvent.Type.FocusOut:
            self._history.end_typing()
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            meaning = self._meaning(event)
            if meaning is not None:
                if event.type() == QEvent.Type.KeyPress:
                    meaning()
                event.accept()
                return True
        return super().eventFilter(watched, event)

    @Slot(dict)
    def _restore(self, changed: Mapping[str, object]) -> None:
        texts = {name: str(value) for name, value in changed.items() if name in self.fields}
        temperature = changed.get("temperature")
        if isinstance(temperature, float):
            self._temperature = temperature
        self._fill(texts)
        if "data" in changed:
            self.data.choose(str(changed["data"]))
        self._edited()
        if texts:
            self._go_to(self.fields[next(iter(texts))])
        else:
            self.ensureWidgetVisible(self.data if "data" in changed else self.network)

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
        self._history.record(self._to_record)
        self._check()
        texts = self._field_texts if self.data.pending else self.texts
        self._changed_values.keep(texts, self._wrong, self.network.spec)
        if self.data.list.own == self.data.choice:
            self._settings.keep("train/own", self.data.choice)
        self.changed.emit()

    def _check(self) -> None:
        self._request, self._wrong = form_values.parse(self.texts, self.network.spec, self._temperature)
        shown: dict[QLabel, str] = {}
        for name, error in self.errors.items():
            shown[error] = shown.get(error) or self._wrong.get(name, "")
            error.setText(shown[error])
        for name, field in self.fields.items():
            restyle(field, "wrong", name in self._wrong)
            if name in self.errors:
                field.setAccessibleDescription(self._wrong.get(name, ""))
        if self._request is not None:
            self._summary.setText(form_values.summary(self._request))
        elif self._wrong:
            self._summary.setText(tr("Fix the highlighted fields to see what will be trained."))
        else:
            self._summary.setText(tr("Fix the highlighted layers to see what will be trained."))
        self._enable()

    def _enable(self) -> None:
        for field in self.fields.values():
            field.setEnabled(not self._locked)
        self._actions.open_settings.setEnabled(not self._locked)
        self._actions.save_settings.setEnabled(self._request is not None)

    # -- images for the preview of the augmentation

    @Slot()
    def _show_images(self) -> None:
        loaded = self.data.current
        self.augmentation.preview.show_dataset(None if loaded is None else loaded[0].train)

    @Slot()
    def _want_images(self) -> None:
        # A few synthetic digits are made at once, without the 20,000 for a training.
        if self.data.choice != SYNTHETIC:
            self.data.load_preview()
