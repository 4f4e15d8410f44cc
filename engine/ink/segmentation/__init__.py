"""Several digits in one drawing or image: which parts may belong together, and which division is the best."""
