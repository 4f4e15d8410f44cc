"""From strokes, images and photos to the 28 x 28 input."""
