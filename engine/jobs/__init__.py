"""A training that is watched, paused and gone on with from elsewhere: from a window, while it has a process of its own.

A window that trains in a thread shares one Python with it: painting the curves would slow a small network's training
by half.
"""

from engine.jobs.job import Emit, Job, RunningJob, RunUntil
from engine.jobs.process import JobProcess, ProcessEnded, spare

__all__ = ["Emit", "Job", "JobProcess", "ProcessEnded", "RunUntil", "RunningJob", "spare"]
