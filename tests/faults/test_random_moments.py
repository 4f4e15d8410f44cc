"""Some of what ``python -m tests.faults`` tries much longer: faults of the disk at random moments."""

from pathlib import Path

import numpy as np
import pytest

from tests.faults import disks

TRIALS = [
    disks.write_fails,
    disks.folder_vanishes,
    disks.database_locked,
    disks.database_damaged,
    disks.later_version,
    disks.clock_goes_back,
]


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.__name__)
def test_nothing_is_lost(trial, tmp_path: Path) -> None:
    for number in range(4):
        folder = tmp_path / str(number)
        folder.mkdir()
        trial(np.random.default_rng(number), folder)
