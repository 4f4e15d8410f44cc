"""The Learn tab: the ideas of the book as figures to change."""
