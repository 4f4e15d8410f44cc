"""Parts of plots that more than one tab uses."""
