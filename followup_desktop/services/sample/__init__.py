"""A plainly invented shop to look around in: The Corner, its customers and their stories."""

from followup_desktop.domain.shop_time import Now
from followup_desktop.services.sample.corner import Corner
from followup_desktop.services.sample.day_work import day_work
from followup_desktop.services.sample.people_others import PEOPLE_OTHERS
from followup_desktop.services.sample.people_today import PEOPLE_TODAY
from followup_desktop.services.sample.richard_libin import richard_libin
from followup_desktop.services.sample.telling import tell
from followup_desktop.store.store import Store


def fill(store: Store, now: Now) -> None:
    """Into a folder that isn't set up. The same `now` makes the same shop."""
    corner = Corner(store, now)
    stories = (richard_libin, *PEOPLE_TODAY, *PEOPLE_OTHERS, day_work)
    tell(story(corner) for story in stories)
    corner.services.today.look_ahead(now)
