"""A person's own hand: what was drawn is kept with what it was meant to be."""
