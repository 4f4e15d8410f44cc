"""Explanations of a prediction: which pixels support a digit, and which changes would alter the prediction.

Long computations call ``keep_going`` before each batch, and return None where it returns False. Of the network only
the ``grads`` are overwritten.
"""
