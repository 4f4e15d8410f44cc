"""Datasets: MNIST, and digits that the program makes itself."""
