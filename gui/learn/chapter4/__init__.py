"""The lessons of chapter 4."""
