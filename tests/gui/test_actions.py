"""The actions of the menus."""

from PySide6.QtGui import QAction

from gui.actions import Actions


def test_macos_moves_no_action_to_another_menu_but_quit_and_about(actions: Actions) -> None:
    """It would take “Load settings…” for the program's preferences."""
    roles = {action: action.menuRole() for action in actions.findChildren(QAction)}
    assert roles.pop(actions.quit) == QAction.MenuRole.QuitRole
    assert roles.pop(actions.about) == QAction.MenuRole.AboutRole
    assert set(roles.values()) == {QAction.MenuRole.NoRole}
