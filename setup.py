"""The packages of the wheel: every folder becomes a part of ``digit_lab``. The rest stands in pyproject.toml."""

from setuptools import find_namespace_packages, find_packages, setup

_FOLDERS = [*find_packages(include=["engine*", "gui*"]), *find_namespace_packages(include=["assets*", "weights"])]

setup(packages=["digit_lab", *(f"digit_lab.{name}" for name in _FOLDERS)])
