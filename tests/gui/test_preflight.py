"""If no window can be opened, one sentence says why."""

import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.preflight import NoWindowError, import_problem, is_x_server, open_window
from gui.system_libraries import missing_library, missing_plugin_library

ROOT = Path(__file__).resolve().parents[2]
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland are Linux's")


def start(tmp_path: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, "main.py", *options],
        cwd=ROOT,
        env=kept | {"DIGITLAB_DATA": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@linux_only
@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "There is no screen here"),
        ({"DISPLAY": ":4321"}, "There is no screen at DISPLAY=:4321"),
        ({"WAYLAND_DISPLAY": "no-such-wayland", "QT_QPA_PLATFORM": "wayland"}, "WAYLAND_DISPLAY=no-such"),
        ({"WAYLAND_DISPLAY": "no-such-wayland"}, "There is no screen at WAYLAND_DISPLAY=no-such-wayland"),
        ({"WAYLAND_DISPLAY": "no-such-wayland", "DISPLAY": ":4321"}, "There is no screen at DISPLAY=:4321"),
        ({"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":4321"}, "WAYLAND_DISPLAY is not set"),
        ({"DISPLAY": ":4321", "QT_QPA_PLATFORM": "no-such-platform"}, "There is no screen at"),
        # Neither a host nor a port.
        ({"DISPLAY": f"{'k' * 300}:0"}, "There is no screen at DISPLAY=kkk"),
        ({"DISPLAY": f"localhost:{'9' * 300}"}, "There is no screen at DISPLAY=localhost:999"),
        ({"DISPLAY": f":{'9' * 5000}"}, "There is no screen at DISPLAY=:999"),
    ],
    ids=[
        "none",
        "no-server",
        "no-wayland",
        "wayland-default",
        "neither-server",
        "unnamed",
        "odd-platform",
        "no-host",
        "no-port",
        "no-number",
    ],
)
def test_without_a_screen_it_is_one_line_and_status_1(environment: dict[str, str], words: str, tmp_path: Path) -> None:
    done = start(tmp_path, **environment)
    assert done.returncode == 1, done
    assert done.stderr.count("\n") == 1, done.stderr
    assert done.stderr.startswith("digit-lab: ")
    assert words in done.stderr


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a Wayland server that closes every connection at once: Qt starts, then fails."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-9"))
        server.listen()
        server.settimeout(0.1)
        ended = threading.Event()

        def serve() -> None:
            while not ended.is_set():
                with contextlib.suppress(TimeoutError):
                    server.accept()[0].close()

        thread = threading.Thread(target=serve)
        thread.start()
        yield {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path), "QT_QPA_PLATFORM": "wayland"}
        ended.set()
        thread.join()


@linux_only
def test_output_of_libraries_is_hidden_if_the_window_fails(wayland: dict[str, str], tmp_path: Path) -> None:
    done = start(tmp_path, **wayland)
    assert done.returncode == 1, done
    assert done.stderr.count("\n") == 1, done.stderr
    assert done.stderr.startswith("digit-lab: ")


@linux_only
def test_verbose_shows_the_output_of_libraries(wayland: dict[str, str], tmp_path: Path) -> None:
    done = start(tmp_path, "--verbose", **wayland)
    assert done.returncode == 1, done
    lines = done.stderr.splitlines()
    assert len(lines) > 1, done.stderr
    assert [line for line in lines if line.startswith("digit-lab: The window cannot be opened")]


# A window that closes itself, while a library prints what no setting of Qt hides.
OPENS = """
import os, sys
from PySide6.QtCore import QTimer
import gui.app

class Probed(gui.app.Application):
    def __init__(self, arguments):
        os.write(2, b"a line of a library\\n")
        super().__init__(arguments)
        QTimer.singleShot(500, self.closeAllWindows)

gui.app.Application = Probed
sys.exit(gui.app.run(None))
"""


