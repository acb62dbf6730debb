"""Playbooks at hand: the shop's own where it has one, else the shipped one (M-75, M-76)."""

import tomllib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.playbook_error import PlaybookError, PlaybookFault

if TYPE_CHECKING:
    # Late: the day's list asks for minutes alone.
    from followup_desktop.domain.playbook import Playbook

SIZE_LIMIT = 200_000
"""Bytes of a playbook; a shipped one has about a tenth of it."""
FALLBACK_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class PlaybookAtHand:
    """The playbook to use, and whose it is."""

    playbook: "Playbook"
    own: bool
    """The shop's own edition."""
    fault: PlaybookError | None = None
    """Why the shop's own edition is left aside: a call never waits for a broken edit."""


def read_playbook(text: str, kind: Kind | None = None) -> "Playbook":
    """A playbook from its TOML text; raise PlaybookError when it is unusable, or for another kind.

    What an editor asks before it saves, and an import before it takes a shared file.
    """
    from followup_desktop.domain.playbook import parse_playbook

    if len(text.encode(errors="replace")) > SIZE_LIMIT:
        raise PlaybookError(PlaybookFault.TOO_BIG, what=SIZE_LIMIT)
    playbook = parse_playbook(parsed(text))
    if kind is not None and playbook.kind is not kind:
        raise PlaybookError(PlaybookFault.DISAGREES, "kind", playbook.kind)
    return playbook


def read_playbook_file(path: Path, kind: Kind | None = None) -> "Playbook":
    """The same from a file, which is never read further than a playbook can be long."""
    return read_playbook(file_text(path, SIZE_LIMIT), kind)


def parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise PlaybookError(PlaybookFault.NOT_TOML, what=error) from error


def file_text(path: Path, limit: int) -> str:
    """A file's text, which is never read further than `limit` bytes."""
    try:
        with path.open("rb") as file:
            raw = file.read(limit + 1)
        if len(raw) > limit:
            raise PlaybookError(PlaybookFault.TOO_BIG, what=limit)
        return raw.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise PlaybookError(PlaybookFault.NOT_FOUND, what=path.name) from error
    except (OSError, UnicodeDecodeError) as error:
        raise PlaybookError(PlaybookFault.UNREADABLE, what=path.name) from error


def shipped_file(folder: Path, languages: Sequence[str], kind: Kind) -> Path | None:
    """A kind's playbook in the first language that has one."""
    places = (folder / language / f"{kind}.toml" for language in languages)
    return next((place for place in places if place.is_file()), None)


def not_shipped(folder: Path) -> tuple[Kind, ...]:
    """The kinds that a program lacks the playbook of; each kind needs one (M-75)."""
    return tuple(kind for kind in Kind if shipped_file(folder, [FALLBACK_LANGUAGE], kind) is None)


def _head_of(text: str) -> tuple[str, int]:
    """Title and minutes, of a playbook in TOML."""
    values = tomllib.loads(text.partition("\n[")[0])
    return str(values["title"]), int(values["minutes"])


def _no_own_edition(_kind: Kind) -> str | None:
    return None


class Playbooks:
    """Loads each playbook once; the shop's own again only when its text has changed."""

    def __init__(
        self,
        folder: Path,
        language: str = FALLBACK_LANGUAGE,
        own_text: Callable[[Kind], str | None] = _no_own_edition,
    ) -> None:
        """`folder` holds one folder for each language; `own_text` is asked for the shop's TOML."""
        self._folder = folder
        self._languages = tuple(
            dict.fromkeys((language, language.partition("_")[0], FALLBACK_LANGUAGE))
        )
        self._own_text = own_text
        self._shipped: dict[Kind, Playbook] = {}
        self._own: dict[Kind, tuple[str, PlaybookAtHand]] = {}

    def get(self, kind: Kind) -> "Playbook":
        """The playbook to use for this kind."""
        return self.at_hand(kind).playbook

    def at_hand(self, kind: Kind) -> PlaybookAtHand:
        """The playbook to use, and whether it is the shop's own."""
        return self._at_hand(kind, self._own_text(kind))

    def _at_hand(self, kind: Kind, text: str | None) -> PlaybookAtHand:
        if text is None:
            return PlaybookAtHand(self.shipped(kind), own=False)
        if kind not in self._own or self._own[kind][0] != text:
            self._own[kind] = (text, self._read_own(kind, text))
        return self._own[kind][1]

    def minutes(self, kind: Kind) -> int:
        """How long such a call takes. Of the shop's own edition too only the head is read: it was
        looked through when it was taken into use."""
        text = self._own_text(kind)
        if text is not None and kind not in self._own:
            with suppress(ValueError, KeyError, TypeError):  # broken: what is used instead says it
                return _head_of(text)[1]
        return self._head(kind, text)[1]

    def head(self, kind: Kind) -> tuple[str, int]:
        """Title and minutes. A shipped playbook says so above its first table: a list needs nothing
        else of it, and reading all of it would take longer than the list."""
        return self._head(kind, self._own_text(kind))

    def _head(self, kind: Kind, own_text: str | None) -> tuple[str, int]:
        if own_text is not None or kind in self._shipped:
            playbook = self._at_hand(kind, own_text).playbook
            return playbook.title, playbook.minutes
        return _head_of(self.shipped_text(kind))

    def shipped(self, kind: Kind) -> "Playbook":
        """The playbook as it came with the program; raise PlaybookError if that is damaged."""
        if kind not in self._shipped:
            self._shipped[kind] = read_playbook(self.shipped_text(kind), kind)
        return self._shipped[kind]

    def shipped_text(self, kind: Kind) -> str:
        """The TOML it is written in, which a shop's own edition starts from."""
        path = shipped_file(self._folder, self._languages, kind)
        if path is None:
            raise PlaybookError(PlaybookFault.NOT_FOUND, what=f"{kind}.toml")
        return file_text(path, SIZE_LIMIT)

    def text(self, kind: Kind) -> str:
        """The TOML of the playbook to use."""
        return self.own_text(kind) or self.shipped_text(kind)

    def edition(self, text: str, kind: Kind) -> "Playbook":
        """The playbook of that text, an earlier edition of the shop's own; where that is empty or
        can't be read any more, the shipped one."""
        if text == self.own_text(kind):
            return self.get(kind)
        return self._read_own(kind, text).playbook if text else self.shipped(kind)

    def own_text(self, kind: Kind) -> str:
        """The shop's own edition that is in use; empty for the shipped one."""
        text = self._own_text(kind)
        return text if text and self.at_hand(kind).own else ""

    def fault(self, kind: Kind) -> PlaybookError | None:
        """Why the shop's own edition is left aside, where it has one that is."""
        return self.at_hand(kind).fault if self._own_text(kind) is not None else None

    def _read_own(self, kind: Kind, text: str) -> PlaybookAtHand:
        try:
            return PlaybookAtHand(read_playbook(text, kind), own=True)
        except PlaybookError as fault:
            return PlaybookAtHand(self.shipped(kind), own=False, fault=fault)
