"""The window as a whole: files dropped on it, its size and zoom, presentation, dividers, and a card that fills it."""
