"""What the check of the data found, said plainly."""

from followup_desktop.domain.upkeep import CheckReport
from followup_desktop.words import _, ngettext


def sound() -> str:
    return _("Everything is in order: the file is whole, and nothing points at what is not there.")


def findings(report: CheckReport) -> tuple[str, ...]:
    """One sentence for each sort of thing that was found; none when all is well."""
    counted = (
        (
            len(report.damage),
            ngettext(
                "The file is damaged in {count} place. Please bring back the newest backup.",
                "The file is damaged in {count} places. Please bring back the newest backup.",
                len(report.damage),
            ),
        ),
        (
            len(report.schema),
            ngettext(
                "{count} part of the file is not built as Followup builds it.",
                "{count} parts of the file are not built as Followup builds them.",
                len(report.schema),
            ),
        ),
        (
            len(report.broken_links),
            ngettext(
                "{count} entry points at something that is not there.",
                "{count} entries point at something that is not there.",
                len(report.broken_links),
            ),
        ),
        (
            len(report.strays),
            ngettext(
                "{count} entry of one customer belongs to another one’s.",
                "{count} entries of one customer belong to another one’s.",
                len(report.strays),
            ),
        ),
        (
            len(report.bad_values),
            ngettext(
                "{count} entry holds something that can’t be read.",
                "{count} entries hold something that can’t be read.",
                len(report.bad_values),
            ),
        ),
        (
            len(report.sums_out_of_step),
            ngettext(
                "The counts of {count} customer are not up to date.",
                "The counts of {count} customers are not up to date.",
                len(report.sums_out_of_step),
            ),
        ),
        (
            len(report.search_out_of_step),
            ngettext(
                "{count} list for searching is not up to date.",
                "{count} lists for searching are not up to date.",
                len(report.search_out_of_step),
            ),
        ),
    )
    return tuple(sentence.format(count=count) for count, sentence in counted if count)
