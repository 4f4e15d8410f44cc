"""The neural network of Digit Lab, written in NumPy and readable beside *Deep Learning from Scratch*.

Nothing below this package knows of a window: it can be used from a script, a notebook or the command line.
"""
