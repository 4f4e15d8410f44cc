"""The limits of what is read: the documentation names each with its value."""

import re
from pathlib import Path

from engine.io import limits

DOCS = Path(__file__).resolve().parents[3] / "docs" / "limits.md"


def test_the_documentation_lists_every_limit_with_its_value() -> None:
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([\d,.]+) \|$", DOCS.read_text("utf-8"), re.MULTILINE)
    assert rows == [(name, f"{value:,}") for name, value in vars(limits).items() if name.isupper()]
