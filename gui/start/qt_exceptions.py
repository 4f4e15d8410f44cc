"""Exceptions in methods that Qt calls, before Python 3.12.

There, an exception that C code has raised is a class and a text until a handler catches it. PySide 6.8 to 6.12 takes
the text for the exception, if Python code has called the function of Qt that calls the method: the process ends with a
segmentation fault. Therefore each of these methods catches its exceptions, and raises them again, in all classes that
are made after this module is imported. Those of pyqtgraph stay as they are: it connects such methods to signals, and
PySide looks at the number of their parameters.
"""

import functools
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken


def _wrap_overrides(cls: type, **options: Any) -> None:
    super(Shiboken.Object, cls).__init_subclass__(**options)  # type: ignore[misc]
    if cls.__module__.startswith("pyqtgraph."):
        return
    of_qt = [base for base in cls.__mro__ if base.__module__.startswith("PySide6.")]
    for name, value in tuple(vars(cls).items()):
        if isinstance(value, FunctionType) and not name.startswith("__") and any(name in vars(base) for base in of_qt):
            setattr(cls, name, _caught(value))


def _caught(method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def call(*args: Any, **named: Any) -> Any:
        try:
            return method(*args, **named)
        except BaseException:
            # Caught, it is an object.
            raise

    return call


if sys.version_info < (3, 12):
    Shiboken.Object.__init_subclass__ = classmethod(_wrap_overrides)  # type: ignore[assignment,arg-type]
