"""Enforcement: making a term appear in the English, and checking that it does."""
