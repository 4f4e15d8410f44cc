"""The pages below the prediction, each about one aspect of the network."""
