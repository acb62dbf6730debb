"""Those whom Ed's list of today is about."""

from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.sample.corner import Corner
from followup_desktop.services.sample.telling import Story


def jun_hayashi(corner: Corner) -> Story:
    """Bought his first suit here yesterday."""
    now = yield corner.ago(1, "15:10")
    corner.told.add(
        corner.visit(
            now,
            corner.ed,
            NewVisit(
                name="Jun Hayashi",
                phone="+1 212 555 0117",
                items=("Navy suit, two-button",),
                occasion="his sister’s wedding",
                occasion_on=corner.ahead(9),
                learned="Found us through the window. Likes to be left alone with the mirror.",
                may_call=True,
            ),
        )
    )


PEOPLE_TODAY = (jun_hayashi,)
