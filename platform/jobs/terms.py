"""What a listing says, and everything about it that cannot be. Pure: it knows no database."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from base.words import Words
from jobs import fields, wages
from jobs.classification import by_code
from jobs.fields import BadTerms, Errors
from jobs.occupations import CERTIFICATES, OCCUPATIONS
from jobs.telling import PER, pay_words, yuan

__all__ = ["BadTerms", "Errors", "Terms", "errors"]

KINDS = ("job", "training")
MOST_HEADS = 500
LONGEST_SHIFT = timedelta(hours=16)
FURTHEST_DAYS = 60
LEAST_FEN = 100
MOST_FEN = {"day": 500_000, "hour": 100_000}
LONGEST = {"title": 60, "place": 120, "contact": 64, "bring": 100, "transport": 100, "note": 500}
NEEDED = frozenset({"title", "place", "contact"})


@dataclass(frozen=True)
class Terms:
    """A listing as somebody writes it. A training names neither employer nor pay, but what it `teaches` or leads to (`certificate`)."""

    title: str
    day: date
    starts: time
    ends: time
    heads: int
    area: str
    place: str
    contact: str
    phone: str
    kind: str = "job"
    employer: int | None = None
    occupation: str | None = None
    code: str | None = None
    overnight: bool = False
    pay_fen: int | None = None
    pay_per: str | None = None
    bring: str = ""
    meals: bool = False
    transport: str = ""
    certificate: str | None = None
    teaches: str | None = None
    note: str = ""
    lat: float | None = None
    lon: float | None = None

    @property
    def length(self) -> timedelta:
        """By the clock; overnight it ends on the next day."""
        day = date(2000, 1, 1)
        return datetime.combine(day, self.ends) - datetime.combine(day, self.starts) + timedelta(days=self.overnight)

    @property
    def texts(self) -> tuple[str, ...]:
        return self.title, self.place, self.contact, self.bring, self.transport, self.note

    def tidied(self) -> "Terms":
        """As it is stored."""
        texts: dict[str, Any] = {name: fields.tidy(getattr(self, name)) for name in LONGEST}
        return replace(self, **texts, phone=fields.number(self.phone))


def errors(terms: Terms, today: date, minimum: wages.Table = wages.MINIMUM) -> Errors:
    """Everything that cannot be, by the name of its field; empty when nothing is wrong."""
    return fields.found(
        {
            "kind": None if terms.kind in KINDS else Words("只能是用工或培训", "is neither a job nor a training"),
            **{name: fields.text(getattr(terms, name), longest, needed=name in NEEDED) for name, longest in LONGEST.items()},
            "day": day_error(terms.day, today),
            "ends": _hours(terms),
            "heads": _heads(terms.heads),
            "area": fields.area(terms.area),
            "phone": fields.phone(terms.phone),
            "certificate": _known(terms.certificate, CERTIFICATES),
            "teaches": _known(terms.teaches, OCCUPATIONS),
            "occupation": _known(terms.occupation, OCCUPATIONS),
            "code": None
            if terms.code is None or by_code(terms.code)
            else Words(f"没有“{terms.code[:12]}”", f'there is no "{terms.code[:12]}"'),
            "lat": fields.position(terms.lat, terms.lon),
        }
    ) | (_of_training(terms) if terms.kind == "training" else _of_job(terms, minimum))


def day_error(day: date, today: date) -> Words | None:
    if day < today:
        return Words(f"{_said(day).zh}已经过去", f"{_said(day).en} is over")
    last = today + timedelta(days=FURTHEST_DAYS)
    if day > last:
        return Words(
            f"{_said(day).zh}太远，最多提前{FURTHEST_DAYS}天（到{_said(last).zh}）",
            f"{_said(day).en} is too far ahead; at most {FURTHEST_DAYS} days, until {_said(last).en}",
        )
    return None


def _said(day: date) -> Words:
    return Words(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {day:%B %Y}")


def _hours(terms: Terms) -> Words | None:
    starts, ends = _clock(terms.starts), _clock(terms.ends)
    if terms.length <= timedelta():
        return Words(
            f"结束时间{ends}不晚于开始时间{starts}；做到第二天的，请写{starts}-次日{ends}",
            f"ends at {ends}, not after it starts at {starts}; if it ends on the next day, write {starts}-{ends} next day",
        )
    if terms.length > LONGEST_SHIFT:
        hours, most = terms.length.total_seconds() / 3600, LONGEST_SHIFT.total_seconds() / 3600
        return Words(f"一班{hours:g}小时太长，最多{most:g}小时", f"a shift of {hours:g} hours is too long; at most {most:g}")
    return None


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02}"


def _heads(heads: int) -> Words | None:
    if 1 <= heads <= MOST_HEADS:
        return None
    return Words(f"人数{heads}不行，应为1到{MOST_HEADS}", f"{heads} people cannot be; 1 to {MOST_HEADS}")


def _known(key: str | None, known: dict[str, Words]) -> Words | None:
    return None if key is None or key in known else Words(f"没有“{key[:16]}”", f'there is no "{key[:16]}"')


def _of_job(terms: Terms, minimum: wages.Table) -> Errors:
    return fields.found(
        {
            "employer": fields.MISSING if terms.employer is None else None,
            "occupation": fields.MISSING if terms.occupation is None else None,
            "teaches": Words("招工不填教什么", "a job teaches nothing") if terms.teaches else None,
            "pay_fen": _pay(terms, minimum),
        }
    )


def _pay(terms: Terms, minimum: wages.Table) -> Words | None:
    if terms.pay_fen is None:
        return fields.MISSING
    if terms.pay_per not in PER:
        return Words("请写明按天还是按小时", "say whether by the day or by the hour")
    if terms.pay_fen < LEAST_FEN:
        return Words(f"{yuan(terms.pay_fen)}元不是工资；请填元，例如250", f"{yuan(terms.pay_fen)} yuan is no wage; give yuan, such as 250")
    if terms.pay_fen > MOST_FEN[terms.pay_per]:
        paid, most = pay_words(terms.pay_fen, terms.pay_per), pay_words(MOST_FEN[terms.pay_per], terms.pay_per)
        return Words(f"{paid.zh}太高，最多{most.zh}；请填元，例如250", f"{paid.en} is too much; at most {most.en}; give yuan, such as 250")
    if _hours(terms) or fields.area(terms.area):
        return None
    return wages.too_little(terms.pay_fen, terms.pay_per, terms.length, terms.area, minimum)


def _of_training(terms: Terms) -> Errors:
    paid = Words("培训不填工资", "a training pays nothing")
    return fields.found(
        {
            "employer": Words("培训不填用人单位", "a training has no employer") if terms.employer is not None else None,
            "pay_fen": paid if terms.pay_fen is not None or terms.pay_per is not None else None,
        }
    )
