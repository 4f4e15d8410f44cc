"""The lessons of chapter 7."""
