"""The terminal UI: one widget per file."""
