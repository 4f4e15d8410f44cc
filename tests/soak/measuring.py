"""What the process uses, and whether that grows."""

import ctypes
import gc
import os
import sys
from collections import Counter
from dataclasses import dataclass, fields
from multiprocessing import active_children
from pathlib import Path

import numpy as np
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from engine.allocator import trim

_PAGE = os.sysconf("SC_PAGE_SIZE")
# What was loaded and made for the first time counts as the start.
WARM_UP_SECONDS = 600.0
MAX_MB_AN_HOUR = 10.0
# Qt's own objects inside of texts come and go.
MAX_MORE_OBJECTS = 50


class _Heap(ctypes.Structure):
    """``struct mallinfo2`` of glibc."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "used", "free", "keepcost")
    ]


@dataclass(frozen=True)
class Usage:
    """At one time, after a collection of Python's garbage and of what the allocator keeps, and without Qt's cache of
    pixmaps, which has a limit. Only Linux says all of it.

    Its cache of fonts is not emptied: widgets keep their fonts, and the next texts would load the same files again.

    Attributes:
        seconds: since the start.
        memory, children: MB of this process and of those that it started, without files.
        files: MB of files that are mapped into this process, such as programs and fonts, as far as they were used. The
            system drops them where it needs the room; Qt may map the same font several times.
        heap: MB that were allocated and not freed.
        blocks: of Python, in thousands.
        objects: Qt's objects that Python knows.
        threads, descriptors, processes: how many there are.
    """

    seconds: float
    memory: float
    children: float
    files: float
    heap: float
    blocks: float
    objects: int
    threads: int
    descriptors: int
    processes: int

    @classmethod
    def now(cls, seconds: float) -> "Usage":
        """Of this process."""
        QPixmapCache.clear()
        for _ in range(3):
            gc.collect()
        trim()
        children = active_children()
        memory, mapped = _resident("self")
        return cls(
            seconds,
            memory,
            sum(_resident(each.pid)[0] for each in children),
            mapped,
            _heap(),
            sys.getallocatedblocks() / 1000,
            sum(isinstance(each, QObject) for each in shiboken6.getAllValidWrappers()),
            len(list(Path("/proc/self/task").iterdir())),
            len(list(Path("/proc/self/fd").iterdir())),
            len(children),
        )


HEADER = "  minute   memory  children   files   heap     blocks  objects  threads  descriptors  processes"


def row(usage: Usage) -> str:
    """Below ``HEADER``."""
    return (
        f"{usage.seconds / 60:8.1f} {usage.memory:8.1f}  {usage.children:8.1f} {usage.files:7.1f} {usage.heap:7.1f}"
        f" {usage.blocks:9.1f}k {usage.objects:8} {usage.threads:8} {usage.descriptors:12} {usage.processes:10}"
    )


def growth(usages: list[Usage], name: str) -> float:
    """Of one attribute, an hour: the slope of the straight line through it."""
    if len(usages) < 2:
        return 0.0
    hours = np.array([usage.seconds for usage in usages]) / 3600
    return float(np.polyfit(hours, [getattr(usage, name) for usage in usages], 1)[0])


def over_the_limits(usages: list[Usage]) -> list[str]:
    """In sentences: memory that grows too fast, and counts that grow at all, after the warming up."""
    warm = [usage for usage in usages if usage.seconds >= WARM_UP_SECONDS]
    if len(warm) < 4:
        return []
    found = []
    for name in ("memory", "children"):
        if (faster := growth(warm, name)) > MAX_MB_AN_HOUR:
            found.append(f"{name}: {faster:.1f} MB more an hour")
    third = max(len(warm) // 3, 1)
    # Qt's objects are compared by their classes: those that Python knows grow with each one that it comes across.
    for name in ("threads", "descriptors", "processes"):
        # A thread that is about to end may be counted: so the least of the end, and the most of the beginning.
        before = max(getattr(usage, name) for usage in warm[:third])
        after = min(getattr(usage, name) for usage in warm[-third:])
        if after > before:
            found.append(f"{name}: {before} before, {after} at the end")
    return found


def summary(usages: list[Usage]) -> str:
    """How fast each number grows after the warming up; where the time was shorter, in its second half."""
    warm = [usage for usage in usages if usage.seconds >= WARM_UP_SECONDS]
    chosen = warm if len(warm) >= 4 else usages[len(usages) // 2 :]
    names = [field.name for field in fields(Usage) if field.name != "seconds"]
    return ", ".join(f"{name} {growth(chosen, name):+.1f}" for name in names)


def types() -> Counter[str]:
    """How many objects of each Python type the garbage collector knows."""
    gc.collect()
    return Counter(f"{type(each).__module__}.{type(each).__qualname__}" for each in gc.get_objects())


def large_arrays(least_mb: float = 5.0, most: int = 8) -> str:
    """The largest arrays of NumPy, and what holds them."""
    found: dict[int, tuple[float, str]] = {}
    for holder in gc.get_objects():
        for each in gc.get_referents(holder):
            if isinstance(each, np.ndarray) and each.base is None and each.nbytes > least_mb * 1e6:
                keys = [key for key, value in holder.items() if value is each] if isinstance(holder, dict) else []
                text = f"{each.dtype}{list(each.shape)} in {type(holder).__qualname__} {str(keys)[:60]}"
                found[id(each)] = each.nbytes / 1e6, text
    total = sum(megabytes for megabytes, _ in found.values())
    texts = [f"{megabytes:.0f} MB {text}" for megabytes, text in sorted(found.values(), reverse=True)[:most]]
    return f"  {total:.0f} MB in {len(found)} arrays: {'; '.join(texts)}"


def _resident(process: int | str | None) -> tuple[float, float]:
    """MB of a process in memory: its own, and of files."""
    try:
        pages, of_files = map(int, Path(f"/proc/{process}/statm").read_text().split()[1:3])
    except (OSError, ValueError):
        return 0.0, 0.0
    return (pages - of_files) * _PAGE / 1e6, of_files * _PAGE / 1e6


def _heap() -> float:
    libc = ctypes.CDLL(None)
    if not hasattr(libc, "mallinfo2"):
        return 0.0
    libc.mallinfo2.restype = _Heap
    info = libc.mallinfo2()
    return (info.used + info.hblkhd) / 1e6


def objects() -> Counter[str]:
    """How many of Qt's objects there are of each class, with the names of their parents.

    Python then has an object for each of them, and keeps it where Qt deletes its own: not to be called often.
    """
    roots: list[QObject] = [each for each in QApplication.topLevelWidgets() if each.parent() is None]
    application = QApplication.instance()
    roots += [application] if application is not None else []
    return Counter(_title(each) for root in roots for each in (root, *root.findChildren(QObject)))


def _title(found: QObject) -> str:
    parent = found.parent()
    within = "" if parent is None else f" in {parent.metaObject().className()} {parent.objectName()}"
    return f"{found.metaObject().className()} {found.objectName()}{within}"
