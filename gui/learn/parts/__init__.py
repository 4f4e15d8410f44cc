"""Widgets that several lessons use."""
