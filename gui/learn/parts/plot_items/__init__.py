"""What a plane is made of: axes, lines, marks, points and the legend."""
