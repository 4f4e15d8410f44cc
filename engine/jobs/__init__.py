"""Trainings that are watched and controlled from outside.

The window trains in a process of its own: in a thread, painting the curves would slow a small network's training to
half its speed, because both would share one interpreter.
"""

from engine.jobs.events import (
    Command,
    Emit,
    JobEvent,
    Measuring,
    NotStored,
    Pause,
    Paused,
    Resume,
    RunUntil,
    Snapshot,
    SnapshotTaken,
    Started,
    Stop,
    Stored,
    Trained,
)
from engine.jobs.job import Job, RunningJob
from engine.jobs.process import JobProcess, ProcessEnded, spare
from engine.train.events import Diverged, Evaluation, Progress

__all__ = [
    "Command",
    "Diverged",
    "Emit",
    "Evaluation",
    "Job",
    "JobEvent",
    "JobProcess",
    "Measuring",
    "NotStored",
    "Pause",
    "Paused",
    "ProcessEnded",
    "Progress",
    "Resume",
    "RunUntil",
    "RunningJob",
    "Snapshot",
    "SnapshotTaken",
    "Started",
    "Stop",
    "Stored",
    "Trained",
    "spare",
]
