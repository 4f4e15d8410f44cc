"""A list with a choice that is elided where there is no room for it."""

from gui.theme import Theme
from gui.widgets.form_controls import ElidedList


def test_a_list_as_large_as_its_size_hint_shows_all_of_its_choice(qtbot, theme: Theme) -> None:
    for text in ("Relabel…", "All 0", "Images", "illi", "No second network"):
        made = ElidedList()
        qtbot.addWidget(made)
        made.addItem(text)
        made.show()
        made.resize(made.sizeHint())
        assert made.shown == text
