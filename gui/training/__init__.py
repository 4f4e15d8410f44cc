"""The training tab: choose a network and how it learns, watch it learn."""
