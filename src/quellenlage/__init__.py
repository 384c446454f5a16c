"""Quellenlage reads a pile of overlapping news reports and shows the state of the sources."""
