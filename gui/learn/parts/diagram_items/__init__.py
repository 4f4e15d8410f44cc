"""What the diagram of a small network is made of: its numbers, and where they are."""
