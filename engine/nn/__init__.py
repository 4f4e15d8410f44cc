"""The neural network: layers, losses, initialisation, Network."""
