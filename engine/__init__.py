"""The neural network of Digit Lab, written in NumPy and readable beside *Deep Learning from Scratch*.

Nothing below this package knows of a window: it can be used from a script, a notebook or the command line.
"""

import os

# A product gets one thread: most are small, and the threads of OpenBLAS wait for each other, which makes a training 20
# times slower on a busy machine with two cores. Large work is divided among threads that do not wait: see ``cores``.
# It has to be said before NumPy is loaded; whoever sets the variables himself has the last word. OMP_NUM_THREADS is
# meant for those of ``cores``, too: DIGITLAB_THREADS tells the processes that are started what it was.
os.environ.setdefault("DIGITLAB_THREADS", os.environ.get("OMP_NUM_THREADS", "all"))
for _variable in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_variable, "1")
