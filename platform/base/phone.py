"""Phone numbers: E.164 inside, grouped or masked where people see them."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, ValidationResult


def e164(written: str, region: str = "CN") -> str | None:
    """The number as +86…, or None. Possible is enough: carriers open number ranges faster than tables learn them."""
    try:
        number = phonenumbers.parse(written[:64], region)
    except NumberParseException:
        return None
    if phonenumbers.is_possible_number_with_reason(number) != ValidationResult.IS_POSSIBLE:
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def shown(phone: str) -> str:
    """As a person reads it out: 160 0000 0001 at home, +1 415-555-2671 abroad."""
    if phone.startswith("+86") and len(phone) == 14:
        return f"{phone[3:6]} {phone[6:10]} {phone[10:]}"
    try:
        return phonenumbers.format_number(phonenumbers.parse(phone), PhoneNumberFormat.INTERNATIONAL)
    except NumberParseException:
        return phone


def masked(phone: str) -> str:
    """For logs and lists: the last four digits only."""
    return f"…{phone[-4:]}"
