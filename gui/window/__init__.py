"""The window as a whole: its size and zoom, presentation, dividers between its parts, and a card that fills it."""
