"""Everything that a city sets. Each NAME also works as NAME_FILE, for secrets that stand in files."""

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, field, fields
from datetime import time
from functools import cache
from typing import Any
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from environs import EnvNotSetError, EnvValidationError, FileAwareEnv, ValidationError, validate

type_readers: dict[object, Callable[[FileAwareEnv], Any]] = {
    str: lambda env: env.str,
    int: lambda env: env.int,
    float: lambda env: env.float,
    bool: lambda env: env.bool,
}


WAYS_TO_ASK = ("priced", "waves", "one_by_one", "near_first", "broadcast")


class SettingError(Exception):
    """One line: the setting, what is wrong with it, what is expected."""


def _setting(expected: str, check: Callable[[Any], Any], default: Any = MISSING) -> Any:
    return field(default=default, metadata={"expected": expected, "check": check})


def _number(default: float, least: float, most: float) -> Any:
    kind = "a whole number" if isinstance(default, int) else "a number"
    return _setting(f"{kind} from {least:g} to {most:g}", validate.Range(least, most), default)


def _split(value: str, *schemes: str) -> SplitResult:
    try:
        address = urlsplit(value)
        complete = address.scheme in schemes and address.hostname and address.port != 0
    except ValueError:
        complete = False
    if not complete:
        raise ValidationError("not such an address")
    return address


def _is_site(value: str) -> None:
    address = _split(value, "http", "https")
    if address.path.strip("/") or address.query or address.fragment or address.username:
        raise ValidationError("more than a site")


def _is_zone(value: str) -> None:
    try:
        ZoneInfo(value)
    except (KeyError, OSError, ValueError) as error:
        raise ValidationError("unknown") from error


def _is_hour(value: str) -> None:
    try:
        time.fromisoformat(value)
    except ValueError as error:
        raise ValidationError("not a time of day") from error


@dataclass(frozen=True)
class Settings:
    database_url: str = _setting(
        "a PostgreSQL address, such as postgresql://user:password@host:5432/liangdeng",
        lambda value: _split(value, "postgresql", "postgres"),
    )
    redis_url: str = _setting(
        "a Redis or Valkey address, such as redis://:password@host:6379/0",
        lambda value: _split(value, "redis", "rediss"),
    )
    public_url: str = _setting("the address of the site as people and the gateway reach it, such as https://wish.example", _is_site)
    sms_api_base: str = _setting(
        "the address of a Twilio-compatible gateway, such as https://gateway.example",
        lambda value: _split(value, "http", "https"),
    )
    sms_account_sid: str = _setting("the account at the gateway, such as AC and 32 hexadecimal digits", validate.Regexp(r"[\w-]{2,64}\Z"))
    sms_auth_token: str = _setting("the secret of the account, as the gateway gave it", validate.Length(1))
    sms_from: str = _setting("the number that sends, such as +861069000012", validate.Regexp(r"(\+?\d{3,15}|[A-Za-z0-9 ]{3,11})\Z"))
    secret_key: str = _setting("a secret of 32 characters or more", validate.Length(32))
    sms_signature_text: str = _setting("at most 20 characters, such as 【亮灯】", validate.Regexp(r"[^\n\r]{0,20}\Z"), "【亮灯】")
    tz_city: str = _setting("a time zone, such as Asia/Shanghai", _is_zone, "Asia/Shanghai")

    quiet_hours: bool = _setting("true or false: whether nobody is texted unasked from 21:00 to 8:00", lambda _: None, True)
    dispatch: str = _setting(f"one of {', '.join(WAYS_TO_ASK)}", validate.OneOf(WAYS_TO_ASK), "priced")
    ask_at_once: int = _number(10, 1, 100)
    ask_in_all: int = _number(60, 1, 1_000)
    ask_person_day: int = _number(3, 1, 50)
    ask_person_week: int = _number(8, 1, 200)
    volunteer_hours: int = _number(24, 1, 336)
    urgent_minutes: int = _number(120, 5, 1_440)
    steward_hours: int = _number(4, 1, 168)
    lottery_at: str = _setting("a time of day, such as 20:00: when the seal of the next morning's draw is published", _is_hour, "20:00")
    dawn_at: str = _setting("a time of day, such as 05:50: when the morning's listings are shared out", _is_hour, "05:50")
    keep_minutes: int = _number(40, 1, 720)
    sms_timeout_seconds: float = _number(10.0, 0.1, 60.0)
    sms_grace_seconds: int = _number(60, 1, 3_600)


@cache
def settings() -> Settings:
    return read_settings()


def read_settings(**known: Any) -> Settings:
    """Reads the environment, but for what is `known` without it."""
    env = FileAwareEnv(strip_whitespace=True)
    return Settings(**{each.name: known.get(each.name) or _read(env, each) for each in fields(Settings)})


def _read(env: FileAwareEnv, each: Field[Any]) -> Any:
    name, expected = each.name.upper(), each.metadata["expected"]
    default = ... if each.default is MISSING else each.default
    try:
        value = type_readers[each.type](env)(name, default, validate=each.metadata["check"])
    except EnvNotSetError:
        raise SettingError(f"{name}: is not set; expected {expected}") from None
    except EnvValidationError:
        raise SettingError(f"{name}: the value is wrong; expected {expected}") from None
    except ValueError:
        raise SettingError(f"{name}_FILE: cannot be read; expected the path of a text file with {expected}") from None
    return value.rstrip("/") if name in ("PUBLIC_URL", "SMS_API_BASE") else value
