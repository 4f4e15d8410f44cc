"""Runs code under a tracer, which notes the values that the variables of some functions get, line by line."""

import sys
import traceback
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

from gui.learn.source_lines import RETURN, Source, Statement, source_of
from gui.learn.values import Snapshot


@dataclass
class Trace:
    """What happened during a call.

    Attributes:
        values: statement -> name -> its value after the statement was last executed.
        warnings: (the sentence of a warning, the statement; None if it is in none of the functions).
        error: what was raised, such as "ValueError: ...", or "".
        raised_at: the statement of the functions in which it was raised.
    """

    values: dict[Statement, dict[str, Snapshot]] = field(default_factory=dict)
    warnings: list[tuple[str, Statement | None]] = field(default_factory=list)
    error: str = ""
    raised_at: Statement | None = None


def run_traced(run: Callable[[], object], shown: Sequence[object]) -> Trace:
    """Call ``run``, and note the values in the functions and classes of ``shown``; nothing is raised or printed."""
    sources = [source_of(each) for each in shown]
    trace, before = Trace(), sys.gettrace()
    tracer = _Tracer(sources, trace)
    # NumPy's warnings, for example about an overflow.
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", RuntimeWarning)
        sys.settrace(tracer.begin)
        try:
            run()
        except Exception as error:  # noqa: BLE001 - it is shown, whatever it is
            trace.error = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            places = [tracer.at(each.filename, each.lineno or 0) for each in traceback.extract_tb(error.__traceback__)]
            trace.raised_at = next((each for each in reversed(places) if each is not None), None)
        finally:
            sys.settrace(before)
    trace.warnings = list(
        dict.fromkeys(
            (f"{each.category.__name__}: {each.message}", tracer.at(each.filename, each.lineno))
            for each in caught
            # Other kinds come from other threads.
            if issubclass(each.category, RuntimeWarning)
        )
    )
    return trace


class _Tracer:
    def __init__(self, sources: Sequence[Source], trace: Trace) -> None:
        self._codes = frozenset[object]().union(*(source.codes for source in sources))
        self._statements = {
            (source.file, line): statement for source in sources for line, statement in source.statements.items()
        }
        self._trace = trace

    def at(self, file: str, line: int) -> Statement | None:
        """The statement of a line."""
        return self._statements.get((file, line))

    def begin(self, frame: FrameType, event: str, arg: object) -> Callable[..., Any] | None:
        """The trace function of a new frame: notes its arguments."""
        if frame.f_code not in self._codes:
            return None
        file = frame.f_code.co_filename
        current = self.at(file, frame.f_lineno)
        failed = False
        if current is not None:
            self._note(current, frame)
            current = None

        def trace(frame: FrameType, event: str, arg: object) -> Callable[..., Any]:
            nonlocal current, failed
            if event == "exception":
                failed = True
                return trace
            if current is not None and not failed:
                self._note(current, frame)
                if event == "return" and current.names == (RETURN,):
                    self._trace.values.setdefault(current, {})[RETURN] = Snapshot(arg)
            failed = False
            current = self.at(file, frame.f_lineno)
            return trace

        return trace

    def _note(self, statement: Statement, frame: FrameType) -> None:
        if not statement.names or statement.names == (RETURN,):
            return
        variables = frame.f_locals
        values = self._trace.values.setdefault(statement, {})
        for name in statement.names:
            first, *attributes = name.split(".")
            if first not in variables:
                continue
            value = variables[first]
            for attribute in attributes:
                value = getattr(value, attribute, None)
            values[name] = Snapshot(value)
