"""The page "Layers" of the training: the activations and gradients of each layer over the epochs."""
