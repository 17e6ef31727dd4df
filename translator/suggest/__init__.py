"""Suggestions for the glossary: names of an article that no glossary has."""
