"""The lessons of chapter 2."""
