"""Lists of actors that a user brings: ids, codes, and offices with the days they were held."""
