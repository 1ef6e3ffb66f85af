"""Two sets of quotations of one article, paired one to one so that their summed overlap is highest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Pair = tuple[int, int]
Tokens = frozenset[int]


def overlap(left: Tokens, right: Tokens) -> float:
    """Intersection over union.

    >>> overlap(frozenset({1, 2, 3}), frozenset({2, 3, 4}))
    0.5
    """
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def overlaps(left: Sequence[Tokens], right: Sequence[Tokens]) -> dict[Pair, float]:
    """The overlap of all that overlap."""
    every = ((i, j, overlap(a, b)) for i, a in enumerate(left) for j, b in enumerate(right))
    return {(i, j): weight for i, j, weight in every if weight}


def best_pairs(weights: Mapping[Pair, float], rows: int, columns: int) -> list[Pair]:
    """The one-to-one pairing of highest summed weight; only pairs that have a weight.

    The Hungarian algorithm with potentials: rows come in one by one, each along a cheapest path of
    exchanges (Kuhn 1955, as Jonker and Volgenant 1987 shorten it). Exact, and the same for the same input.

    >>> best_pairs({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7}, 2, 2)
    [(1, 0), (0, 1)]
    """
    size = max(rows, columns)
    # Row and column 0 stand for "none yet"; a pair without weight is the same as no pair.
    row_potential, column_potential = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0] = row
        column, came_from = _cheapest_path(weights, row_of, row_potential, column_potential)
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    pairs = ((row_of[column] - 1, column - 1) for column in range(1, size + 1))
    return [pair for pair in pairs if pair in weights]


def _cheapest_path(
    weights: Mapping[Pair, float], row_of: list[int], row_potential: list[float], column_potential: list[float]
) -> tuple[int, list[int]]:
    """The free column that the new row reaches at least cost, and from which column each was reached."""
    size = len(row_of)
    distance, came_from, visited = [float("inf")] * size, [0] * size, [False] * size
    column = 0
    while row_of[column]:
        visited[column] = True
        row, step, nearest = row_of[column], float("inf"), 0
        for other in range(1, size):
            if visited[other]:
                continue
            cost = -weights.get((row - 1, other - 1), 0.0) - row_potential[row] - column_potential[other]
            if cost < distance[other]:
                distance[other], came_from[other] = cost, column
            if distance[other] < step:
                step, nearest = distance[other], other
        for other in range(size):
            if visited[other]:
                row_potential[row_of[other]] += step
                column_potential[other] -= step
            else:
                distance[other] -= step
        column = nearest
    return column, came_from
