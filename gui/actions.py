"""All actions of the window: text, shortcut, icon and tip."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from engine.i18n import tr
from engine.i18n.language import NAMES
from gui.localization import SYSTEM
from gui.theme import THEMES, Theme

_Key = QKeySequence.StandardKey


class Actions(QObject):
    """The actions as attributes. Each is connected by the object that it changes."""

    def __init__(self, parent: QObject, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[QAction, str] = {}

        self.open_files = self._make(
            tr("&Open…"), _Key.Open, tr("Open images, drawings, weights, training data, runs or settings")
        )
        self.open_image = self._make(
            tr("Open &image…"), None, tr("Open an image of a digit, or a saved drawing"), "picture"
        )
        self.paste_image = self._make(
            tr("P&aste image"), _Key.Paste, tr("Paste an image of a digit from the clipboard")
        )
        self.save_drawing = self._make(
            tr("Save the &drawing…"), "Ctrl+Shift+S", tr("Save the drawing as an image or as strokes")
        )
        self.load_weights = self._make(
            tr("&Load weights…"), "Ctrl+Shift+O", tr("Load the weights of a network from a file"), "load"
        )
        self.save_weights = self._make(
            tr("&Save weights…"), _Key.Save, tr("Save the weights of the current network"), "save"
        )
        self.quit = self._make(tr("&Quit"), _Key.Quit, tr("Close Digit Lab"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

        self.undo = self._make(tr("&Undo"), _Key.Undo, tr("Undo the last stroke"), "undo")
        self.redo = self._make(tr("&Redo"), _Key.Redo, tr("Redo the stroke"), "redo")
        self.clear = self._make(tr("&Clear"), _Key.Delete, tr("Clear the canvas"), "clear")
        self.clear.setShortcuts([QKeySequence(_Key.Delete), QKeySequence("Backspace")])

        self.next_digit = self._make(
            tr("&Next digit"), "Ctrl+Right", tr("Choose the next digit of a number: the bars and the pages show it")
        )
        self.previous_digit = self._make(
            tr("Pre&vious digit"), "Ctrl+Left", tr("Choose the digit before it: the bars and the pages show it")
        )
        self.copy_input = self._make(
            tr("Copy the &input image"), _Key.Copy, tr("Copy the 28 × 28 pixels that the network gets")
        )
        self.copy_probabilities = self._make(
            tr("Copy the &probabilities"), "Ctrl+Shift+C", tr("Copy the ten probabilities as lines for a spreadsheet")
        )

        self.label_as = [
            self._make(tr("It is {0}", f"&{digit}"), str(digit), tr("Save the drawing with the label {0}", digit))
            for digit in range(10)
        ]

        self.start_training = self._make(
            tr("&Start training"), "Ctrl+R", tr("Train a network with these settings"), "play"
        )
        self.pause_training = self._make(tr("&Pause"), "Ctrl+P", tr("Pause or resume the training"), "pause")
        self.step_training = self._make(tr("One st&ep"), "Ctrl+E", tr("Train on one mini-batch, then pause"), "step")
        self.epoch_training = self._make(
            tr("One ep&och"), "Ctrl+Shift+E", tr("Train to the end of the epoch, then pause"), "epoch"
        )
        self.stop_training = self._make(tr("S&top"), "Ctrl+.", tr("Stop the training and keep its weights"), "stop")
        self.open_settings = self._make(tr("&Load settings…"), None, tr("Load the settings of a training from a file"))
        self.save_settings = self._make(tr("Sa&ve settings…"), None, tr("Save the settings of the training to a file"))
        self.download_mnist = self._make(
            tr("&Download MNIST…"), None, tr("Download the 70,000 digits of MNIST (11 MB)")
        )

        # None stands for a separator of the menu.
        self.training: list[QAction | None] = [
            *(self.start_training, self.pause_training, self.step_training, self.epoch_training, self.stop_training),
            *(None, self.open_settings, self.save_settings, None, self.download_mnist),
        ]
        self.speeds = QActionGroup(self)
        speeds = {
            "step": tr("&1 step a second"),
            "five": tr("&5 steps a second"),
            "twenty-five": tr("&25 steps a second"),
            "epoch": tr("1 &epoch a second"),
            "full": tr("&Full speed"),
        }
        for speed, text in speeds.items():
            action = self._make(text, None, tr("Choose how fast the network is trained"))
            action.setCheckable(True)
            action.setData(speed)
            self.speeds.addAction(action)
        self.show_draw = self._make(tr("&Draw"), "Ctrl+1", tr("Go to the drawing tab"))
        self.show_train = self._make(tr("&Train"), "Ctrl+2", tr("Go to the training tab"))
        self.show_learn = self._make(tr("&Learn"), "Ctrl+3", tr("Go to the lessons"))
        self.zoom_in = self._make(tr("Zoom &in"), _Key.ZoomIn, tr("Make everything larger"))
        # Ctrl and the key of "+" without Shift.
        self.zoom_in.setShortcuts([*QKeySequence.keyBindings(_Key.ZoomIn), QKeySequence("Ctrl+=")])
        self.zoom_out = self._make(tr("Zoom &out"), _Key.ZoomOut, tr("Make everything smaller"))
        self.zoom_reset = self._make(tr("&Usual size"), "Ctrl+0", tr("Undo the zoom"))
        self.presentation = self._make(tr("&Presentation"), "F11", tr("Fill the screen, large enough for a classroom"))
        self.presentation.setCheckable(True)
        self.enlarge = self._make(
            tr("&Enlarge the card"), "Ctrl+Shift+M", tr("Fill the window with the card that has the focus, or go back")
        )
        self.help = self._make(tr("&Help"), "F1", tr("Show what can be done here, all shortcuts, and a glossary"))
        self.tour = self._make(tr("&Tour"), None, tr("Show the five most important places of the window"))
        self.about = self._make(tr("&About Digit Lab"), None, tr("Show what this program is"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

        self.themes = QActionGroup(self)
        names = {"system": tr("&System"), "light": tr("&Light"), "dark": tr("&Dark")}
        for choice in THEMES:
            action = self._make(names[choice], None, tr("Choose the colours of the window"))
            action.setCheckable(True)
            action.setData(choice)
            self.themes.addAction(action)

        self.languages = QActionGroup(self)
        for choice, name in {SYSTEM: names["system"], **NAMES}.items():
            action = self._make(name, None, tr("Choose the language of the window"))
            action.setCheckable(True)
            action.setData(choice)
            self.languages.addAction(action)

        theme.changed.connect(self._paint_icons)
        self._paint_icons()

    def enable_training(self, enabled: bool = True) -> None:
        """Enable the actions of the training tab once it exists; from then on the tab enables and disables them."""
        for action in filter(None, self.training):
            action.setEnabled(enabled)
        self.speeds.setEnabled(enabled)

    def show_paused(self, paused: bool) -> None:
        """Let the action that pauses resume instead."""
        self.pause_training.setText(tr("&Resume") if paused else tr("&Pause"))
        self._icons[self.pause_training] = "play" if paused else "pause"
        self.pause_training.setIcon(self._theme.icon(self._icons[self.pause_training]))

    def icon_name(self, action: QAction) -> str:
        """The name of an action's icon."""
        return self._icons[action]

    def _make(
        self, text: str, shortcut: QKeySequence.StandardKey | str | None, tip: str, icon: str | None = None
    ) -> QAction:
        action = QAction(text, self)
        # macOS would move every action with “settings” in its text to the application's menu, as its preferences.
        action.setMenuRole(QAction.MenuRole.NoRole)
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
