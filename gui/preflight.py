"""Opens the window, or explains in one sentence why it cannot be opened: no screen, or a missing library.

Qt itself ends the process with a core dump in both cases; nothing of it is imported here before they are ruled out.
"""

import gc
import os
import re
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from engine.errors import DigitLabError
from engine.i18n import tr
from engine.paths import is_unicode
from gui.start.log_file import errors_logged
from gui.system_libraries import missing_library
from gui.window import restart  # noqa: F401 - before all that registers handlers for the end of the process

# Qt's platforms that need no X server or Wayland compositor.
_SCREENLESS = {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}


class NoWindowError(DigitLabError):
    """The window cannot be opened on this machine."""


def open_window(weights: str | None, verbose: bool = False, files: Sequence[str] = ()) -> int:
    """Show the window and run until it is closed; the exit status.

    Args:
        weights: a file to start with, or None.
        verbose: where Qt cannot open a window, also show what it and the system's libraries print about it.
        files: paths or file:// URLs, to be opened in the window.

    Raises:
        NoWindowError: with a sentence that says what is missing.
    """
    require_screen()
    for name in filter(None, (weights, *files)):
        _check_name(name)
    # Until the window is visible: collecting garbage among what is being imported takes a twentieth of the start.
    gc.disable()
    try:
        try:
            # After the checks, since it imports Qt.
            from gui.app import run
        except ImportError as error:
            raise NoWindowError(import_problem(error)) from error
        with errors_logged():
            return run(weights, verbose, files)
    finally:
        gc.enable()


def _check_name(name: str) -> None:
    """Raise a NoWindowError where the window could not open a file of this name, or URL."""
    shown = name.encode(errors="replace").decode()
    try:
        # Relative names start at the current folder, file:// URLs do not.
        full = name if name.lower().startswith("file:/") else os.path.abspath(name)  # noqa: PTH100 - see below
    except FileNotFoundError:
        # That folder was deleted.
        reason = tr("there is no such file. Check the name and the folder.")
        raise NoWindowError(tr("{0} cannot be opened: {1}", f"“{shown}”", reason)) from None
    if not is_unicode(full):
        raise NoWindowError(
            tr("The window cannot open “{0}”: its name is not UTF-8. Rename the file or folder.", shown)
        )


def import_problem(error: ImportError) -> str:
    """Why Qt could not be imported, in a sentence that names what to install."""
    library = re.search(r"(lib[\w.+-]+?)\.so[\w.]*", str(error))
    if library and "cannot open shared object" in str(error):
        return missing_library(library.group(0))
    if isinstance(error, ModuleNotFoundError):
        return tr(
            "The window needs the Python package “{0}”: install what the README's first command installs.", error.name
        )
    return tr("The window's libraries cannot be loaded: {0}", " ".join(str(error).split()))


def require_screen() -> None:
    """Raise a NoWindowError on Linux where Qt would abort because there is no display."""
    if not sys.platform.startswith("linux"):
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if platform in _SCREENLESS:
        return
    wayland, display = os.environ.get("WAYLAND_DISPLAY", ""), os.environ.get("DISPLAY", "")
    if not wayland and not display:
        raise NoWindowError(
            tr(
                "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): start it on a desktop, or use "
                "the commands that need no window (--help lists them)."
            )
        )
    if wayland and platform != "xcb" and _listens(str(Path(os.environ.get("XDG_RUNTIME_DIR", ""), wayland))):
        return
    if display and not platform.startswith("wayland"):
        if not is_x_server(display):
            raise NoWindowError(tr("There is no screen at DISPLAY={0}: nothing answers there.", display))
        return
    raise NoWindowError(
        tr("There is no screen at WAYLAND_DISPLAY={0}: nothing answers there. Check XDG_RUNTIME_DIR, too.", wayland)
        if wayland
        else tr("The window is to be opened by Wayland, and WAYLAND_DISPLAY is not set: unset QT_QPA_PLATFORM.")
    )


def is_x_server(display: str) -> bool:
    """Whether an X server listens; a host's name is not looked up for longer than a few seconds."""
    found = re.fullmatch(r"(?:(?:unix/?)?([^:/]*)(?:/unix)?):(\d+)(?:\.\d+)?", display)
    if not found:
        return True  # an unknown format: let Qt try
    try:
        host, number = found.group(1), int(found.group(2))
        if host and host != "unix":
            socket.create_connection((host, 6000 + number), timeout=5).close()
            return True
    except (OSError, ValueError, OverflowError):  # no name of a host can be such a text, or no port such a number
        return False
    return any(_listens(address) for address in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"))


def _listens(address: str) -> bool:
    """Whether something listens at a local socket."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        try:
            connection.connect(address)
        except OSError:
            return False
    return True
