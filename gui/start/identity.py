"""What the desktop knows of the program: its name, its icon, and which windows belong to it."""

import ctypes
import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from gui.theme import ASSETS

# The name of the .desktop file, and of the icon in it.
DESKTOP_FILE = "digit-lab"
# Without one, Windows shows Python's icon in the task bar, and puts the window to those of other programs in Python.
_APP_USER_MODEL_ID = "DigitLab.DigitLab"


def qt_arguments() -> list[str]:
    """Those of the QApplication: the style is the same everywhere, and X11 finds the .desktop file by the name."""
    # Not ``setStyle``: it returns a QStyle, and making that type of Python takes some ms.
    return [*sys.argv[:1], "-style", "fusion", "-name", DESKTOP_FILE]


def identify(application: QApplication) -> None:
    """Tell the desktop; before the first window is shown."""
    if sys.platform == "win32":
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(_APP_USER_MODEL_ID)
    application.setApplicationName("Digit Lab")
    application.setDesktopFileName(DESKTOP_FILE)
    application.setWindowIcon(QIcon(str(ASSETS / "icons" / "digit-lab.svg")))
