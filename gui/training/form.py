"""The settings of a training, each checked as it is typed."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.actions import Actions
from gui.cards import card, label
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.training import choices
from gui.training.data_picker import DataPicker
from gui.training.download import MnistDownload
from gui.training.request import TrainRequest
from gui.training.widgets import OptionList

_WIDTH = 336
_BESIDE_SCROLL_BAR = 6
_SUMMARY_LINES = 3
# Of the grids that the fields stand in: one, two or three fields fill a row.
_COLUMNS = 6

# Fusion's own border is hardly to be seen on a dark surface.
_STYLE = """
QLineEdit {{ border: 1px solid {border}; border-radius: 4px; padding: 3px 5px; }}
QLineEdit:focus {{ border-color: {accent}; }}
QLineEdit:disabled {{ border-color: {line}; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {muted}; }}
QLineEdit[wrong="true"] {{ border-color: {error}; }}
"""


class TrainForm(QScrollArea):
    """``changed``: what would be trained is not what it was, or has become right or wrong.

    Attributes:
        data: MNIST or starter digits, and MNIST's download.
        fields: by name (see ``choices.PARSERS`` and ``choices.OPTIONS``) the line edit or the list.
        errors: by name, the label under the field; two fields side by side share one.
    """

    changed = Signal()

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
        self._settings, self._theme = settings, theme
        self._locked = False
        self._request: TrainRequest | None = None
        self._wrong: dict[str, str] = {}
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self.errors: dict[str, QLabel] = {}
        self.data = DataPicker(actions, download or MnistDownload())
        self.fields["data"] = self.data.list
        self._summary = label("", "muted", "train-summary")
        self._summary.setWordWrap(True)
        # From the start: a scroll bar that comes with a longer name would move everything.
        self._summary.setMinimumHeight(_SUMMARY_LINES * self._summary.fontMetrics().lineSpacing())
        self._summary.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._summary.setAccessibleName(tr("What will be trained"))
        self._lay_out()

        for name, text in choices.remembered(settings, self.data.mnist_here).items():
            self._set(name, text)
        self._kept = self.texts
        for name, field in self.fields.items():
            if isinstance(field, QLineEdit):
                field.textChanged.connect(self._edited)
            elif name != "data":
                field.currentIndexChanged.connect(self._edited)
        self.data.changed.connect(self._edited)
        theme.changed.connect(self._recolour)
        self._recolour()
        self._check()

    # -- what it says

    @property
    def request(self) -> TrainRequest | None:
        """What would be trained; None while a field is wrong or the data are missing."""
        return self._request if self.data.ready else None

    @property
    def texts(self) -> dict[str, str]:
        """What stands in each field."""
        return {
            name: field.text() if isinstance(field, QLineEdit) else str(field.currentData())
            for name, field in self.fields.items()
        }

    def lock(self, locked: bool) -> None:
        """While a network is trained, its settings can be read but not changed."""
        self._locked = locked
        self.data.lock(locked)
        self._enable()

    # -- layout

    def _lay_out(self) -> None:
        data, data_layout = card(tr("Data"))
        data_layout.addWidget(self.data)

        network, network_layout = card(tr("Network"))
        grid = self._grid(network_layout)
        self._add(
            grid,
            ("kind", tr("Kind"), tr("Fully connected layers of your own, or a convolutional network")),
            ("hidden", tr("Hidden layers"), tr("The neurons of each, such as 50, 100; or none")),
        )
        self._add(grid, ("activation", tr("Activation"), ""), ("init", tr("First weights"), ""))

        learning, learning_layout = card(tr("Learning"))
        grid = self._grid(learning_layout)
        self._add(grid, ("optimizer", tr("Optimiser"), ""), ("momentum", tr("Momentum"), tr("0 up to 1")))
        self._add(
            grid,
            ("lr", tr("Learning rate"), tr("Above 0")),
            ("weight_decay", tr("Weight decay"), tr("0 or a little above")),
            ("schedule", tr("Schedule"), tr("The learning rate over time")),
        )
        self._add(
            grid,
            ("batch_size", tr("Batch size"), tr("Pictures in a mini-batch")),
            ("epochs", tr("Epochs"), tr("How often every picture is seen")),
            ("seed", tr("Seed"), tr("The same seed gives the same network")),
        )

        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, _BESIDE_SCROLL_BAR, 0)
        layout.setSpacing(10)
        layout.addWidget(data)
        layout.addWidget(network)
        layout.addWidget(learning)
        layout.addWidget(self._summary)
        layout.addStretch()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH)
        # The window's colour shows through.
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _grid(self, layout: QVBoxLayout) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        layout.addLayout(grid)
        return grid

    def _add(self, grid: QGridLayout, *fields: tuple[str, str, str]) -> None:
        """A row of one to three fields, each a (name, title, tip), and below it the line that a mistake is told in.

        The line is there from the start: nothing jumps when it is filled.
        """
        row, span = grid.rowCount(), _COLUMNS // len(fields)
        error = label("", "error", f"train-{fields[0][0]}-error")
        for i, (name, title, tip) in enumerate(fields):
            above = label(title, "muted")
            field = self._list(name) if name in choices.OPTIONS else QLineEdit()
            # As wide as the others in its row, whatever it holds.
            field.setMinimumWidth(40)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            field.setObjectName(f"train-{name.replace('_', '-')}")
            field.setAccessibleName(title)
            field.setToolTip(tip)
            above.setBuddy(field)
            grid.addWidget(above, row, i * span, 1, span)
            grid.addWidget(field, row + 1, i * span, 1, span)
            self.fields[name] = field
            self.errors[name] = error
        if any(name in choices.PARSERS for name, *_ in fields):
            small = error.font()
            small.setPointSizeF(small.pointSizeF() * 0.92)
            error.setFont(small)
            error.setFixedHeight(error.fontMetrics().lineSpacing())
            grid.addWidget(error, row + 2, 0, 1, _COLUMNS)

    def _list(self, name: str) -> QComboBox:
        made = OptionList()
        for option in choices.OPTIONS[name]:
            made.addItem(choices.option_name(name, option), option)
        return made

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    # -- checking

    def _set(self, name: str, text: str) -> None:
        field = self.fields[name]
        if isinstance(field, QLineEdit):
            field.setText(text)
        else:
            field.setCurrentIndex(field.findData(text))

    @Slot()
    def _edited(self) -> None:
        self._check()
        # Only what the person has changed: a default may be another one next time, when MNIST is there.
        changed = {name: text for name, text in self.texts.items() if text != self._kept[name]}
        choices.keep(self._settings, changed, self._wrong)
        self._kept |= changed
        self.changed.emit()

    def _check(self) -> None:
        self._request, self._wrong = choices.read(self.texts)
        told: dict[object, str] = {}
        for name, error in self.errors.items():
            told[error] = told.get(error) or self._wrong.get(name, "")
            error.setText(told[error])
        for name, field in self.fields.items():
            wrong = name in self._wrong
            if bool(field.property("wrong")) != wrong:
                field.setProperty("wrong", wrong)
                field.style().unpolish(field)
                field.style().polish(field)
            field.setAccessibleDescription(self._wrong.get(name, ""))
        if self._request is not None:
            self._summary.setText(choices.summary(self._request))
        else:
            self._summary.setText(tr("Mend what is marked to see what will be trained."))
        self._enable()

    def _enable(self) -> None:
        idle = choices.unused(self.texts)
        for name, field in self.fields.items():
            if name != "data":
                field.setEnabled(not self._locked and name not in idle)

    @Slot()
    def _recolour(self) -> None:
        colours = {"border": "bar", "accent": "accent", "line": "line", "error": "error", "muted": "muted"}
        self.setStyleSheet(_STYLE.format(**{name: self._theme.colour(each).name() for name, each in colours.items()}))
