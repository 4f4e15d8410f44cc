"""The drawing tab: the canvas, the prediction, and pages about the network."""
