"""What comes of following up, counted anew whenever somebody looks (M-67 … M-72)."""

from followup_desktop.services.insights.concerns import ConcernVerbs
from followup_desktop.services.insights.in_short import InShortVerbs

__all__ = ["Insights"]


class Insights(InShortVerbs, ConcernVerbs):
    """The verbs of every part. They write nothing."""
