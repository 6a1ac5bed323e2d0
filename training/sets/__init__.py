"""One reader for each open set: its folder -> rows. Raises FileNotFoundError where its set is not there."""
