"""Which language the program speaks: the one that the environment names, else the system's, else English."""

import sys
from collections.abc import Mapping

# Names a language, such as "ko", whatever the system's is. The window sets it for the processes that it starts.
VARIABLE = "DIGITLAB_LANGUAGE"
# In their own words.
NAMES = {"en": "English", "ko": "한국어", "ja": "日本語"}


def chosen_language(environment: Mapping[str, str]) -> str:
    """ "ko" for a Korean system; "en" where there is no translation into its language.

    Args:
        environment: os.environ.
    """
    named = environment.get(VARIABLE, "")
    for name in [named] if named else _system_languages(environment):
        code = name.lower().replace("-", "_").partition("_")[0].partition(".")[0]
        if code in ("c", "posix"):
            return "en"
        if code in NAMES:
            return code
    return "en"


def _system_languages(environment: Mapping[str, str]) -> list[str]:
    """The user's languages, the first one the best; as GNU gettext finds them."""
    locale = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if not locale and sys.platform == "win32":
        import ctypes
        import locale as locales

        locale = locales.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    if locale.partition(".")[0] in ("", "C", "POSIX"):
        return []
    return [*filter(None, environment.get("LANGUAGE", "").split(":")), locale]
