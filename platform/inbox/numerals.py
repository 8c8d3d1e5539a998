"""Numbers as people write them: 27, 二十七, 一零八, 两百五."""

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
CHINESE = "零〇一二两三四五六七八九十百千万"
NUMBER = rf"(?:\d{{1,9}}|[{CHINESE}]{{1,9}})"


def value(written: str) -> int | None:
    """The whole number that is written, if it is one."""
    if written.isdecimal():
        return int(written) if len(written) <= 9 else None
    if not written or any(character not in DIGITS and character not in UNITS for character in written):
        return None
    if not any(character in UNITS for character in written):
        return int("".join(str(DIGITS[character]) for character in written))
    return _with_units(written)


def _with_units(written: str) -> int | None:
    total, digit, unit = 0, None, 10
    for character in written:
        if character in DIGITS:
            digit = DIGITS[character]
            if character in "零〇":
                digit, unit = None, 10
            continue
        unit = UNITS[character]
        total += (1 if digit is None else digit) * unit
        digit = None
    # 两百五 is 250 and 一千二 is 1200, but 二十五 is 25 and 一百零五 is 105.
    return total + (digit or 0) * max(1, unit // 10) if digit else total
