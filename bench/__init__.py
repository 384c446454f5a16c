"""Measurements: `python -m bench` runs all, `python -m bench NAME …` some; `main()` of each prints a table."""
