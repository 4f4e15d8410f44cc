"""How good a network is: predictions for a dataset, metrics, confusion matrix, calibration, error sheet."""
