"""What a worker looks for, in a line: 瓦工、小工，250元/天以上，明天，3人."""

from base.clock import city_now
from base.words import Words
from jobs.occupations import OCCUPATIONS
from jobs.tables import JobNeed
from jobs.telling import pay_words
from wishes.when import PARTS, when_words

ANY_WORK = Words("什么活都行", "any work")


def need_words(need: JobNeed) -> Words:
    said = [_occupations(need), _pay(need), _days(need), PARTS[need.part] if need.part else None, _people(need)]
    told = [words for words in said if words]
    return Words("，".join(words.zh for words in told), ", ".join(words.en for words in told))


def _occupations(need: JobNeed) -> Words:
    sought = [OCCUPATIONS[occupation] for occupation in need.occupations]
    return Words("、".join(words.zh for words in sought), " or ".join(words.en for words in sought)) if sought else ANY_WORK


def _pay(need: JobNeed) -> Words | None:
    if need.pay_fen is None:
        return None
    pay = pay_words(need.pay_fen, need.pay_per)
    return Words(f"{pay.zh}以上", f"from {pay.en}")


def _days(need: JobNeed) -> Words | None:
    first, last = when_words(need.from_day, None), when_words(need.to_day, None)
    assert first is not None
    if last is None:
        return Words(f"{first.zh}起", f"from {first.en}") if need.from_day > city_now().date() else None
    return first if need.from_day == need.to_day else Words(f"{first.zh}到{last.zh}", f"{first.en} to {last.en}")


def _people(need: JobNeed) -> Words | None:
    return Words(f"{need.people}人", f"{need.people} people") if need.people > 1 else None
