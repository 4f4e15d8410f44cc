"""Some changed files for each reader. ``python -m tests.fuzz`` uses more."""

import sys

import pytest

if sys.platform != "linux":
    pytest.skip("the limits of memory are those of Linux", allow_module_level=True)

from tests.fuzz.campaign import run
from tests.fuzz.target import Target
from tests.fuzz.targets import TARGETS

# On a busy machine.
pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(900)]


@pytest.mark.parametrize("target", TARGETS.values(), ids=list(TARGETS))
def test_changed_files_are_used_or_refused_in_a_sentence(target: Target) -> None:
    if target.name == "window-settings":
        pytest.importorskip("PySide6.QtCore")
    kept = len(target.kept())
    *_, result = run(target, -kept, kept + target.ci)
    assert result.failures == []
    assert result.counts["used"]
