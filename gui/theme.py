"""The themes: named colours, light and dark, and how they are applied to Qt's widgets."""

import json
import re
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

ASSETS = Path(__file__).resolve().parent.parent / "assets"
THEMES = ("system", "light", "dark")

# The small font, as a share of the usual one.
_SMALL = 0.88
# Larger fonts of the system than this one, in pixels, enlarge the sizes in pixels as well.
_USUAL_FONT = 13
# The share of the accent colour in the background of selected items.
_SELECTED = 0.18


def mixed(colour: QColor, background: QColor, share: float) -> QColor:
    """A colour laid over another one, with ``share`` of the result in 0..1."""
    pairs = zip(colour.getRgb()[:3], background.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(share * one + (1 - share) * other) for one, other in pairs))


class Theme(QObject):
    """The current colours and the zoom of the window. ``changed`` follows every switch of either: widgets that paint
    themselves repaint then, and those with sizes in pixels ask ``px`` again.

    Attributes:
        scale: the zoom, 1 for the usual size; only to be read.
        presenting: whether the window is shown as a presentation; only to be read.
        font_pixels: the height of the font without a zoom.
    """

    changed = Signal()
    _restyled = Signal(str)

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self.scale = 1.0
        self.presenting = False
        # By name, colour and the colour where it is disabled.
        self._icons: dict[tuple[str, int, int], QIcon] = {}
        self._font_size = application.font().pointSizeF()
        self.font_pixels = QFontInfo(application.font()).pixelSize()
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    def style(self, window: QWidget) -> None:
        """Give a window without a parent, and all that is in it, the style sheet, now and after each change.

        Call it once its widgets are made. The application has no style sheet: with one, Qt styles all that is inside of
        a widget again whenever that is put into another one, and making widgets takes three times as long.
        """
        self._restyled.connect(window.setStyleSheet)
        window.setStyleSheet(self._style)

    @property
    def choice(self) -> str:
        """ "system", "light" or "dark"."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Switch to one of THEMES."""
        self._choice = choice
        self._apply()

    def set_scale(self, scale: float, presenting: bool = False) -> None:
        """Zoom fonts and the sizes of the style sheet."""
        if (scale, presenting) != (self.scale, self.presenting):
            self.scale, self.presenting = scale, presenting
            self._apply()

    def px(self, pixels: float) -> int:
        """A size in pixels, zoomed, and larger with a large font of the system."""
        return round(pixels * self.scale * max(self.font_pixels / _USUAL_FONT, 1))

    @property
    def line(self) -> float:
        """How wide the lines of plots are, in pixels: zoomed, and at least 3 in a presentation."""
        return max(2 * self.scale, 3.0 if self.presenting else 0.0)

    def colour(self, name: str) -> QColor:
        """A named colour of assets/themes."""
        return QColor(self._colours[name])

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """An icon of assets/icons in a named colour, and in a fainter one for disabled actions."""
        shown, disabled = self.colour(colour), self._disabled()
        key = name, shown.rgba(), disabled.rgba()
        if key not in self._icons:
            icon = self._icons[key] = QIcon()
            icon.addPixmap(self._painted(name, shown))
            icon.addPixmap(self._painted(name, disabled), QIcon.Mode.Disabled)
        # A copy has the same images in Qt's cache: those of a new icon would push others out of it.
        return QIcon(self._icons[key])

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
        return mixed(self.colour("text"), self.colour("window"), 1 / 3)

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
        font = self._application.font()
        font.setPointSizeF(self._font_size * self.scale)
        self._application.setFont(font)
        small = _SMALL * font.pointSizeF()
        extra = {
            "disabled": self._disabled().name(),
            "selected": mixed(self.colour("accent"), self.colour("surface"), _SELECTED).name(),
            "small": f"{small:.1f}pt",
            "icons": (ASSETS / "icons").as_posix(),
        }
        style = (ASSETS / "themes" / "style.qss").read_text(encoding="utf-8")
        values = self._colours | extra
        style = re.sub(r"@([\w-]+)", lambda name: values[name[1]], style)
        # Lines of 1 px stay as they are.
        style = re.sub(r"\b(\d+)px", lambda size: f"{self.px(int(size[1])) if int(size[1]) > 1 else size[1]}px", style)
        self._style = style
        # Qt applies a style sheet several times faster where there was none.
        self._restyled.emit("")
        self._restyled.emit(style)
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
