"""SQLite files: a ``Database`` is one, and a ``Schema`` says what it holds.

``damaged_file`` says whether a file is damaged, and where it is kept then, and ``new_file``
creates one.
"""

from .schema import Schema
from .sqlite_file import Database

__all__ = ["Database", "Schema"]
