"""Trainings that are watched and controlled from outside.

The window trains in a process of its own: in a thread, painting the curves would slow a small network's training to
half its speed, because both would share one interpreter.
"""
