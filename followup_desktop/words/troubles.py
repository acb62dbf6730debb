"""The world's troubles and the reasons why a field cannot be kept, said plainly.

Each trouble is told in the same order: what happened, what became of the work, what to do now.
"""

from followup_desktop.domain.call_flow import NoGo
from followup_desktop.domain.checks import FieldProblem, Why
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.words import N_, _

_TROUBLES = {
    Trouble.DISK_FULL: N_(
        "The disk is full, so this was not saved. What you typed is still here. "
        "Make some room on the disk and save again."
    ),
    Trouble.CANNOT_WRITE: N_(
        "Followup may not write into its folder, so nothing was saved and nothing was changed. "
        "Check that the folder can be written to, or choose another one."
    ),
    Trouble.LOCKED: N_(
        "Another program is using the data just now, so this was not saved. "
        "Nothing is lost. Wait a moment and try again."
    ),
    Trouble.DAMAGED: N_(
        "The data file is damaged. It was left as it is, and the backups are untouched. "
        "Please do not delete anything; the newest backup can be brought back."
    ),
    Trouble.NOT_OURS: N_(
        "The data file in this folder was not made by Followup. It was left as it is. "
        "Choose another folder, or move that file away."
    ),
    Trouble.NEWER: N_(
        "The data was written by a newer Followup. It was left as it is. "
        "Install the newest Followup on this PC and open it again."
    ),
    Trouble.NO_SHOP: N_(
        "There is no shop in this folder yet. Nothing was changed. "
        "Open Followup once and set it up, or name another folder."
    ),
    Trouble.SQLITE_TOO_OLD: N_(
        "The database library on this PC is too old to keep your data safely, so nothing was "
        "opened. Install Followup again to get the right one."
    ),
    Trouble.BACKUP_FAILED: N_(
        "The backup could not be made. Your data is untouched. "
        "Check that there is room on the disk, then try again."
    ),
    Trouble.CHANGED_SINCE: N_(
        "This was changed again in the meantime, so it was not taken back. Nothing is lost. "
        "Open the card to see how it stands now."
    ),
    Trouble.GONE: N_(
        "This is no longer here. Nothing else was changed. Go back and choose it again."
    ),
}

_TROUBLES_AT = {
    Trouble.CANNOT_WRITE: N_(
        "Followup may not write here: {where}. Nothing was saved and nothing was changed. "
        "Check that the folder can be written to, or choose another one."
    ),
    Trouble.DAMAGED: N_(
        "The data file is damaged: {where}. It was left as it is, and the backups are untouched. "
        "Please do not delete anything; the newest backup can be brought back."
    ),
    Trouble.NOT_OURS: N_(
        "This file was not made by Followup: {where}. It was left as it is. "
        "Choose another folder, or move that file away."
    ),
    Trouble.NO_SHOP: N_(
        "There is no shop in this folder yet: {where}. Nothing was changed. "
        "Open Followup once and set it up, or name another folder with --data-dir."
    ),
    Trouble.NEWER: N_(
        "This data was written by a newer Followup: {where}. It was left as it is. "
        "Install the newest Followup on this PC and open it again."
    ),
}

_WHY = {
    Why.MISSING: N_("Something is still missing here."),
    Why.TOO_LONG: N_("This is too long to keep. Please shorten it."),
    Why.NOT_A_PHONE: N_("This doesn’t look like a phone number yet."),
    Why.NOT_A_MAIL: N_("This doesn’t look like a mail address yet."),
    Why.NOT_A_DAY: N_("There is no such day."),
    Why.IN_THE_PAST: N_("This day has passed. Please choose one from today on."),
    Why.TOO_FAR: N_("This day is more than five years away. Is the year right?"),
    Why.SHOP_CLOSED: N_("The shop is closed then."),
    Why.SAME_NAME: N_("Somebody of that name is here already. Is it the same person?"),
    Why.SAME_PHONE: N_("Somebody else has this number too. That is fine for a family."),
    Why.OUT_OF_RANGE: N_("This value doesn’t work here."),
    Why.ENDS_BEFORE: N_("The end comes before the beginning."),
    Why.OVERLAPS: N_("These times overlap."),
    Why.LAST_MANAGER: N_("The shop needs one manager. Make somebody else a manager first."),
    Why.NOT_A_MANAGER: N_("Only a manager can do this for somebody else."),
    Why.DONT_CALL: N_("They asked not to be called. Please keep to it."),
    Why.UNKNOWN: N_("This isn’t known here. Please choose again."),
}

_WHY_IN_FIELD = {
    ("name", Why.MISSING): N_("A name is needed."),
    ("phone", Why.MISSING): N_("A phone number is needed."),
    ("items", Why.MISSING): N_("What did they buy?"),
    ("occasion_on", Why.IN_THE_PAST): N_("This day has already been. Is that right?"),
    ("outcome", Why.MISSING): N_("How did the call end?"),
    ("purpose", Why.MISSING): N_("What do you want from this call? Choose a purpose first."),
    ("purpose_reached", Why.MISSING): N_("Was the purpose reached?"),
    ("feeling", Why.MISSING): N_("How do they feel about it?"),
    ("problem", Why.MISSING): N_("They are unhappy. What is wrong? Note the problem first."),
    ("next_step", Why.MISSING): N_(
        "What comes next? Choose a next step, or say why none is needed."
    ),
    ("put_right_by", Why.MISSING): N_("When will they be called about it? Choose a day."),
    ("call_back_on", Why.MISSING): N_("When would they like to be called back?"),
    ("why", Why.MISSING): N_("A word about why, please."),
    ("reason", Why.MISSING): N_("A word about why, please."),
    ("group_name", Why.MISSING): N_("How is the group called?"),
    ("group_name", Why.SAME_NAME): N_("There is a group of that name already."),
    ("what", Why.MISSING): N_("What is it about?"),
}

_NO_GO = {
    NoGo.NO_PURPOSE: N_("What do you want from this call? Choose a purpose first."),
    NoGo.NOT_CALLED_YET: N_("Call first; the wrap-up comes after it."),
    NoGo.NOT_ANSWERED: N_("A few answers are still missing."),
    NoGo.OVER: N_("This call is finished. What was caught on it can still be changed."),
}
"""Why a step of the guided call can't be gone to."""


def trouble(error: WorldError) -> str:
    """What a clerk reads when something outside the program went wrong."""
    if error.trouble is Trouble.BAD_VALUE:
        return why(error.field, error.why)
    if error.where and error.trouble in _TROUBLES_AT:
        return _(_TROUBLES_AT[error.trouble]).format(where=error.where)
    return _(_TROUBLES[error.trouble])


def field_problem(problem: FieldProblem) -> str:
    """What stands under a field."""
    return why(problem.field, problem.why)


def why(field: str, code: str) -> str:
    """Why the value of `field` cannot be kept as it is."""
    if field == "step" and code in set(NoGo):
        return _(_NO_GO[NoGo(code)])
    try:
        reason = Why(code)
    except ValueError:
        return _("This cannot be kept as it is. Please look at it again.")
    return _(_WHY_IN_FIELD.get((field, reason)) or _WHY[reason])
