"""What customers say, in words of ours around theirs (M-71)."""

from datetime import date

from followup_desktop.domain.insights.said import Group, GroupSaid, Said, SaidKind
from followup_desktop.words import N_, _, days, ngettext
from followup_desktop.words.customers import full_name

_KINDS = {
    SaidKind.GAINED: N_("Gained"),
    SaidKind.WORKS_WELL: N_("Works well"),
    SaidKind.COULD_BE_BETTER: N_("Could be better"),
    SaidKind.WENT_WRONG: N_("Went wrong"),
    SaidKind.WISH: N_("Need or want"),
    SaidKind.THEIR_WORDS: N_("Their words"),
}

_NAMED = 3
"""Kinds that a group's line names; for all of them there is no room."""


def kind(of: SaidKind) -> str:
    return _(_KINDS[of])


def kind_and_count(of: SaidKind, count: int) -> str:
    return _("{kind} {count}").format(kind=kind(of), count=count)


def everything(count: int) -> str:
    return _("Everything {count}").format(count=count)


def group(of: Group) -> str:
    return of.name or _("Without a group")


def counts(said: GroupSaid) -> str:
    """ "5 gained · 3 work well · 2 could be better · 4 more"."""
    parts = [_count(kind, count) for kind, count in said.counts[:_NAMED]]
    if more := sum(count for _kind, count in said.counts[_NAMED:]):
        parts.append(ngettext("{count} more", "{count} more", more).format(count=more))
    return " · ".join(parts)


def _count(kind: SaidKind, count: int) -> str:
    match kind:
        case SaidKind.GAINED:
            return ngettext("{count} gained", "{count} gained", count).format(count=count)
        case SaidKind.WORKS_WELL:
            return ngettext("{count} works well", "{count} work well", count).format(count=count)
        case SaidKind.COULD_BE_BETTER:
            return ngettext("{count} could be better", "{count} could be better", count).format(
                count=count
            )
        case SaidKind.WENT_WRONG:
            return ngettext("{count} went wrong", "{count} went wrong", count).format(count=count)
        case SaidKind.WISH:
            return ngettext("{count} wish", "{count} wishes", count).format(count=count)
        case SaidKind.THEIR_WORDS:
            return ngettext("{count} in their words", "{count} in their words", count).format(
                count=count
            )


def source(said: Said, today: date) -> str:
    """Who said it, when, and what about."""
    return " · ".join(part for part in (who(said), days.day(said.on, today), about(said)) if part)


def who(said: Said) -> str:
    """Of a gift, or where they asked to be discreet, nobody is named (M-34)."""
    return full_name(said.name, said.title) or _("A customer; be discreet")


def about(said: Said) -> str:
    return said.item or said.group.name


def spoken(said: Said, today: date) -> str:
    return _("{kind}: {text}, {source}").format(
        kind=kind(said.kind), text=said.text, source=source(said, today)
    )
