"""Fixtures for all tests: temporary folders, and the shared datasets if they are on this machine.

If Qt or a system library that it needs is not installed, the tests of the window are skipped. If DIGITLAB_SHARED is
set (as in CI), nothing may be skipped.
"""

import os
import signal
import sys
from pathlib import Path
from types import ModuleType

import pytest

import engine  # noqa: F401 - before NumPy: it sets the number of threads

ROOT = Path(__file__).resolve().parent.parent

# Code for notebooks imports from ``digit_lab``, the name of the installed package: here it is this checkout, also where
# another one is installed.
sys.modules["digit_lab"] = ModuleType("digit_lab")
sys.modules["digit_lab"].__path__ = [str(ROOT)]

# Set before Qt is imported: the tests need no screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":
    # That platform does not know where Windows keeps its fonts, and a warning of Qt fails a test.
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["WINDIR"], "Fonts")))
# The tests compare English texts, whatever the language of the system is.
os.environ["DIGITLAB_LANGUAGE"] = "en"
# The tests start many programs: they start faster where Python may keep the compiled modules, as it does by default.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
# A shell starts processes in the background with SIGINT ignored, and nohup with SIGHUP; tests send both.
signal.signal(signal.SIGINT, signal.default_int_handler)
if sys.platform != "win32":
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def _qt_problem() -> str | None:
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        if os.environ.get("DIGITLAB_SHARED"):
            raise
        return str(error)
    return None


QT_PROBLEM = _qt_problem()
pytest_plugins = () if QT_PROBLEM else ("pytestqt.plugin",)
collect_ignore = ["gui", "translations"] if QT_PROBLEM else []


def pytest_report_header() -> str | None:
    return f"the tests of the window are skipped: {QT_PROBLEM}" if QT_PROBLEM else None


@pytest.fixture(autouse=True)
def temporary_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has an empty data folder: it uses no files of the user or of another test."""
    monkeypatch.setenv("DIGITLAB_DATA", str(tmp_path_factory.mktemp("data")))
    monkeypatch.delenv("DIGITLAB_MNIST", raising=False)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder that holds mnist/, pen/ and book/: DIGITLAB_SHARED, or ../shared/data beside the checkout."""
    named = os.environ.get("DIGITLAB_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    if not (folder / "mnist").is_dir():
        if named:
            pytest.fail(f"DIGITLAB_SHARED names {folder}, which holds no mnist/")
        pytest.skip("the shared datasets (MNIST, pen strokes, the book's weights) are not on this machine")
    return folder
