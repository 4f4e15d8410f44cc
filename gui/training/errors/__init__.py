"""The confusion matrix of a run, and the images that its network predicts wrongly."""
