"""Translation: every visible string goes through ``tr``."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, *values: object) -> str:
    """The translation of ``text``, with {0}, {1}, ... replaced by ``values``."""
    translated = QCoreApplication.translate("DigitLab", text)
    return translated.format(*values) if values else translated
