"""Widgets that several lessons use.

In all of them, signals follow the user: what code sets emits nothing.

- ``draggable_number``: a number that is dragged, typed or stepped.
- ``plane``: axes with movable points, lines, marks, half planes and images.
- ``function_graph``: curves over x with a movable x, values and tangents.
- ``contour_plot``: a function of x and y with contours, gradient arrows and paths.
- ``network_diagram``: a small network with values, weights and gradients.
- ``matrix_view``: an array as a grid of numbers with its shape.
- ``draggable_bars``: scores or probabilities as bars.
- ``stepper``: buttons that go through steps.
"""
