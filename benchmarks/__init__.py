"""Figures of speed and quality, each as a ratio to a peer measured in the same run."""
