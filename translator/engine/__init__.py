"""Engines: what turns source segments into hypotheses."""
