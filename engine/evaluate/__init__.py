"""How good a network is: metrics, confusion matrix, calibration."""
