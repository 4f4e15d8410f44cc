"""The neural network of Digit Lab, written in NumPy and readable beside *Deep Learning from Scratch*.

Nothing below this package knows of a window: it can be used from a script, a notebook or the command line.
"""

import os

# The products here are small: one thread does them faster than several that wait for each other, and leaves the
# other cores to the window. On a busy machine with two cores, the threads of OpenBLAS make training 20 times slower.
# It has to be said before NumPy is loaded; whoever sets the variables himself has the last word.
# Who has set OMP_NUM_THREADS means all threads, also those of ``cores``; the processes that are started know of it.
os.environ.setdefault("DIGITLAB_THREADS", os.environ.get("OMP_NUM_THREADS", ""))
for _variable in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_variable, "1")
