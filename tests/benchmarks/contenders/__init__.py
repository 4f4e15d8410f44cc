"""Who is measured in ``peers.py``, one file a contender. Each computes in a process of its own (``__main__.py``).

None but ``ours`` imports the engine: it sets the number of threads of whatever is loaded after it. What a contender has
to do is read from a folder instead (``work.py``).
"""