def open_and_close(program: str, tmp_path: Path, streams: str = "") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "DIGITLAB_DATA": str(tmp_path)}
    command = ["sh", "-c", f'exec "$0" -c "$1" {streams}', sys.executable, program]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)


@linux_only
@pytest.mark.parametrize("before", ["", "import tempfile; tempfile.tempdir = '/nowhere'"], ids=["", "no-temporary"])
def test_output_of_libraries_is_shown_if_the_window_opens(before: str, tmp_path: Path) -> None:
    """Also where no file can hold it until then."""
    done = open_and_close(before + OPENS, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "a line of a library" in done.stderr


@linux_only
def test_the_window_opens_where_output_of_libraries_cannot_be_shown(tmp_path: Path) -> None:
    program = OPENS.replace("sys.exit(gui.app.run(None))", "print(gui.app.run(None))")
    assert open_and_close(program, tmp_path, "2>/dev/full").stdout == "0\n"


@linux_only
def test_it_ends_in_order_where_the_reason_cannot_be_shown(wayland: dict[str, str], tmp_path: Path) -> None:
    command = ["sh", "-c", 'exec "$0" main.py 2>/dev/full', sys.executable]
    environment = os.environ | {"DIGITLAB_DATA": str(tmp_path), **wayland}
    assert subprocess.run(command, cwd=ROOT, env=environment, timeout=60, check=False).returncode == 1


@linux_only
def test_a_display_that_responds_is_accepted(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        try:
            server.bind("\0/tmp/.X11-unix/X4322")
        except OSError:
            pytest.skip("abstract sockets cannot be bound here")
        server.listen()
        assert is_x_server(":4322")
        assert is_x_server("unix:4322.0")
    assert not is_x_server(":4322")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the window was asked to open."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    asked: list[object] = []
    monkeypatch.setattr("gui.app.run", lambda weights, verbose, files: asked.append((weights, *files)))
    return asked


@linux_only
def test_names_in_a_folder_that_was_deleted(
    opened: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a name that starts at that folder is refused."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for weights, files in ((None, ["x.png"]), (None, ["/a.png", "./x.png"]), ("x.npz", [])):
        with pytest.raises(NoWindowError, match=r"“.*x\.(png|npz)” cannot be opened: there is no such file\."):
            open_window(weights, files=files)
    assert opened == []
    for files in (["/a/x.png"], ["file:///a/x.png"], ["FILE:/a/x.png"], []):
        open_window(None, files=files)
    assert len(opened) == 4


@linux_only
def test_a_url_does_not_start_at_the_current_folder(
    opened: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = tmp_path / os.fsdecode(b"caf\xe9")
    foreign.mkdir()
    monkeypatch.chdir(foreign)
    open_window(None, files=["file:///a/x.png"])
    assert len(opened) == 1
    with pytest.raises(NoWindowError, match="not UTF-8"):
        open_window(None, files=["x.png"])


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ImportError("libEGL.so.1: cannot open shared object file: No such file or directory"), "libegl1"),
        (ImportError("libxkbcommon.so.0: cannot open shared object file: No such file"), "libxkbcommon0"),
        (ImportError("libodd.so.7: cannot open shared object file: No such file"), "libodd.so.7"),
        (ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), "“PySide6”"),
    ],
)
def test_a_library_that_is_missing_is_named(error: ImportError, words: str) -> None:
    assert words in import_problem(error)
    assert "\n" not in import_problem(error)


def test_import_errors_become_that_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delitem(sys.modules, "gui.app", raising=False)
    monkeypatch.setitem(sys.modules, "gui.app", None)
    with pytest.raises(NoWindowError):
        open_window(None)


def test_missing_libraries_of_a_plugin(tmp_path: Path) -> None:
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms" / "libqxcb.so").write_bytes(b"no library")
    assert missing_plugin_library(tmp_path, "xcb") is None
    assert missing_plugin_library(tmp_path, "wayland") is None
    assert "libxcb-cursor0" in missing_library("libxcb-cursor.so.0")
