"""The PLOVER codebook as data: types, modes, contexts, and the words that tell of events."""
