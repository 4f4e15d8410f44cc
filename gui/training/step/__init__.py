"""The page "Step": what happens in one step of the training."""
