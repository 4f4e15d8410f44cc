"""Help: a page for each place of the window, the shortcuts, a glossary, a tour, and what this program is."""
