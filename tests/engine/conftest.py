"""What the engine's tests share."""

import os

import pytest

from engine.io import database


@pytest.fixture
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for the disk: what a killed program has written is there, synced or not, and no test cuts the power."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)
    monkeypatch.setattr(database, "SYNCHRONOUS", "OFF")
