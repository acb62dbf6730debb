"""A planned call as it is read aloud beforehand (M-9)."""

from followup_desktop.domain.call import GuidedCall
from followup_desktop.domain.kinds import LinePart
from followup_desktop.ui.rehearsal import Reading
from followup_desktop.words import N_, _
from followup_desktop.words import call as words

_PARTS = {
    LinePart.WHAT: N_("What you want to say"),
    LinePart.HOW: N_("How you will say it"),
}


def readings_of(call: GuidedCall) -> tuple[Reading, ...]:
    """The lines, then where they may go, then what a machine hears."""
    lines = [Reading(_(_PARTS[line.part]), line.words, line.cue) for line in call.lines]
    bridges = [Reading(words.detour(one.detour), one.words) for one in call.bridges]
    fears = [
        Reading(_("If they say: {they_say}").format(they_say=one.they_say), one.way_out)
        for one in call.fears
    ]
    machine = Reading(_("If a machine answers"), call.voicemail)
    return (*lines, *bridges, *fears, machine)
