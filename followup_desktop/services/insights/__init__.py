"""What comes of following up, counted anew whenever somebody looks (M-67 … M-72)."""

from followup_desktop.services.insights.concerns import ConcernVerbs
from followup_desktop.services.insights.in_short import InShortVerbs
from followup_desktop.services.insights.said import SaidVerbs

__all__ = ["Insights"]


class Insights(InShortVerbs, SaidVerbs, ConcernVerbs):
    """The verbs of every part. They write nothing."""
