"""What comes of following up, counted anew whenever somebody looks (M-67 … M-72)."""

from followup_desktop.services.insights.base import InsightsBase

__all__ = ["Insights"]


class Insights(InsightsBase):
    """The verbs of every part. They write nothing."""
