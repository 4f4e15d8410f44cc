"""The drawing tab: the canvas, what the network makes of it, and the picture it was shown."""
