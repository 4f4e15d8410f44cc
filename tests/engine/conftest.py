"""What the engine's tests share."""

import os

import pytest

from engine.io.database import sqlite_file


@pytest.fixture
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for the disk: what a killed program has written is there without a sync, too."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    monkeypatch.setattr(sqlite_file, "SYNCHRONOUS", "OFF")
