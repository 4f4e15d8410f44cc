"""The command line: the only place of the engine that prints."""

import os

# tqdm has settings of its own in the environment, and fails where one of the others is malformed.
for _name in [each for each in os.environ if each.startswith("TQDM_") and each != "TQDM_DISABLE"]:
    del os.environ[_name]
