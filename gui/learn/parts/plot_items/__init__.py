"""What a plane is made of: axes, lines, marks and points."""
