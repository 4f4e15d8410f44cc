"""How one number of the network comes about: the calculation of a neuron, a pixel of a map, a maximum, a softmax."""
