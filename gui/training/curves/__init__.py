"""The plots of a training."""
