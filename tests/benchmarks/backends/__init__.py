"""The backends that ``peers.py`` compares, one per file. Each runs in a separate process (``__main__.py``).

Only ``ours`` imports the engine, because importing it sets the number of threads of all libraries loaded later. The
other backends read their work from a folder (``work.py``).
"""
