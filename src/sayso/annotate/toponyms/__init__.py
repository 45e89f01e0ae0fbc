"""Places a report names, and which place of the gazetteer each stands for."""
