"""The examples in the documentation of the German base hold."""

import doctest
from types import ModuleType

import pytest

from quellenlage.language import _lemma, _morphology, german


@pytest.mark.parametrize("module", [german, _lemma, _morphology], ids=lambda m: m.__name__)
def test_the_examples_hold(module: ModuleType) -> None:
    failed, tried = doctest.testmod(module)
    assert tried > 0
    assert failed == 0
