"""Named colours, light and dark, and how they reach Qt's widgets."""

import json
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

ASSETS = Path(__file__).resolve().parent.parent / "assets"
THEMES = ("system", "light", "dark")

_STYLE_SHEET = """
QFrame[card="true"] {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
QFrame#notice {{ margin: 0 14px; border-color: {error}; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="error"] {{ color: {error}; }}
QLabel[role="heading"] {{ font-weight: 600; }}
QPushButton {{ padding: 5px 14px; border: 1px solid {line}; border-radius: 6px; background: {surface}; }}
QPushButton:hover, QFrame#notice QToolButton:hover {{ border-color: {accent}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 13px; }}
QPushButton:disabled {{ color: {disabled}; }}
QPushButton[primary="true"] {{ background: {accent}; color: {on-accent}; border-color: {accent}; font-weight: 600; }}
QPushButton[primary="true"]:disabled {{ background: {line}; color: {muted}; border-color: {line}; }}
QPushButton[small="true"] {{ padding: 3px 10px; }}
QPushButton[small="true"]:focus {{ padding: 2px 9px; }}
QPushButton[segment="true"] {{
    padding: 1px 0; border: 0; border-bottom: 2px solid transparent; border-radius: 0; color: {muted};
}}
QPushButton[segment="true"]:hover {{ color: {text}; }}
QPushButton[segment="true"]:checked {{ color: {text}; border-bottom-color: {accent}; font-weight: 600; }}
QPushButton[segment="true"]:focus {{ color: {accent}; background: {line}; }}
QFrame#notice QToolButton {{ padding: 5px 9px; border: 1px solid {line}; border-radius: 6px; background: {surface}; }}
QFrame#notice QToolButton:focus {{ border: 2px solid {accent}; padding: 4px 8px; }}
QTabWidget::pane {{ border: 0; }}
QTabBar::tab {{ padding: 8px 18px; border: 0; border-bottom: 3px solid transparent; color: {muted}; }}
QTabWidget#draw-pages QTabBar::tab {{ padding: 8px 11px; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; font-weight: 600; }}
QTabBar::tab:hover:!selected {{ color: {text}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QProgressBar {{ border: 0; border-radius: 4px; background: {line}; min-height: 8px; max-height: 8px; }}
QProgressBar::chunk {{ border-radius: 4px; background: {accent}; }}
QProgressBar[counts] {{ background: transparent; }}
QProgressBar[counts="train"]::chunk {{ border-radius: 2px; background: {train}; }}
QProgressBar[counts="test"]::chunk {{ border-radius: 2px; background: {test}; }}
QToolTip {{ color: {text}; background: {surface}; border: 1px solid {line}; padding: 4px; }}
QStatusBar::item {{ border: 0; }}
QScrollArea#train-form QLineEdit {{ border: 1px solid {bar}; border-radius: 4px; padding: 3px 5px; }}
QScrollArea#train-form QLineEdit:focus {{ border-color: {accent}; }}
QScrollArea#train-form QLineEdit:disabled {{ border-color: {line}; }}
QScrollArea#train-form QLineEdit:disabled, QScrollArea#train-form QComboBox:disabled {{ color: {muted}; }}
QScrollArea#train-form QLineEdit[wrong="true"] {{ border-color: {error}; }}
QPushButton[disclosure="true"] {{ border: 1px solid transparent; padding: 3px 4px; text-align: left; }}
QPushButton[disclosure="true"]:hover {{ border-color: {line}; }}
QPushButton[disclosure="true"]:focus {{ border: 2px solid {accent}; padding: 2px 3px; }}
QPushButton[disclosure="true"][wrong="true"] {{ color: {error}; }}
QPushButton[link="true"] {{ border: 1px solid transparent; padding: 1px 4px; color: {accent}; }}
QPushButton[link="true"]:hover {{ text-decoration: underline; }}
QPushButton[link="true"]:focus {{ border-color: {accent}; padding: 1px 4px; }}
QFrame[layer="true"] {{ border: 2px solid transparent; border-radius: 6px; }}
QFrame[layer="true"]:hover {{ background: {window}; }}
QFrame[layer="true"][selected="true"] {{ background: {window}; border-color: {line}; }}
QFrame[layer="true"]:focus {{ border-color: {accent}; }}
QFrame#layer-mark {{ background: {accent}; }}
QFrame#layer-rule {{ background: {line}; }}
QWidget#layer-list QPushButton {{ padding: 4px 8px; min-height: 18px; }}
QWidget#layer-list QPushButton:focus {{ padding: 3px 7px; }}
QPushButton[tool="true"] {{ min-width: 16px; max-width: 16px; }}
"""


class Theme(QObject):
    """The current colours. ``changed`` follows every switch: widgets that paint themselves repaint then."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        application.setStyle(QStyleFactory.create("Fusion"))
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def choice(self) -> str:
        """ "system", "light" or "dark"."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Switch to one of THEMES."""
        self._choice = choice
        self._apply()

    def colour(self, name: str) -> QColor:
        """A named colour of assets/themes."""
        return QColor(self._colours[name])

    def icon(self, name: str) -> QIcon:
        """An icon of assets/icons in the colour of text, and in a fainter one for disabled actions."""
        icon = QIcon()
        icon.addPixmap(self._painted(name, self.colour("text")))
        icon.addPixmap(self._painted(name, self._disabled()), QIcon.Mode.Disabled)
        return icon

    def _painted(self, name: str, colour: QColor) -> QPixmap:
        size = 64
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(str(ASSETS / "icons" / f"{name}.svg")).render(painter)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), colour)
        painter.end()
        return pixmap

    def _disabled(self) -> QColor:
        text, window = self.colour("text"), self.colour("window")
        mixed = ((2 * getattr(window, part)() + getattr(text, part)()) // 3 for part in ("red", "green", "blue"))
        return QColor(*mixed)

    def _system_changed(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        dark = self._choice == "dark" or (
            self._choice == "system" and self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        file = ASSETS / "themes" / ("dark.json" if dark else "light.json")
        self._colours: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
        self._application.setPalette(self._palette())
        self._application.setStyleSheet(_STYLE_SHEET.format(**self._colours, disabled=self._disabled().name()))
        self.changed.emit()

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        for name, roles in {
            "window": (role.Window, role.AlternateBase),
            "surface": (role.Base, role.Button, role.ToolTipBase),
            "text": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText),
            "muted": (role.PlaceholderText,),
            "accent": (role.Highlight, role.Link, role.Accent),
            "on-accent": (role.HighlightedText, role.BrightText),
            "line": (role.Mid, role.Midlight),
        }.items():
            for each in roles:
                palette.setColor(each, self.colour(name))
        for each in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, each, self._disabled())
        return palette
