"""Files of strangers: changed files for every reader, and all that is done with what was read.

``python -m tests.fuzz --target all --count 100000`` runs them; see ``python -m tests.fuzz --help``.

- A target (``targets/``) is a few small files that the program itself wrote, and a function that reads one of them and
  uses what it holds: lists, words, exports, trains, draws. Its changes (``mutations/``) follow from the files' names.
- The number of a target's input decides all of its changes: the same number gives the same bytes.
- A child process (``worker.py``) uses one input after another, within 2 s of CPU time and 1 GB of memory each. It may
  be killed: ``campaign.py`` starts another one behind that input, and writes the input and the cause into a folder.
- Only a ``DigitLabError`` whose text is one sentence may refuse a file. Anything else is a failure.
- Inputs that once failed are kept in ``seeds/TARGET/NAME/``, and are used before all others. Large ones are kept as
  ``NAME.packed``, compressed with LZMA.
"""
