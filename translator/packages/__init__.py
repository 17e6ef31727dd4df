"""Argos packages: what is bundled, installed and offered, and how one is opened."""
