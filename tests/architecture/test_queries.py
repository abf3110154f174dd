"""What queries may not be, as the databases of all Pythons understand them."""

import ast
import re

from tests.architecture.source import modules

_NUMBERED = re.compile(r"\?\d")


def test_no_query_numbers_its_values() -> None:
    """From Python 3.12 on a list of values for "?1" is a warning, from 3.14 on an error."""
    numbered = [
        module.where(node)
        for module in modules("annotation/project")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _NUMBERED.search(node.value)
    ]
    assert not numbered
