"""What a training session reports, for tests: its events of one kind, and waiting for one."""

from contextlib import AbstractContextManager
from typing import Any, TypeVar

from gui.training.session import TrainingSession

E = TypeVar("E")


def collected(session: TrainingSession, kind: type[E]) -> list[E]:
    """A list that gets all further events of this kind."""
    found: list[E] = []
    session.job_event.connect(lambda event: found.append(event) if isinstance(event, kind) else None)
    return found


def waiting_for(qtbot: Any, session: TrainingSession, kind: type) -> AbstractContextManager[Any]:
    """A block that ends with the next event of this kind; it is ``args[0]`` of what the block gives."""
    return qtbot.waitSignal(session.job_event, timeout=20_000, check_params_cb=lambda event: isinstance(event, kind))
