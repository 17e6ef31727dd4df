"""Widgets of the TUI, one a file."""
