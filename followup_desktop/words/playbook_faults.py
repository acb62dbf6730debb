"""What is wrong with a playbook, said plainly and with its place."""

import re
from collections.abc import Callable

from followup_desktop.domain.kinds import Detour, Purpose
from followup_desktop.domain.playbook_error import PlaybookError, PlaybookFault
from followup_desktop.words import N_, _
from followup_desktop.words import call as call_words
from followup_desktop.words.playbooks import fact, purpose

_SENTENCES = {
    PlaybookFault.NOT_FOUND: N_("The file {what} is no longer there."),
    PlaybookFault.UNREADABLE: N_("{what} can’t be read. Is it really the file of a playbook?"),
    PlaybookFault.TOO_BIG: N_("This is far too long for a playbook."),
    PlaybookFault.UNKNOWN_KEY: N_("“{what}” isn’t known in a playbook. Is it a slip of the pen?"),
    PlaybookFault.WRONG_TYPE: N_("Something else belongs here than “{what}”."),
    PlaybookFault.UNKNOWN_CODE: N_("“{what}” isn’t known here."),
    PlaybookFault.DISAGREES: N_("“{what}” isn’t what is fixed for this kind of call."),
    PlaybookFault.DUPLICATE: N_("“{what}” stands here twice."),
    PlaybookFault.NOT_ONE_LINE: N_("There is a line break or a doubled space in it."),
    PlaybookFault.STRAY_BRACE: N_("There is a brace too many in it."),
    PlaybookFault.UNKNOWN_FACT: N_("There is no fact called “{what}”. Is it a slip of the pen?"),
    PlaybookFault.NO_NAME_IN_OPENING: N_(
        "The opening has to say who calls and from where: put in your name and the shop’s."
    ),
}

_MISSING = {
    "lines": N_("A playbook needs at least one line."),
    "fears": N_("It needs at least one answer you may fear, and an easy way out of it."),
    "purposes": N_("The last purpose has to be the clerk’s own words."),
    "playbooks": N_("There is no playbook in this file."),
}

_PLACES = {
    "kind": N_("The kind"),
    "title": N_("The title"),
    "contact_type": N_("The contact type"),
    "marketing": N_("Service or marketing"),
    "minutes": N_("The minutes"),
    "why": N_("Why now"),
    "opening": N_("The opening"),
    "opening.cue": N_("The opening’s cue"),
    "voicemail": N_("What to say to a machine"),
    "purposes": N_("The purposes"),
    "purposes.hint": N_("Purpose {number}, the line under its name"),
    "purposes.outcome": N_("Purpose {number}, its outcome"),
    "purposes.back": N_("Purpose {number}, its way back"),
    "purposes.any": N_("Purpose {number}"),
    "lines": N_("The lines"),
    "lines.cue": N_("Line {number}, its cue"),
    "lines.purposes": N_("Line {number}, its purposes"),
    "lines.any": N_("Line {number}"),
    "bridges": N_("The bridges"),
    "bridges.answer": N_("Bridge {number}, its answer"),
    "bridges.back": N_("Bridge {number}, its way back"),
    "bridges.any": N_("Bridge {number}"),
    "fears": N_("What you may fear to hear"),
    "fears.they_say": N_("Feared answer {number}"),
    "fears.way_out": N_("Feared answer {number}, its way out"),
    "fears.any": N_("Feared answer {number}"),
}

_IN_MANY = "playbooks"


def fault(error: PlaybookError) -> str:
    """What is wrong, for whoever stands before the place."""
    special = _SPECIAL.get(error.code)
    if special is not None:
        return special(error)
    return _(_SENTENCES[error.code]).format(what=error.what)


def placed(error: PlaybookError) -> str:
    """ "Line 3, its cue: …"; for a list of what is wrong, and for a file."""
    where = place(error.where)
    sentence = fault(error)
    return _("{place}: {sentence}").format(place=where, sentence=sentence) if where else sentence


def place(where: str) -> str:
    """Where in a playbook; empty for the whole of it."""
    keys = where.split(".") if where else []
    if len(keys) > 1 and keys[0] == _IN_MANY:
        inner = place(".".join(keys[2:]))
        if not inner:
            return _("Playbook {number}").format(number=keys[1])
        return _("Playbook {number} · {place}").format(number=keys[1], place=inner)
    number = next((key for key in keys if key.isdigit()), "")
    named = [key for key in keys if not key.isdigit()]
    fitting = (
        (".".join(named[:2]), f"{named[0]}.any" if number else "", *named[:1]) if named else ()
    )
    words = next((_PLACES[one] for one in fitting if one in _PLACES), "")
    return _(words).format(number=number) if words else where


# Those that need more than their piece ----------------------------------------------------------


def _not_toml(error: PlaybookError) -> str:
    found = re.search(r"line (\d+)", error.what)
    if found is None:
        return _("This isn’t written the way a playbook is.")
    return _("This isn’t written the way a playbook is, from line {line} on.").format(line=found[1])


def _missing(error: PlaybookError) -> str:
    last = error.where.rpartition(".")[2]
    if last in _MISSING:
        return _(_MISSING[last])
    if "bridges." in error.where and ".back" in error.where:
        return _("Somebody else hears this, so it needs a way back of its own.")
    return _("“{what}” is missing.").format(what=error.what)


def _out_of_range(error: PlaybookError) -> str:
    last = error.where.rpartition(".")[2]
    if last == "minutes":
        return _("A call takes between 1 and 60 minutes.")
    if last == "purposes":
        return _("It needs a purpose worth calling for, and the clerk’s own words behind it.")
    if not error.what.strip():
        return _("Something has to stand here.")
    if error.what.isdigit():
        return _("These are too many: {count}.").format(count=error.what)
    if last == "cue":
        return _("“{what}” is too long to be read at a glance.").format(what=error.what)
    return _("This is too long to say in one breath.")


def _no_fallback(error: PlaybookError) -> str:
    if error.where.endswith("cue"):
        return _(
            "A cue may have {fact} in it only when there is another one without, for when it isn’t "
            "known."
        ).format(fact=fact(error.what))
    return _("What is said when this isn’t known: {fact}? Add a wording without it.").format(
        fact=fact(error.what)
    )


def _fact_not_here(error: PlaybookError) -> str:
    if error.where.startswith(("voicemail", "bridges")):
        return _(
            "A machine or somebody else may hear this, so this stays out of it: {fact}."
        ).format(fact=fact(error.what))
    return _("This speaks to the clerk, and this is worded for the customer’s ear: {fact}.").format(
        fact=fact(error.what)
    )


def _bridge_missing(error: PlaybookError) -> str:
    return _("The bridge for “{detour}” is missing.").format(
        detour=call_words.detour(Detour(error.what))
    )


def _no_need_asked(error: PlaybookError) -> str:
    return _(
        "For the purpose “{purpose}” something is suggested, and no line listens for a need first. "
        "Tick “Hears a need” on one of its questions."
    ).format(purpose=purpose(Purpose(error.what)))


_SPECIAL: dict[PlaybookFault, Callable[[PlaybookError], str]] = {
    PlaybookFault.NOT_TOML: _not_toml,
    PlaybookFault.MISSING: _missing,
    PlaybookFault.OUT_OF_RANGE: _out_of_range,
    PlaybookFault.NO_FALLBACK: _no_fallback,
    PlaybookFault.FACT_NOT_HERE: _fact_not_here,
    PlaybookFault.BRIDGE_MISSING: _bridge_missing,
    PlaybookFault.NO_NEED_ASKED: _no_need_asked,
}
