"""Phone numbers: read as a clerk types them, kept as E.164, shown in groups with spaces.

`phonenumbers` is imported on first use; it brings the numbering plans of every country along.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

TYPED = re.compile(r"\+?[\d\s().\-/–]*", re.ASCII)
"""What a number looks like while it is typed; anything else is left as it stands."""


class PhoneProblem(StrEnum):
    NOT_A_NUMBER = "not_a_number"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NO_AREA_CODE = "no_area_code"
    NO_COUNTRY = "no_country"
    """Without the shop's country, a number has to begin with + and its country's code."""
    UNLIKELY = "unlikely"
    """A hint only: it has the right length, but no such number is known to be in use."""

    @property
    def blocks(self) -> bool:
        """Whether the number cannot be kept."""
        return self is not PhoneProblem.UNLIKELY


@dataclass(frozen=True, slots=True)
class ParsedPhone:
    """What was read. `e164` is empty exactly when `problem` blocks."""

    e164: str = ""
    shown: str = ""
    problem: PhoneProblem | None = None
    extension: str = ""
    """Digits after "ext."; E.164 has no room for them."""

    @property
    def is_valid(self) -> bool:
        """It can be kept and dialled."""
        return bool(self.e164)


def parse(text: str, country: str) -> ParsedPhone:
    """Read a number as typed in `country` (ISO 3166 alpha-2).

    The bar is a possible length, not a number known to be in use: numbering plans change faster
    than this program.
    """
    import phonenumbers

    try:
        number = phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException as refused:
        return ParsedPhone(problem=_problem_of(refused.error_type, country))
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        return ParsedPhone(problem=_problem_of_length(reason))
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return ParsedPhone(
        e164=e164,
        shown=_in_groups(number),
        problem=None if phonenumbers.is_valid_number(number) else PhoneProblem.UNLIKELY,
        extension=number.extension or "",
    )


def _problem_of(error: int, country: str) -> PhoneProblem:
    from phonenumbers import NumberParseException as Refused

    match error:
        case Refused.TOO_SHORT_NSN | Refused.TOO_SHORT_AFTER_IDD:
            return PhoneProblem.TOO_SHORT
        case Refused.TOO_LONG:
            return PhoneProblem.TOO_LONG
        case Refused.INVALID_COUNTRY_CODE if not country:
            return PhoneProblem.NO_COUNTRY
        case _:
            return PhoneProblem.NOT_A_NUMBER


def _problem_of_length(reason: int) -> PhoneProblem:
    from phonenumbers import ValidationResult

    return {
        ValidationResult.TOO_SHORT: PhoneProblem.TOO_SHORT,
        ValidationResult.TOO_LONG: PhoneProblem.TOO_LONG,
        ValidationResult.IS_POSSIBLE_LOCAL_ONLY: PhoneProblem.NO_AREA_CODE,
    }.get(reason, PhoneProblem.NOT_A_NUMBER)


@lru_cache(maxsize=4096)
def shown(e164: str) -> str:
    """A kept number for reading: "+1 212 555 0143". What isn't one is given back as it is."""
    import phonenumbers

    try:
        return _in_groups(phonenumbers.parse(e164))
    except phonenumbers.NumberParseException:
        return e164


@lru_cache(maxsize=4096)
def zones(e164: str, country: str) -> str:
    """The time zones in which a kept number may ring, one beside the other, when it isn't one of
    `country`; empty where nobody can tell.

    By its country and area. A number of the shop's own country counts as near by: an area code
    says where a mobile was sold once, and most customers live round the corner.
    """
    from phonenumbers import NumberParseException, country_code_for_region, parse
    from phonenumbers.timezone import UNKNOWN_TIMEZONE, time_zones_for_number

    try:
        number = parse(e164)
    except NumberParseException:
        return ""
    if not country or number.country_code == country_code_for_region(country):
        return ""
    return " ".join(zone for zone in time_zones_for_number(number) if zone != UNKNOWN_TIMEZONE)


def _in_groups(number: "PhoneNumber") -> str:
    import phonenumbers

    text = phonenumbers.format_number(
        phonenumbers.PhoneNumber(
            country_code=number.country_code,
            national_number=number.national_number,
            italian_leading_zero=number.italian_leading_zero,
            number_of_leading_zeros=number.number_of_leading_zeros,
        ),
        phonenumbers.PhoneNumberFormat.INTERNATIONAL,
    )
    return _spaced(text)


def _spaced(text: str) -> str:
    """Groups with one space between them, however the country writes them."""
    return " ".join(re.findall(r"\+?\d+", text))


def as_typed(text: str, country: str) -> str:
    """The digits so far in their country's groups. No digit is lost or changed, and what isn't a
    number stays as it is."""
    if not TYPED.fullmatch(text) or not (typed := digits(text)):
        return text
    from phonenumbers import AsYouTypeFormatter

    formatter = AsYouTypeFormatter(country or "ZZ")
    grouped = ""
    for key in ("+" if text.startswith("+") else "") + typed:
        grouped = formatter.input_digit(key)
    return _spaced(grouped)


def digits(text: str) -> str:
    """Only the digits, in any script, as 0 to 9: for search."""
    return "".join(
        str(value) for letter in text if (value := unicodedata.decimal(letter, None)) is not None
    )
