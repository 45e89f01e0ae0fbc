import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what sayso gives now into tests/golden")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether to write what sayso gives now, instead of comparing it."""
    return bool(request.config.getoption("--update-golden", default=False))
