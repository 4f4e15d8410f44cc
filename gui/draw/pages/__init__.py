"""The pages below the prediction, each shows one aspect of the network."""
