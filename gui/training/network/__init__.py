"""The network editor."""
