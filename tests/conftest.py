"""What the tests share: the measuring data beside the checkout, where it is there."""

from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is slow and no failure; the same examples each time, so that a green run stays green.
settings.register_profile("quellenlage", deadline=None, derandomize=True)
settings.load_profile("quellenlage")

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the measuring data; tests that need it skip where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("needs the measuring data in ../shared, which is not here")
    return SHARED
