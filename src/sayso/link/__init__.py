"""Which actors of several reports are one: judgements, and the clusters that they make."""
