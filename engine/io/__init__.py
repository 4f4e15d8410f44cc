"""Files: atomic writes and strict readers."""
