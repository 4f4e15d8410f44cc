"""The system libraries that Qt's wheels leave to the system: which one is missing, and the package that has it."""

import ctypes
import re
from pathlib import Path

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
