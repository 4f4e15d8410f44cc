"""Opening the window, or saying in one sentence why there can be none: no screen, or a library that Qt lacks.

Qt itself ends the process with a core dump in both cases; nothing of it is imported here before they are ruled out.
"""

import ctypes
import os
import re
import socket
import sys
from pathlib import Path

from engine.errors import DigitLabError

# The Debian and Ubuntu packages of the system libraries that the Qt wheels leave to the system.
_PACKAGES = {
    "libEGL": "libegl1",
    "libGL": "libgl1",
    "libOpenGL": "libopengl0",
    "libGLX": "libglx0",
    "libxkbcommon": "libxkbcommon0",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
    "libfontconfig": "libfontconfig1",
    "libfreetype": "libfreetype6",
    "libdbus-1": "libdbus-1-3",
    "libglib-2.0": "libglib2.0-0",
    "libgthread-2.0": "libglib2.0-0",
    "libX11": "libx11-6",
    "libX11-xcb": "libx11-xcb1",
    "libxcb": "libxcb1",
    "libxcb-cursor": "libxcb-cursor0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-image": "libxcb-image0",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-randr": "libxcb-randr0",
    "libxcb-render": "libxcb-render0",
    "libxcb-render-util": "libxcb-render-util0",
    "libxcb-shape": "libxcb-shape0",
    "libxcb-shm": "libxcb-shm0",
    "libxcb-sync": "libxcb-sync1",
    "libxcb-util": "libxcb-util1",
    "libxcb-xfixes": "libxcb-xfixes0",
    "libxcb-xinerama": "libxcb-xinerama0",
    "libxcb-xkb": "libxcb-xkb1",
    "libwayland-client": "libwayland-client0",
    "libwayland-cursor": "libwayland-cursor0",
    "libwayland-egl": "libwayland-egl1",
}
# Qt's platforms that need no X server or Wayland compositor.
_SCREENLESS = {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}


class NoWindowError(DigitLabError):
    """There can be no window here."""


def open_window(weights: str | None) -> int:
    """Show the window and run until it is closed; the exit status.

    Raises:
        NoWindowError: with the one sentence that says what is missing.
    """
    if sys.platform.startswith("linux"):
        _require_screen()
    try:
        from gui.app import run
    except ImportError as error:
        raise NoWindowError(import_problem(error)) from error
    return run(weights)


def import_problem(error: ImportError) -> str:
    """Why Qt could not be imported, in a sentence that names what to install."""
    library = re.search(r"(lib[\w.+-]+?)\.so[\w.]*", str(error))
    if library and "cannot open shared object" in str(error):
        return missing_library(library.group(0))
    if isinstance(error, ModuleNotFoundError):
        return f"The window needs the Python package “{error.name}”: install what the README's first command installs."
    return f"The window's libraries cannot be loaded: {' '.join(str(error).split())}"


def missing_library(file: str) -> str:
    """The sentence for a system library such as "libEGL.so.1" that is not there."""
    package = _PACKAGES.get(file.split(".so")[0])
    if package is None:
        return f"The window needs the system library {file}: install it with your system's package manager."
    return f"The window needs the system library {file}: install the package {package} (apt install {package})."


def missing_plugin_library(plugins: Path, platform: str) -> str | None:
    """The first system library that Qt's plugin for ``platform`` ("xcb", "wayland") cannot find, or None."""
    for plugin in sorted(plugins.glob(f"platforms/libq{platform}*.so")):
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            found = re.match(r"(lib[\w.+-]+\.so[\w.]*): cannot open shared object", str(error))
            if found:
                return found.group(1)
    return None


def _require_screen() -> None:
    """On Linux: leave a clear sentence where Qt would abort for want of a display."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in _SCREENLESS:
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    display = os.environ.get("DISPLAY", "")
    if not display:
        raise NoWindowError(
            "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): start it on a desktop, or use "
            "the commands that need no window (--help lists them)."
        )
    if not _answers(display):
        raise NoWindowError(f"There is no screen at DISPLAY={display}: nothing answers there.")


def _answers(display: str) -> bool:
    """Whether an X server listens; a host's name is not looked up for longer than a few seconds."""
    found = re.fullmatch(r"(?:(?:unix/?)?([^:/]*)(?:/unix)?):(\d+)(?:\.\d+)?", display)
    if not found:
        return True  # a form we do not know: let Qt try
    host, number = found.group(1), int(found.group(2))
    if host and host != "unix":
        try:
            socket.create_connection((host, 6000 + number), timeout=5).close()
        except OSError:
            return False
        return True
    for address in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            try:
                connection.connect(address)
            except OSError:
                continue
            return True
    return False
