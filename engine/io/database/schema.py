"""What an SQLite file holds, and the words for messages about it."""

from dataclasses import dataclass

from ...errors import DigitLabError
from ...i18n import tr


@dataclass(frozen=True)
class Schema:
    """What a file holds, and the words for messages about it, marked by ``tr_noop``.

    Attributes:
        version: of the tables. A file of a higher version is left as it is. Another version has other statements: with
            the same ones, the number in the file is damaged.
        statements: create the tables and their indexes. SQLite stores their text, and a file with another text counts
            as damaged: do not change a letter or a space.
        things: what is stored in it: "runs".
        file: what the file is: "list of runs".
        recovery: what the program does about a damaged file when it starts: "it looks for the runs".
        error: the exception to raise.
    """

    version: int
    statements: tuple[str, ...]
    things: str
    file: str
    recovery: str
    error: type[DigitLabError]

    def damage(self) -> DigitLabError:
        """The error to raise where the file turns out to be damaged while it is used."""
        return self.error(tr("The {0} is damaged. Start Digit Lab again: {1}.", tr(self.file), tr(self.recovery)))
