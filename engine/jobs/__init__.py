"""Trainings that are monitored and controlled from outside.

The window trains in a separate process: in a thread, painting the curves would slow a small network's training to
half its speed, because both would share one interpreter.
"""
