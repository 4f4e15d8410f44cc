"""A training that is watched, paused and gone on with from elsewhere: from a window, while it has a process of its own.

A window that trains in a thread shares one Python with it: painting the curves would slow a small network's training
by half.
"""

from engine.job.job import Job, RunningJob, Stretch, Tell
from engine.job.process import JobProcess, ProcessEnded, spare

__all__ = ["Job", "JobProcess", "ProcessEnded", "RunningJob", "Stretch", "Tell", "spare"]
