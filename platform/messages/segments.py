"""How many SMS a text costs: GSM 03.38 and UCS-2."""

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_ESCAPED = frozenset("\f^{}\\[~]|€")


def units(text: str) -> tuple[bool, list[int]]:
    """(is GSM-7, the code units of each character)."""
    if all(char in GSM or char in GSM_ESCAPED for char in text):
        return True, [2 if char in GSM_ESCAPED else 1 for char in text]
    return False, [2 if ord(char) > 0xFFFF else 1 for char in text]


def segments(text: str) -> int:
    """A character of two units is never split over two segments."""
    gsm, sizes = units(text)
    alone, joined = (160, 153) if gsm else (70, 67)
    if sum(sizes) <= alone:
        return 1
    count, used = 1, 0
    for size in sizes:
        if used + size > joined:
            count, used = count + 1, 0
        used += size
    return count
