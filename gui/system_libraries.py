"""The system libraries that Qt's wheels do not contain: which one is missing, and which package contains it."""

import ctypes
import re
from pathlib import Path

from engine.i18n import tr

# The packages whose names do not follow the rule in ``_debian_package``.
_PACKAGES = {"libglib-2.0": "libglib2.0-0", "libgthread-2.0": "libglib2.0-0"}


def missing_library(file: str) -> str:
    """The sentence for a system library such as "libEGL.so.1" that is missing."""
    package = _debian_package(file)
    return tr("The window needs the system library {0}: install the package {1} (apt install {1}).", file, package)


def _debian_package(file: str) -> str:
    """The package of a library in Debian and Ubuntu: libEGL.so.1 -> libegl1, libX11.so.6 -> libx11-6.

    Source: Debian Policy Manual, section 8.1: the name and the version of the soname, with a hyphen after a digit.
    """
    name, _, version = file.partition(".so.")
    return _PACKAGES.get(name, (name + "-" * name[-1].isdigit() + version.split(".")[0]).lower())


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
