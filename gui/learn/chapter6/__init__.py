"""The lessons of chapter 6."""
