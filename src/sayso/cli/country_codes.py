"""Countries as options take them."""

from __future__ import annotations

import re

import click


def country_codes(_: click.Context, __: click.Parameter, codes: tuple[str, ...]) -> frozenset[str]:
    """The codes of an option, in capitals; complains of what is none."""
    for code in codes:
        if not re.fullmatch("[A-Za-z]{3}", code):
            raise click.BadParameter(f"{code!r} is not a code of three letters (ISO 3166-1), like UKR.")
    return frozenset(code.upper() for code in codes)
