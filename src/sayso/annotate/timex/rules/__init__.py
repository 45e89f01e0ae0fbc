"""The grammar, a module for each kind of expression."""
