"""The card that says how a network learns: optimiser, learning rate and its schedule, length, and what is rarer."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engine.train.optimizers import OPTIMIZER_SETTINGS
from gui.i18n import tr
from gui.theme import Theme
from gui.training.form.field_cards import Cell, FieldCard
from gui.training.form.form_values import DEFAULTS, values_of
from gui.training.form.schedule_preview import SchedulePreview
from gui.widgets.form_controls import Disclosure

_RARE = ("weight_decay", "averaging", "seed")


class OptimizationCard(FieldCard):
    """Only the settings of the chosen optimiser are there, and the length in epochs or in iterations.

    Attributes:
        more: what is rarely needed.
        preview: the schedule.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Learning"), parent)
        self.preview = SchedulePreview(theme)
        self._titles = {
            "weight_decay": tr("Weight decay"),
            "averaging": tr("Averaging"),
            "seed": tr("Seed"),
        }
        optimizer = self.cell("optimizer", tr("Optimiser"), tr("How the weights follow the gradient"))
        self.add_row(self.inside, optimizer, self._made_own())
        self.add_row(
            self.inside,
            self.cell("lr", tr("Learning rate"), tr("How far each step goes: above 0")),
            self.cell("schedule", tr("Schedule"), tr("The learning rate over time")),
        )
        self.inside.addWidget(self.preview)
        self.inside.addSpacing(6)
        self.add_row(
            self.inside,
            self._made_length(),
            self.cell("batch_size", tr("Batch size"), tr("Pictures in a mini-batch")),
            wide=0,
        )
        self.more = Disclosure(tr("More"), "train-more")
        self.inside.addWidget(self.more)
        tips = {
            "weight_decay": tr("Each step also takes a little of every weight away: 0, or about 0.001"),
            "averaging": tr("Keep a running average of the weights: 0 for no, or a little below 1, such as 0.998"),
            "seed": tr("The same seed gives the same network"),
        }
        cells = {name: self.cell(name, self._titles[name], tips[name]) for name in _RARE}
        self.add_row(self.more.inside, *(cells[name] for name in _RARE))
        self.edited.connect(self._show)

    def _made_own(self) -> Cell:
        """The settings of all optimisers, in one place."""
        titles = {
            "momentum": (tr("Momentum"), tr("How much of its speed a step keeps: 0 up to 1")),
            "decay": (tr("Decay"), tr("How much of the mean square of the gradient is kept: 0 up to 1")),
            "beta1": (tr("Beta 1"), tr("How much of the mean of the gradient is kept: 0 up to 1")),
            "beta2": (tr("Beta 2"), tr("How much of the mean square of the gradient is kept: 0 up to 1")),
        }
        self._own = {name: self.cell(name, *words) for name, words in titles.items()}
        together = Cell()
        for name, cell in self._own.items():
            together.row.addWidget(cell, 1)
            together.names.append(name)
        return together

    def _made_length(self) -> Cell:
        """A number of epochs or of iterations, and which."""
        epochs = self.field("epochs", tr("Epochs"), tr("How often every picture is seen"))
        iterations = self.field("iterations", tr("Iterations"), tr("How many mini-batches are learned from"))
        length = self.field("length", tr("Epochs or iterations"), tr("What the length of the training is counted in"))
        return Cell(tr("Train for"), ("epochs", epochs), ("iterations", iterations), ("length", length))

    @Slot()
    def _show(self) -> None:
        texts = self.texts
        for name, cell in self._own.items():
            cell.setVisible(name in OPTIMIZER_SETTINGS[texts["optimizer"]])
        for name in ("epochs", "iterations"):
            self.fields[name].setVisible(name == texts["length"])
        values, _ = values_of(texts, ["lr", texts["length"]])
        length = {"epochs": tr("{0} epochs"), "iterations": tr("{0} iterations")}[texts["length"]]
        asked = values.get(texts["length"])
        self.preview.show_schedule(
            texts["schedule"], values.get("lr"), "" if asked is None else length.format(f"{asked:,}")
        )
        _, wrong = values_of(texts, list(_RARE))
        changed = [f"{self._titles[name].lower()} {texts[name]}" for name in _RARE if texts[name] != DEFAULTS[name]]
        self.more.say(tr("mend what is marked") if wrong else ", ".join(changed), bool(wrong))
