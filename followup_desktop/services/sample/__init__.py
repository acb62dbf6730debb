"""A plainly invented shop to look around in: The Corner, its customers and their stories."""

from collections.abc import Generator

from followup_desktop.domain.shop_time import Now
from followup_desktop.services.sample.corner import LONG_AGO, Corner
from followup_desktop.services.sample.day_work import day_work
from followup_desktop.services.sample.heard import heard
from followup_desktop.services.sample.news import news
from followup_desktop.services.sample.own_words import own_words
from followup_desktop.services.sample.people_others import PEOPLE_OTHERS
from followup_desktop.services.sample.people_today import PEOPLE_TODAY
from followup_desktop.services.sample.regulars import regulars
from followup_desktop.services.sample.richard_libin import richard_libin
from followup_desktop.services.sample.telling import tell
from followup_desktop.store.store import Store


def fill(store: Store, now: Now) -> None:
    """Into a folder that isn't set up. The same `now` makes the same shop."""
    for _share in making(store, now):
        pass


def making(store: Store, now: Now) -> Generator[float]:
    """`fill` scene by scene, for a window that stays alive meanwhile: how much is made, 0 to 1.
    What is left half made is of no use to anybody."""
    with store.unsynced():
        corner = Corner(store, now)
        yield 0.0
        stories = (richard_libin, *PEOPLE_TODAY, *PEOPLE_OTHERS, own_words, news, day_work)
        for moment in tell(story(corner) for story in stories):
            yield max(0.0, 1 - (now.day - moment.day).days / LONG_AGO)
        regulars(corner, store)
        heard(corner, store)
        corner.services.today.look_ahead(now)
