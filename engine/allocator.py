"""How the C library gives freed memory back, on Linux with glibc."""

import ctypes

# Of <malloc.h>.
_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
_LARGE_BYTES = 1 << 20


def give_memory_back() -> None:
    """Call it before the first thread starts. It does nothing with another C library.

    By default each thread gets an arena of its own, and what is freed in one is not used by the others. And after a
    large block was freed, others of its size come from the heap, which is given back only from its end. In hours of use
    the window took 50 MB more an hour that it did not use; the process that trains kept 300 MB of a convolutional
    network. Training is as fast.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):
        return
    mallopt(_ARENA_MAX, 1)
    mallopt(_MMAP_THRESHOLD, _LARGE_BYTES)
