"""What the tests of stored runs share."""

from pathlib import Path

import pytest
from test_runs import new_trainer

from engine.runs import RunStore
from engine.train.trainer import Trainer


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    return RunStore(tmp_path / "runs")


@pytest.fixture(scope="package")
def reference() -> Trainer:
    """The training of ``new_trainer`` without a store, to its end."""
    trainer = new_trainer()
    list(trainer.run())
    return trainer
