"""Several digits on the canvas: found, framed, and one of them chosen."""
