# The front door; every recipe is one line that also runs without just.

test:
    .venv/bin/pytest -n auto

test-all:
    .venv/bin/pytest -n auto -m ""

lint:
    .venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/lint-imports

types:
    .venv/bin/mypy

docs:
    .venv/bin/python docs/generate.py

eval *NAMES:
    .venv/bin/sayso evaluate {{NAMES}}

fix:
    .venv/bin/ruff check --fix . && .venv/bin/ruff format .
