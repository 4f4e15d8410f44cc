"""A few choices side by side, one of which is checked."""

from collections.abc import Container, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from gui.widgets.cards import row


class SegmentedControl(QWidget):
    """Signals:
    changed: the index of the choice that is checked now.
    """

    changed = Signal(int)

    def __init__(self, name: str, title: str, words: Sequence[str]) -> None:
        """Args:
        name: object name, also the beginning of the buttons': "name-0", "name-1".
        title: the accessible name.
        """
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        layout = row(spacing=0)
        for i, word in enumerate(words):
            button = QPushButton(word)
            button.setCheckable(True)
            # As high as the highest one: letters of another font may be higher.
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
            button.setObjectName(f"{name}-{i}")
            button.setAccessibleName(f"{title}: {word}")
            # The theme's style sheet rounds the corners at both ends.
            button.setProperty("choice", "first" if not i else "last" if i == len(words) - 1 else "middle")
            self._group.addButton(button, i)
            layout.addWidget(button)
        self.setLayout(layout)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(lambda value, checked: self.changed.emit(value) if checked else None)

    @property
    def value(self) -> int:
        """The index of the checked one."""
        return self._group.checkedId()

    def choose(self, value: int) -> None:
        """Check another one."""
        self._group.button(value).setChecked(True)

    def offer(self, values: Container[int]) -> None:
        """Enable only some of the choices; if the checked one is none of them, check the first one."""
        for button in self._group.buttons():
            button.setEnabled(self._group.id(button) in values)
        if self.value not in values:
            self.choose(0)
