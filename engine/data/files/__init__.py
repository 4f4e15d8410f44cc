"""Data files of other programs: CSV, NumPy's .npz and pickles of MNIST, found by their names and read as what they are.

``load_own`` reads any of them, IDX files, and folders that hold them.
"""
