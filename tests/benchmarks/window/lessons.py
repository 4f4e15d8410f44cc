"""How long a lesson takes to open, and how many frames a second are painted while something in its figure is dragged.

A lesson is opened in the visible window; the time ends when all of it has been painted. Then each number, point and bar
of the figure that can be dragged is dragged by mouse events. The next event is sent when the one before has been
painted, so the time between two events is that of a frame; the tracing of the code that the page does meanwhile is
part of it.
"""

import argparse
import statistics
import time

from in_window import wait, wait_until, window, window_size
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.learn.catalogue import LESSONS
from gui.learn.lesson import Lesson
from gui.learn.parts.draggable_bars import DraggableBars
from gui.learn.parts.draggable_number import DraggableNumber
from gui.learn.parts.plot_items.point_plot import PointPlot

_LEFT = Qt.MouseButton.LeftButton
# Of a drag: pixels to each side, and events.
_FAR, _EVENTS = 60, 150


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=window_size, default=(1100, 700), metavar="WIDTHxHEIGHT", help="of the window")
    parser.add_argument("--lessons", nargs="+", metavar="NAME", default=[each.name for each in LESSONS])
    args = parser.parse_args()
    opened, slowest = {}, {}
    with window(args.size) as shown:
        shown.show_learn_tab()
        tab = shown.learn_tab
        wait(1000)
        for name in args.lessons:
            start = time.perf_counter()
            page = tab.open(name)
            paint_all()
            opened[name] = time.perf_counter() - start
            wait(500)
            frames = {}
            for number in range(len(handles(page.lesson))):
                page.lesson.reset()
                wait(200)
                what, widget, at = handles(page.lesson)[number]
                frames[what] = drag(widget, at)
            slowest[name] = max(frames.values(), default=0.0)
            drags = ", ".join(f"{what} {1000 * seconds:.1f} ms" for what, seconds in frames.items())
            print(f"{name}: opened in {1000 * opened[name]:.0f} ms; {drags or 'nothing to drag'}", flush=True)
        tab.shut_down()
        wait_until(lambda: not tab.busy)
    middle, most = statistics.median(opened.values()), max(opened.values())
    print(f"a lesson opens: median {1000 * middle:.0f} ms, most {1000 * most:.0f} ms")
    heaviest = max(slowest, key=slowest.__getitem__)
    print(f"the heaviest to drag: {heaviest}, {1 / slowest[heaviest]:.0f} frames a second (median)")


def paint_all() -> None:
    """Lay out and paint whatever is due."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)


def handles(lesson: Lesson) -> list[tuple[str, QWidget, QPoint]]:
    """What can be dragged: a name, the widget, and where to press."""
    found: list[tuple[str, QWidget, QPoint]] = []
    for number in lesson.findChildren(DraggableNumber):
        if number.field.isVisible() and number.isEnabled() and isinstance(number.field, QLineEdit):
            found.append((number.objectName(), number.field, number.field.rect().center()))
    for plot in lesson.findChildren(PointPlot):
        for point in plot.points:
            if plot.isVisible() and point.isVisible() and point.isEnabled():
                at = plot.pixel(*point.position).toPoint()
                found.append((f"{plot.objectName()} {point.name}", plot.viewport(), at))
    for bars in lesson.findChildren(DraggableBars):
        if bars.isVisible() and bars.isEnabled():
            found.append((bars.objectName(), bars, bars.rect().center()))
    return found


def drag(widget: QWidget, at: QPoint) -> float:
    """The median time of a frame, in seconds."""
    times = []
    QTest.mousePress(widget, _LEFT, pos=at)
    for number in range(_EVENTS):
        offset = zigzag(number)
        start = time.perf_counter()
        QTest.mouseMove(widget, at + QPoint(offset, offset // 3))
        paint_all()
        times.append(time.perf_counter() - start)
    QTest.mouseRelease(widget, _LEFT, pos=at)
    wait(200)
    return statistics.median(times)


def zigzag(number: int) -> int:
    """To one side, to the other and back, a few pixels at a time."""
    period = 4 * (_FAR // 4)
    phase = number % period
    return 4 * (phase if phase < period / 4 else period // 2 - phase if phase < 3 * period / 4 else phase - period)


if __name__ == "__main__":
    main()
