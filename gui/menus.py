"""The menus of the window."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from engine.i18n import tr
from gui.actions import Actions


def _add(bar: QMenuBar, title: str, actions: Sequence[QAction | None]) -> QMenu:
    menu = bar.addMenu(title)
    menu.setToolTipsVisible(True)
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
    return menu


def fill_menu_bar(bar: QMenuBar, actions: Actions, theme: str) -> None:
    """Add all menus.

    Args:
        theme: the choice of colours that is checked, see ``gui.theme.THEMES``.
    """
    a = actions
    # None stands for a separator.
    files = [a.open_files, a.paste_image, a.save_drawing, None, a.load_weights, a.save_weights, None, a.quit]
    edits = [a.undo, a.redo, None, a.copy_input, a.copy_probabilities, None, a.clear, None]
    edits += [a.previous_digit, a.next_digit, None]
    _add(bar, tr("&File"), files)
    edit = _add(bar, tr("&Edit"), edits)
    edit.addMenu(tr("&Label the drawing")).addActions(a.label_as)
    train = _add(bar, tr("T&rain"), a.training)
    train.addMenu(tr("Tra&ining speed")).addActions(a.speeds.actions())
    view = _add(bar, tr("&View"), [a.show_draw, a.show_train, a.show_learn, None])
    view.addActions([a.zoom_in, a.zoom_out, a.zoom_reset])
    view.addSeparator()
    view.addActions([a.enlarge, a.presentation])
    view.addSeparator()
    view.addMenu(tr("&Colours")).addActions(a.themes.actions())
    view.addMenu(tr("Lan&guage")).addActions(a.languages.actions())
    for action in a.themes.actions():
        action.setChecked(action.data() == theme)
    _add(bar, tr("&Help"), [a.help, a.tour, None, a.about])
