"""Synthetic digits, letters and scribbles, written by the program itself."""
