"""The file tree stays easy to navigate: small folders and unique file names."""

from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = sorted(path for folder in ("engine", "gui") for path in (ROOT / folder).rglob("*.py"))
FOLDERS = sorted({path.parent for path in [*PRODUCT, *(ROOT / "tests").rglob("*.py")]})


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(ROOT).as_posix())
def test_a_folder_has_at_most_16_files(folder: Path) -> None:
    assert len(list(folder.glob("*.py"))) <= 16


def test_file_names_are_unique() -> None:
    names = Counter(path.name for path in PRODUCT if path.name != "__init__.py")
    assert [name for name, count in names.items() if count > 1] == []


def test_a_chapter_of_the_book_has_at_most_150_lines() -> None:
    lengths = {
        path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "engine/book").glob("*.py")
    }
    assert {name: lines for name, lines in lengths.items() if lines > 150} == {}
