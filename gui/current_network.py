"""The network that predicts drawings in the window: loaded from a file, or being trained right now."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.data.shown_names import shown_name
from engine.i18n import tr
from engine.nn.network_spec import NetworkSpec
from engine.recognizer import Recognizer
from engine.types import FloatArray
from engine.weights import Weights, save_weights


class CurrentNetwork(QObject):
    """Its recognizer is the window's own copy: a training never changes it, but sends snapshots to ``follow``.

    Attributes:
        changed: another network, or another name or file for it.
        updated: the parameters changed, so the prediction may have changed.
        replaced: another network predicts now, not the same one after further steps of its training. What is being
            computed with the one before must not be shown. It comes before ``changed`` and ``updated``.
        chosen: another network or epoch was chosen, or a training has begun: what was chosen before and is still being
            read is not wanted any more. To go back to the latest weights is no such choice, nor is another activation.
        locked_changed: ``locked`` is different.
        weights: what was loaded or trained last; path: their file, or None.
        in_training: the network of the running training, or None.
        viewing: the name of an earlier epoch that is shown instead ("epoch 3"), or "". viewed: its weights, or None.
        unsaved: whether the weights were trained here and are in no file.
        locked: whether a training is running: its network is the current one, and no other can be chosen.
    """

    changed = Signal()
    updated = Signal()
    replaced = Signal()
    chosen = Signal()
    locked_changed = Signal()

    def __init__(self, weights: Weights, path: Path | None) -> None:
        super().__init__()
        self.weights, self.path, self.unsaved = weights, path, False
        self.in_training: NetworkSpec | None = None
        self.viewing = ""
        self.viewed: Weights | None = None
        # What ``view_latest`` goes back to.
        self._latest: tuple[NetworkSpec, Mapping[str, FloatArray]] = (weights.spec, weights.params)
        self.locked = False
        # The window predicts one drawing at a time.
        self.recognizer = Recognizer(weights.spec, weights.params, max_batch=1)

    @property
    def name(self) -> str:
        """The name of the network in use."""
        if self.viewed is not None:
            return tr("{0}, {1}", shown_name(self.viewed.name or self.viewed.spec.title), self.viewing)
        if self.in_training is not None:
            return shown_name(self.in_training.title)
        return shown_name(self.weights.name or self.weights.spec.title)

    def lock(self, locked: bool) -> None:
        """Set ``locked``."""
        self.locked = locked
        self.locked_changed.emit()

    @property
    def shown(self) -> Weights:
        """The weights of the earlier epoch that is shown, or else those in use."""
        return self.viewed or self.weights

    def use(
        self,
        weights: Weights,
        path: Path | None,
        *,
        unsaved: bool = False,
        keep_view: bool = False,
        same: bool = False,
    ) -> None:
        """Use other weights from now on.

        Args:
            same: it is the same network, with another activation.
            keep_view: an earlier epoch that is shown stays so, and ``view_latest`` goes to these weights.
        """
        kept = keep_view and bool(self.viewing)
        if not kept:
            self.recognizer.use(weights.spec, weights.params)  # may raise MemoryError: then nothing has changed
            self.viewing, self.viewed = "", None
        self.weights, self.path, self.unsaved = weights, path, unsaved
        self._latest = (weights.spec, weights.params)
        self.in_training = None
        if not same:
            self.chosen.emit()
        if not kept:
            self.replaced.emit()
        self.changed.emit()
        if not kept:
            self.updated.emit()

    def follow(self, spec: NetworkSpec, params: Mapping[str, FloatArray]) -> None:
        """Use a snapshot of a network in training, until ``use``. While an earlier epoch is shown, it is kept back."""
        self._latest = (spec, params)
        if not self.viewing:
            self.recognizer.use(spec, params)
        if self.in_training != spec:
            self.in_training = spec
            self.chosen.emit()
            if not self.viewing:
                self.replaced.emit()
            self.changed.emit()
        if not self.viewing:
            self.updated.emit()

    def view(self, weights: Weights, name: str) -> None:
        """Show other weights, of an earlier epoch, until ``view_latest`` or ``use``."""
        self.recognizer.use(weights.spec, weights.params)
        self.viewing, self.viewed = name, weights
        self.chosen.emit()
        self.replaced.emit()
        self.changed.emit()
        self.updated.emit()

    def view_latest(self) -> None:
        """Go back to the weights in use, or to those of the running training."""
        if self.viewing:
            self.recognizer.use(*self._latest)
            self.viewing, self.viewed = "", None
            self.replaced.emit()
            self.changed.emit()
            self.updated.emit()

    def save(self, path: Path) -> None:
        """Write the weights to a file: those of the earlier epoch that is shown, or else those in use.

        Raises:
            WeightsError, OSError: it could not be written; nothing has changed.
        """
        if self.viewed is not None:
            save_weights(path, replace(self.viewed, name=self.name))
            return
        save_weights(path, self.weights)
        if self.weights.activation_from != "file":
            # Now it is in the file, wherever it was from.
            self.weights = replace(self.weights, activation_from="file", notes=())
        self.path, self.unsaved = path, False
        self.changed.emit()
