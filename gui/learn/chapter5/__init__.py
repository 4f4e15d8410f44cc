"""The lessons of chapter 5."""
