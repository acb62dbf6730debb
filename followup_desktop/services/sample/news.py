"""What has come in: hats, for those who own an older one. Nobody has looked at the list yet."""

from followup_desktop.services.sample.corner import Corner
from followup_desktop.services.sample.telling import Story


def news(corner: Corner) -> Story:
    now = yield corner.ago(2, "10:30")
    groups = corner.services.product_groups.names()
    hats = next(group.id for group in groups if group.name == "Hats")
    corner.services.updates.note(
        now, corner.ed, hats, "felt hats that fold into a coat pocket and keep their shape"
    )
