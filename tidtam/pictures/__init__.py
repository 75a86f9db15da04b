"""Charts: defined once as data, laid out once, and drawn as SVG for pages or as an image for papers."""
