"""Every action of the window, once: its text, shortcut, icon and tip."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from gui.i18n import tr
from gui.theme import THEMES, Theme

_Key = QKeySequence.StandardKey


class Actions(QObject):
    """The actions as attributes. What they do is connected by whoever owns the thing they act on."""

    def __init__(self, parent: QObject, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[QAction, str] = {}

        self.open_picture = self._make(
            tr("&Picture…"), _Key.Open, tr("Read a digit from a picture, or open a drawing"), "picture"
        )
        self.paste_picture = self._make(tr("P&aste picture"), _Key.Paste, tr("Read a digit from the clipboard"))
        self.save_drawing = self._make(tr("Save the &drawing…"), "Ctrl+Shift+S", tr("As a picture, or as its strokes"))
        self.load_weights = self._make(tr("&Load weights…"), "Ctrl+Shift+O", tr("Use the weights of a file"), "load")
        self.save_weights = self._make(tr("&Save weights…"), _Key.Save, tr("Save the weights in use"), "save")
        self.quit = self._make(tr("&Quit"), _Key.Quit, tr("Close Digit Lab"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

        self.undo = self._make(tr("&Undo"), _Key.Undo, tr("Take the last stroke back"), "undo")
        self.redo = self._make(tr("&Redo"), _Key.Redo, tr("Draw it again"), "redo")
        self.clear = self._make(tr("&Clear"), _Key.Delete, tr("Empty the canvas"), "clear")
        self.clear.setShortcuts([QKeySequence(_Key.Delete), QKeySequence("Backspace")])

        self.copy_input = self._make(
            tr("Copy the &input picture"), _Key.Copy, tr("What the network gets to see: 28 × 28 pixels")
        )
        self.copy_probabilities = self._make(
            tr("Copy the &probabilities"), "Ctrl+Shift+C", tr("All ten, as lines for a spreadsheet")
        )

        self.say = [
            self._make(tr("It is {0}", f"&{digit}"), str(digit), tr("Keep the drawing as {0}", digit))
            for digit in range(10)
        ]

        self.start_training = self._make(tr("&Start training"), "Ctrl+R", tr("Train a network with these settings"))
        self.pause_training = self._make(tr("&Pause"), "Ctrl+P", tr("Pause the training, or go on with it"))
        self.step_training = self._make(tr("One st&ep"), "Ctrl+E", tr("Learn from one mini-batch, then pause"))
        self.epoch_training = self._make(
            tr("One ep&och"), "Ctrl+Shift+E", tr("Learn to the end of the epoch, then pause")
        )
        self.stop_training = self._make(tr("S&top"), "Ctrl+.", tr("End the training and keep what it has learned"))
        self.open_settings = self._make(tr("&Load settings…"), None, tr("Train with the settings in a file"))
        self.save_settings = self._make(tr("Sa&ve settings…"), None, tr("Save these settings in a file"))
        self.download_mnist = self._make(tr("&Download MNIST…"), None, tr("Fetch the 70,000 digits of MNIST (11 MB)"))

        self._training = [
            self.start_training,
            self.pause_training,
            self.step_training,
            self.epoch_training,
            self.stop_training,
            self.open_settings,
            self.save_settings,
            self.download_mnist,
        ]
        self.show_draw = self._make(tr("&Draw"), "Ctrl+1", tr("Go to the drawing tab"))
        self.show_train = self._make(tr("&Train"), "Ctrl+2", tr("Go to the training tab"))
        self.about = self._make(tr("&About Digit Lab"), None, tr("What this program is"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

        self.themes = QActionGroup(self)
        names = {"system": tr("As the &system"), "light": tr("&Light"), "dark": tr("&Dark")}
        for choice in THEMES:
            action = self._make(names[choice], None, tr("The colours of the window"))
            action.setCheckable(True)
            action.setData(choice)
            self.themes.addAction(action)

        theme.changed.connect(self._paint_icons)
        self._paint_icons()

    def enable_training(self, can: bool = True) -> None:
        """Whether there is a training tab that could do what they say; it has the last word on each."""
        for action in self._training:
            action.setEnabled(can)

    def _make(
        self, text: str, shortcut: QKeySequence.StandardKey | str | None, tip: str, icon: str | None = None
    ) -> QAction:
        action = QAction(text, self)
        if isinstance(shortcut, QKeySequence.StandardKey):
            action.setShortcuts(shortcut)
        elif shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({keys})" if keys else tip)
        action.setStatusTip(tip)
        if icon is not None:
            self._icons[action] = icon
        return action

    def _paint_icons(self) -> None:
        for action, icon in self._icons.items():
            action.setIcon(self._theme.icon(icon))
