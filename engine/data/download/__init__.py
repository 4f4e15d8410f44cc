"""MNIST from the network: its four files, and the transfer of one."""
