"""Training: configuration, optimisers, trainer, checkpoints."""
