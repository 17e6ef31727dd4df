"""Reports of a comparison: one format per module."""
