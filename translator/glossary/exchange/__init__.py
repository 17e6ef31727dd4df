"""Glossaries in other programs' formats: CSV, TSV, TBX and TMX, one module each."""
