"""What the tests share: the measuring data beside the checkout, where it is there."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the measuring data; tests that need it skip where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("needs the measuring data in ../shared, which is not here")
    return SHARED
