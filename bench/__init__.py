"""Measurements: `python -m bench` runs all, `python -m bench NAME …` some. Each module has `main()`, which prints a table."""
