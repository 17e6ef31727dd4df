"""Scores: one metric per module, significance, and comparison of systems."""
