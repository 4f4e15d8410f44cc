"""BLAS computes in one thread, whether the engine or NumPy was loaded first, unless the user says otherwise."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

VARIABLES = {"OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "DIGITLAB_THREADS"}
SHOW = """
import sys, {imports}
loaded = "threadpoolctl" in sys.modules
import threadpoolctl
print(loaded, {{pool["num_threads"] for pool in threadpoolctl.threadpool_info() if pool["user_api"] == "blas"}})
"""


def shown(imports: str, **variables: str) -> str:
    """Whether threadpoolctl was loaded, and how many threads BLAS uses."""
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES} | variables
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", SHOW.format(imports=imports)]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize(("imports", "loaded"), [("engine, numpy", False), ("numpy, engine", True)])
def test_blas_gets_one_thread(imports: str, loaded: bool) -> None:
    # macOS has a BLAS that threadpoolctl does not know.
    assert shown(imports) in (f"{loaded} {{1}}", f"{loaded} set()")


def test_a_users_own_value_is_kept() -> None:
    own = {"OPENBLAS_NUM_THREADS": "2"}
    assert shown("numpy, engine", **own) == shown("numpy", **own)
