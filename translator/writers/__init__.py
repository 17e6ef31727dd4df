"""Writers of a translation: one file format per module."""
