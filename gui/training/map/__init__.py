"""The page "Map": the activations of the last hidden layer for the test digits, in two dimensions."""
