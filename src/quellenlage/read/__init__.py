"""Bytes in, articles out: one file a kind of input."""
