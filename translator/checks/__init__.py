"""Checks of a translation that need no reference: one check per module."""
