"""What the room of the playbooks shows: the list of them, and the one that is edited (M-76)."""

from dataclasses import dataclass
from datetime import datetime

from followup_desktop.domain.kinds import KINDS, ContactType, Kind, KindFacts
from followup_desktop.domain.playbook_draft import PlaybookDraft
from followup_desktop.domain.playbook_error import PlaybookError


@dataclass(frozen=True, slots=True)
class PlaybookEntry:
    """One line of the list (M-77)."""

    kind: Kind
    title: str
    minutes: int
    is_own: bool
    """The shop changed it."""
    has_draft: bool
    """Something was changed in the editor that no call uses yet."""
    fault: PlaybookError | None = None
    """Why the shop's own one can't be used; the shipped one stands in for it."""

    @property
    def contact_type(self) -> ContactType:
        return KINDS[self.kind].contact_type

    @property
    def is_marketing(self) -> bool:
        return KINDS[self.kind].marketing


@dataclass(frozen=True, slots=True)
class PlaybookEdit:
    """A playbook in the editor."""

    in_use: PlaybookDraft
    """What the next call begun would use."""
    draft: PlaybookDraft
    """The same, or what somebody has made of it since."""
    is_own: bool
    changed_at: datetime | None
    """When the shop's own edition was taken into use, and by whom."""
    changed_by: str
    faults: tuple[PlaybookError, ...]
    """Of the draft."""

    @property
    def kind(self) -> Kind:
        return self.draft.kind

    @property
    def facts(self) -> KindFacts:
        """What is fixed about its kind."""
        return KINDS[self.kind]

    @property
    def has_draft(self) -> bool:
        return self.draft != self.in_use
