"""The pages below the answer, one view into the network each."""
