"""From an image file to grey values: the formats, how deep and in which colours they store pixels, transparency."""
