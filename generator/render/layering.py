"""Lays out a directed graph in layers, top to bottom: cycles aside, longest path, barycentre order. It draws nothing.

The steps are Sugiyama's: turn back edges aside, layer by longest path, give long edges a waypoint in every layer they cross,
order each layer by the barycentre of its neighbours, then pull columns under one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Edge = tuple[int, int]

_SWEEPS = 8


@dataclass(frozen=True, slots=True)
class Layout:
    """``layers`` hold node numbers from left to right; numbers from ``count`` on are waypoints of long edges.

    ``x`` is the column position of every node in units of one column; ``chains`` leads each forward edge from its start over its
    waypoints to its end; ``back`` are the edges that close a cycle.
    """

    count: int
    layers: tuple[tuple[int, ...], ...]
    x: tuple[float, ...]
    chains: dict[Edge, tuple[int, ...]]
    back: tuple[Edge, ...]


def lay_out(count: int, edges: Sequence[Edge]) -> Layout:
    """Lay out ``count`` nodes, numbered from 0 in reading order, with ``edges`` between them. Deterministic."""
    edges = tuple(dict.fromkeys(edges))
    back = _back_edges(count, edges)
    forward = [edge for edge in edges if edge not in back]
    level = _levels(count, forward)
    layers: list[list[int]] = [[] for _ in range(max(level, default=0) + 1)]
    for node in range(count):
        layers[level[node]].append(node)
    chains: dict[Edge, tuple[int, ...]] = {}
    total = count
    for start, end in forward:
        waypoints = []
        for between in range(level[start] + 1, level[end]):
            layers[between].append(total)
            waypoints.append(total)
            total += 1
        chains[start, end] = (start, *waypoints, end)
    above, below = _neighbours(total, chains.values())
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        _order(layers if down else layers[::-1], above if down else below)
    x = _columns(layers, total, above, below)
    if count and x[0] > max(x) / 2:
        # On a narrow screen a drawing opens at its left edge: there it begins.
        x = tuple(max(x) - place for place in x)
        layers = [layer[::-1] for layer in layers]
    return Layout(count, tuple(tuple(layer) for layer in layers), x, chains, tuple(e for e in edges if e in back))


def _back_edges(count: int, edges: Sequence[Edge]) -> set[Edge]:
    """The edges that lead back to a node still being visited in a depth-first walk in reading order."""
    leaving: list[list[int]] = [[] for _ in range(count)]
    for start, end in edges:
        leaving[start].append(end)
    back: set[Edge] = set()
    done: set[int] = set()
    for root in range(count):
        open_nodes: list[int] = []
        stack: list[tuple[int, int]] = [(root, 0)] if root not in done else []
        while stack:
            node, index = stack.pop()
            if index == 0:
                open_nodes.append(node)
            if index < len(leaving[node]):
                stack.append((node, index + 1))
                following = leaving[node][index]
                if following in open_nodes:
                    back.add((node, following))
                elif following not in done:
                    stack.append((following, 0))
            else:
                open_nodes.pop()
                done.add(node)
    return back


def _levels(count: int, forward: Sequence[Edge]) -> list[int]:
    """The longest path from any source to each node; at most ``count`` rounds are needed."""
    level = [0] * count
    for _ in range(count):
        moved = False
        for start, end in forward:
            if level[end] <= level[start]:
                level[end] = level[start] + 1
                moved = True
        if not moved:
            break
    return level


def _neighbours(total: int, chains: object) -> tuple[list[list[int]], list[list[int]]]:
    above: list[list[int]] = [[] for _ in range(total)]
    below: list[list[int]] = [[] for _ in range(total)]
    for chain in chains:  # type: ignore[attr-defined]
        for upper, lower in pairwise(chain):
            above[lower].append(upper)
            below[upper].append(lower)
    return above, below


def _order(layers: list[list[int]], neighbours: list[list[int]]) -> None:
    """Sort every layer by the mean place of its neighbours in the layer before it."""
    for before, layer in pairwise(layers):
        place = {node: index for index, node in enumerate(before)}
        old = {node: index for index, node in enumerate(layer)}

        def weight(node: int, place: dict[int, int] = place, old: dict[int, int] = old) -> tuple[float, int]:
            known = [place[other] for other in neighbours[node] if other in place]
            return (sum(known) / len(known) if known else float(old[node]), old[node])

        layer.sort(key=weight)


def _columns(
    layers: list[list[int]], total: int, above: list[list[int]], below: list[list[int]]
) -> tuple[float, ...]:
    """Place every node near the mean of its neighbours, one column apart at least."""
    x = [0.0] * total
    for layer in layers:
        for index, node in enumerate(layer):
            x[node] = index - (len(layer) - 1) / 2
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        for layer in layers if down else layers[::-1]:
            _settle(layer, x, above if down else below)
    for layer in layers:
        _settle(layer, x, [a + b for a, b in zip(above, below, strict=True)])
    left = min(x, default=0.0)
    for layer in layers:
        _snap(layer, x, left)
    return tuple(x)


def _snap(layer: list[int], x: list[float], left: float) -> None:
    """Move to half columns, so that a chain of single steps is one straight line."""
    floor = 0.0
    for node in layer:
        x[node] = max(round((x[node] - left) * 2) / 2, floor)
        floor = x[node] + 1


def _settle(layer: list[int], x: list[float], neighbours: list[list[int]]) -> None:
    wish = [
        sum(x[other] for other in neighbours[node]) / len(neighbours[node]) if neighbours[node] else x[node]
        for node in layer
    ]
    placed: list[float] = []
    for index, value in enumerate(wish):
        placed.append(max(value, placed[-1] + 1) if index else value)
    drift = sum(a - b for a, b in zip(placed, wish, strict=True)) / len(layer)
    for node, value in zip(layer, placed, strict=True):
        x[node] = value - drift
