"""Helpers for the events of a training session: collect them, or wait for one."""

from contextlib import AbstractContextManager
from typing import Any, TypeVar

from gui.training.session import TrainingSession

E = TypeVar("E")


def collected(session: TrainingSession, kind: type[E]) -> list[E]:
    """A list to which all later events of this kind are added."""
    found: list[E] = []
    session.job_event.connect(lambda event: found.append(event) if isinstance(event, kind) else None)
    return found


def waiting_for(qtbot: Any, session: TrainingSession, kind: type) -> AbstractContextManager[Any]:
    """A context manager that waits for the next event of this kind; its ``args[0]`` is the event."""
    return qtbot.waitSignal(session.job_event, timeout=20_000, check_params_cb=lambda event: isinstance(event, kind))
