"""Addresses on the web, as pages give them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

_LONGEST_URL = 2_000


def is_web_address(url: Any) -> bool:
    """Whether `url` is a whole http(s) address, with a host and without white space."""
    if not isinstance(url, str) or len(url) > _LONGEST_URL or any(char.isspace() for char in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
