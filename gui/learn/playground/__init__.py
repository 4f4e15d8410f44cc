"""The playground: networks that learn to separate points of the plane."""
