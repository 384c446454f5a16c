"""`python -m quellenlage` is the command `quellenlage`."""

import sys

from quellenlage.cli import main

sys.exit(main())
