"""``python -m digit_lab``."""

import sys

from digit_lab.main import main

sys.exit(main())
