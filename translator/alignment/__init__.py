"""Parts of the alignment of a translation with a reference, and the files it is written to."""
