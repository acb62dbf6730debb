"""What somebody answers on the first start."""

from dataclasses import dataclass

from followup_desktop.domain.shop import OpenHours


@dataclass(frozen=True, slots=True)
class Answers:
    shop_name: str = ""
    clerk_name: str = ""
    country: str = ""
    """Two letters; empty: as this PC says."""
    hours: tuple[OpenHours, ...] | None = None
    """None: the usual week."""
    starts_at_login: bool = True

    @property
    def is_complete(self) -> bool:
        return bool(self.shop_name.strip() and self.clerk_name.strip() and self.country)
