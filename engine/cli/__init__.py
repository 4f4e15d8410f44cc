"""The command line: the only place of the engine that prints."""

import os

# tqdm has settings of its own in the environment, and fails where one is malformed.
for _name in [each for each in os.environ if each.startswith("TQDM_")]:
    del os.environ[_name]
