"""A settings file with values of foreign types: each counts as missing."""

from pathlib import Path

import pytest

from gui.settings import Settings


@pytest.mark.parametrize(
    "value",
    [r"@Variant(\0\0\0\x39\0\0\0\0)", r"@Variant(\0\0\0\x3a\0\0\0\0)", "@Rect(1 2 3 4)", "a, b", "9" * 5_000, "nan"],
    ids=["character", "pair", "rectangle", "list", "digits", "nan"],
)
def test_a_value_of_a_foreign_type_counts_as_missing(tmp_path: Path, value: str) -> None:
    file = tmp_path / "settings.ini"
    file.write_text(f"[General]\nvalue={value}\n")
    settings = Settings(file)
    assert settings.text("value", "usual", ("usual", "other")) == "usual"
    assert settings.number("value", 1.5, 0, 10) == 1.5
    assert settings.whole("value", 2, 0, 10) == 2
    assert settings.data("value") is None
