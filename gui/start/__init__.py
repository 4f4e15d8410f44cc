"""Starting the program: what the system knows of it, its log file, and a start without a terminal."""
