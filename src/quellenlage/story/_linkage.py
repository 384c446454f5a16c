"""Nearly average-linkage clusters over sparse similarities: pairs that were never compared count as 0."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping

_SIZE = 0.7  # power of the number of pairs that a total is shared by: a large group says its matter in more ways


def cluster(items: int, pairs: Iterable[tuple[int, int, float]], least: float, size: float = _SIZE) -> list[list[int]]:
    """Groups of `range(items)` whose average similarity, raised with their size, is at least `least`, sorted.

    `size` is the power of the number of pairs that a total is shared by; 1 is the plain average.

    They stand in order of their first member.

    `pairs` are (i, j, similarity) with i < j, each once.
    """
    like: dict[int, dict[int, float]] = defaultdict(dict)
    for i, j, score in pairs:
        like[i][j] = like[j][i] = score
    members = {i: [i] for i in range(items)}
    heap = [(-score, i, j) for i, row in like.items() for j, score in row.items() if i < j and score >= least]
    heapq.heapify(heap)
    fresh = items
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue
        row = _joined(like.pop(i), like.pop(j), i, j)
        members[fresh] = sorted(members.pop(i) + members.pop(j))
        for k, total in row.items():
            like[k].pop(i, None)
            like[k].pop(j, None)
            like[k][fresh] = total
            average = total / (len(members[k]) * len(members[fresh])) ** size
            if average >= least:
                heapq.heappush(heap, (-average, k, fresh))
        like[fresh] = row
        fresh += 1
    return sorted(members.values())


def _joined(a: Mapping[int, float], b: Mapping[int, float], i: int, j: int) -> dict[int, float]:
    """Summed similarities of two clusters with all others."""
    row = {k: v for k, v in a.items() if k != j}
    for k, v in b.items():
        if k != i:
            row[k] = row.get(k, 0.0) + v
    return row
