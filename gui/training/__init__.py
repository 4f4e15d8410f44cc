"""The training tab: choose a network and its settings, train it and watch the training."""
