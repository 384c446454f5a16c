"""Bytes in, articles out: one file a kind of input, and this door.

`read` takes paths as a person types them (files, folders, "-") and yields an article for each report and a `Problem`
for each thing that could not be read, in an order that does not depend on the order of the paths. Nothing raises for
bad input.
"""

from quellenlage.read.files import LARGEST, SUFFIXES, read, read_file
from quellenlage.read.identity import article_id, distinct
from quellenlage.read.problem import Problem

__all__ = ["LARGEST", "SUFFIXES", "Problem", "article_id", "distinct", "read", "read_file"]
