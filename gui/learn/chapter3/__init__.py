"""The lessons of chapter 3."""
