"""Shows the sizes of the program at the end of a run that measured them."""

import pytest

SIZES = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SIZES] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if lines := config.stash[SIZES]:
        terminalreporter.section("sizes")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture
def report(pytestconfig: pytest.Config) -> list[str]:
    """Lines to show at the end of the run."""
    return pytestconfig.stash[SIZES]
