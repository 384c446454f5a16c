"""The story that ships: eleven invented articles on a flood, CC0."""

from pathlib import Path

FOLDER = Path(__file__).parent / "hochwasser"
"""The folder with the example's articles."""
