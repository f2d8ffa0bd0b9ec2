"""Options of the tests: `pytest --rewrite-golden` writes the golden texts anew, to be read."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden texts."""
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write tests/golden anew from what comes out; read each difference before committing",
    )
