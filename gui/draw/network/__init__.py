"""The page "Network": all layers of the current network for the drawing, from the input to the probabilities."""
