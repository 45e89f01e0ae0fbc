"""A list of places with coordinates, in one file that opens in milliseconds."""
