"""How the C library gives freed memory back, on Linux with glibc. Nothing here has an effect with another one."""

import contextlib
import ctypes

# Of <malloc.h>.
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
_LARGE_BYTES = 1 << 15
# Above what a training step of a usual batch allocates: 100 images as float64 are 0.6 MB.
_VERY_LARGE_BYTES = 1 << 22
_MOST_FREE_BYTES = 1 << 26


def use_one_arena() -> None:
    """Call it before the first thread starts. By default each thread gets an arena of its own, and what is freed in one
    is not used by the others."""
    _call("mallopt", _ARENA_MAX, 1)


def give_large_blocks_back() -> None:
    """Call it at the start. By default, once a large block was freed, others of its size come from the heap, which is
    given back only where nothing lies between: after hours of use the window had 140 MB that it did not use. With a
    limit of 256 kB instead of 32 it holds 10 to 20 MB more.

    Not where training data are augmented: that allocates a large block for each step, and takes up to three times as
    long.
    """
    _call("mallopt", _MMAP_THRESHOLD, _LARGE_BYTES)


def give_very_large_blocks_back() -> None:
    """For a process that trains. By default, once a block of 6 MB was freed, as the evaluation does, the next ones come
    from the heap, and what is allocated between them holds them: after an hour of trainings an idle process had 15 MB
    more. A training step is as fast as before."""
    _call("mallopt", _MMAP_THRESHOLD, _VERY_LARGE_BYTES)
    # Otherwise the limit above sets this one to 128 kB, and steps would give memory back that the next one needs.
    _call("mallopt", _TRIM_THRESHOLD, _MOST_FREE_BYTES)


def trim() -> None:
    """Give all memory back that is free now."""
    _call("malloc_trim", 0)


def _call(name: str, *arguments: int) -> None:
    with contextlib.suppress(AttributeError, OSError, TypeError):
        getattr(ctypes.CDLL(None), name)(*arguments)
