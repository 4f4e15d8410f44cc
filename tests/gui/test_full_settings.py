"""The disk is full when the window's settings are written."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.settings import Settings


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """Qt writes by the system, so the system refuses: no file may have a byte."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_the_settings_of_before_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    before = Settings(file)
    before.keep("theme", "dark")
    before.flush()
    content = file.read_bytes()
    settings = Settings(file)
    with full_disk():
        settings.keep("theme", "light")
        settings.flush()
    assert file.read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["settings.ini"]
    # The window goes on with what was chosen, and there may be room the next time.
    assert settings.text("theme", "") == "light"
    settings.flush()
    assert Settings(file).text("theme", "") == "light"
