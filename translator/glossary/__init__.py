"""Terms: their files, and where they stand in Arabic text."""
