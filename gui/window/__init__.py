"""The window as a whole: files that are dropped on it, its size and zoom, presentation, dividers between its parts, and a card that fills it."""
