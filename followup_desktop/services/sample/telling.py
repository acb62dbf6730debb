"""Many stories told as one: each scene at its moment, whoever's story it belongs to."""

import heapq
from collections.abc import Generator, Iterable, Iterator
from typing import TypeAlias

from followup_desktop.domain.shop_time import Now

Story: TypeAlias = Generator[Now, Now, None]
"""Yields the moment of its next scene, and is sent that moment once it has come."""


def tell(stories: Iterable[Story]) -> Iterator[Now]:
    """In the order of time; at the same moment, in the order they were handed in. Yields each
    moment once its scene is told."""
    coming = [(next(story), place, story) for place, story in enumerate(stories)]
    scenes = [(now.local, place, now, story) for now, place, story in coming]
    heapq.heapify(scenes)
    while scenes:
        _when, place, now, story = heapq.heappop(scenes)
        try:
            after = story.send(now)
        except StopIteration:
            after = None
        if after is not None:
            if after.local < now.local:
                raise ValueError(f"story {place} goes back in time to {after.local}")
            heapq.heappush(scenes, (after.local, place, after, story))
        yield now
