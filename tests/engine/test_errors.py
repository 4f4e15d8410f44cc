"""The sentences of errors are plain text in one line."""

import pytest

from engine.errors import DataError, DigitLabError
from engine.io.checked_file import Fault, error_context


def test_a_sentence_is_one_line_whatever_a_name_holds() -> None:
    assert str(DigitLabError("“a\nb\x1b[2J\u202ec.png” is empty.")) == "“a?b?[2J?c.png” is empty."


def test_no_break_spaces_stay() -> None:
    """macOS writes them into the names of screenshots."""
    with pytest.raises(DataError, match=r"holds “3.41\u202fPM.png”"), error_context("a.zip", "opened", DataError):
        raise Fault("it holds “3.41\u202fPM.png”.")


def test_the_space_of_japanese_texts_stays() -> None:
    assert str(DigitLabError("“手書き\u3000数字.png” is empty.")) == "“手書き\u3000数字.png” is empty."
