"""The bar at the foot of the window that controls a training, and shows it at any of its epochs."""
