"""Muqabala's core: an Arabic text in, checked English out, with no terminal and no network."""
