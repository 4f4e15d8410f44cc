"""The mistakes of a network: what it takes for what, at any moment of its training, and the pictures themselves."""
