"""What every test gets: folders of its own, and the shared datasets where this machine has them.

Where Qt, or a system library that it needs, is not installed, the window's tests are left out and the engine's run;
where DIGITLAB_SHARED is set (as in CI) nothing may be left out.
"""

import os
from pathlib import Path

import pytest

import engine  # noqa: F401 - before NumPy: it sets the number of threads

ROOT = Path(__file__).resolve().parent.parent

# Before Qt is imported anywhere: tests draw off the screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


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
collect_ignore = ["gui"] if QT_PROBLEM else []


def pytest_report_header() -> str | None:
    return f"the window's tests are left out: {QT_PROBLEM}" if QT_PROBLEM else None


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what belongs to the person, nor what another test left."""
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
