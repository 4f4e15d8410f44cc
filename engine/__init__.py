"""The engine of Digit Lab, written in NumPy: networks, data, training. ``engine.book`` is to be read beside the book.

Nothing in this package needs a window: it can be used from a script, a notebook or the command line. Installed, it is
``digit_lab.engine``:

    from digit_lab.engine.book import softmax
    from digit_lab.engine.weights import load_weights
"""

import contextlib
import os
import sys

__version__ = "0.1.0"

# OpenBLAS gets one thread: most products are small, and its threads wait for each other, which makes training 20 times
# slower on a busy machine with two cores. Large tasks are divided by ``engine.nn.thread_pool`` instead. NumPy reads the
# variables when it is loaded; in a notebook it often is already, and threadpoolctl limits it then. A user's own values
# are kept. OMP_NUM_THREADS also limits the thread pool: DIGITLAB_THREADS passes its original value to child processes.
# Without threadpoolctl, training is only slower.
if "numpy" in sys.modules and not {"OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"} & os.environ.keys():
    with contextlib.suppress(ImportError):
        import threadpoolctl

        threadpoolctl.threadpool_limits(1, user_api="blas")
os.environ.setdefault("DIGITLAB_THREADS", os.environ.get("OMP_NUM_THREADS", "all"))
for _variable in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_variable, "1")
# NumPy would ask Linux for huge pages for large arrays. Where one was freed, the kernel fills its pages again, and
# after hours of use the window needs hundreds of MB that it does not use. Training is as fast without.
os.environ.setdefault("NUMPY_MADVISE_HUGEPAGE", "0")
