"""Pairing two sides so that the sum of the pairs' worths is greatest (Kuhn and Munkres)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Worths = npt.NDArray[np.float64]


def assign(worths: Worths) -> list[tuple[int, int]]:
    """Pairs (row, column), each row and column at most once, of greatest total worth; pairs worth nothing left out.

    `worths` has shape (rows, columns), no entry below 0. Sorted by row; the same input gives the same pairs.
    """
    rows, columns = worths.shape
    if not rows or not columns:
        return []
    if rows > columns:
        return sorted((row, column) for column, row in assign(worths.T))
    return [(row, column) for row, column in enumerate(_cheapest(-worths)) if worths[row, column] > 0]


def _cheapest(costs: Worths) -> list[int]:
    """For each row its column, by shortest augmenting paths; shape (rows, columns), rows <= columns."""
    rows, columns = costs.shape
    row_price, column_price = np.zeros(rows), np.zeros(columns)
    taken_by = np.full(columns, -1)
    for row in range(rows):
        _augment(costs, row, row_price, column_price, taken_by)
    column_of = {int(row): column for column, row in enumerate(taken_by) if row >= 0}
    return [column_of[row] for row in range(rows)]


def _augment(costs: Worths, row: int, row_price: Worths, column_price: Worths, taken_by: npt.NDArray[np.int64]) -> None:
    """Give `row` a column, moving earlier rows along the cheapest path; prices and `taken_by` are changed in place."""
    columns = costs.shape[1]
    slack, came_from = np.full(columns, np.inf), np.full(columns, -1)
    seen = np.zeros(columns, dtype=bool)
    at_row, at_column = row, -1
    while True:
        reduced = costs[at_row] - row_price[at_row] - column_price
        closer = ~seen & (reduced < slack)
        slack[closer], came_from[closer] = reduced[closer], at_column
        step_column = int(np.where(seen, np.inf, slack).argmin())
        step = slack[step_column]
        row_price[row] += step
        row_price[taken_by[seen]] += step
        column_price[seen] -= step
        slack[~seen] -= step
        seen[step_column], at_column = True, step_column
        at_row = int(taken_by[at_column])
        if at_row < 0:
            break
    while at_column >= 0:
        previous = int(came_from[at_column])
        taken_by[at_column] = row if previous < 0 else taken_by[previous]
        at_column = previous
