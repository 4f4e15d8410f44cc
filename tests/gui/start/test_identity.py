"""What the desktop knows of the program."""

import configparser
import sys

import pytest

from gui.start.identity import DESKTOP_FILE, qt_arguments
from gui.theme import ASSETS


@pytest.mark.parametrize("program", ["main.py", "/usr/bin/digit-lab-window"])
def test_x11_finds_the_menu_entry_of_a_window(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """By WM_CLASS, which Qt takes from -name; without it, it would be the name of the program that was started."""
    monkeypatch.setattr(sys, "argv", [program, "photo.png"])
    entry = configparser.RawConfigParser()
    entry.read(ASSETS / "desktop" / "applications" / f"{DESKTOP_FILE}.desktop", encoding="utf-8")
    name, *arguments = qt_arguments()
    assert name == program
    assert arguments[arguments.index("-name") + 1] == entry["Desktop Entry"]["StartupWMClass"]
    assert "photo.png" not in arguments
