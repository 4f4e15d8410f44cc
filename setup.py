"""The packages of the wheel: every folder becomes a part of ``digit_lab``. The rest stands in pyproject.toml."""

import shutil
from pathlib import Path

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py

_FOLDERS = [*find_packages(include=["engine", "engine.*", "gui", "gui.*"]), "assets", "weights"]
# The menu entry, icons and types of files, where a Linux desktop looks for them: an installation for the whole system,
# or by pip install --user, is in the menu at once.
_DESKTOP = Path("assets", "desktop")
_SHARED = [
    (Path("share", file.parent.relative_to(_DESKTOP)).as_posix(), [file.as_posix()])
    for file in sorted(_DESKTOP.rglob("*"))
    if file.is_file()
]


class _Build(build_py):
    def run(self) -> None:
        """Without what an earlier build left: a module may have been deleted since."""
        built = Path(self.build_lib, "digit_lab")
        if built.exists():
            shutil.rmtree(built)
        super().run()

    def find_package_modules(self, package: str, package_dir: str) -> list[tuple[str, str, str]]:
        """Without this file and the user's own, which lie beside main.py."""
        found = super().find_package_modules(package, package_dir)
        return [each for each in found if package != "digit_lab" or each[1] in ("__main__", "main")]


setup(
    packages=["digit_lab", *(f"digit_lab.{name}" for name in _FOLDERS)],
    data_files=_SHARED,
    cmdclass={"build_py": _Build},
)
