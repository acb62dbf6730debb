"""Which of somebody's numbers to dial."""

from collections.abc import Iterable

from followup_desktop.domain.customer import Phone
from followup_desktop.domain.kinds import PhoneKind


def own_numbers(phones: Iterable[Phone], *, is_discreet: bool) -> tuple[Phone, ...]:
    """The numbers to offer; none that turned out to be somebody else's. For a surprise only those
    in their own pocket, unless there is no such number (M-34)."""
    right = tuple(phone for phone in phones if not phone.is_wrong)
    own = tuple(phone for phone in right if phone.kind is PhoneKind.MOBILE)
    return own or right if is_discreet else right


def shown_number(phone_id: int | None, phones: Iterable[Phone]) -> int | None:
    """The one that was chosen, else the first that is offered."""
    offered = [phone.id for phone in phones]
    return phone_id if phone_id in offered else next(iter(offered), None)
