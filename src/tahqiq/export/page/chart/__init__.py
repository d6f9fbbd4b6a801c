"""Charts as inline SVG, drawn for wide pages and for phones."""
