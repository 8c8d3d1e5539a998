"""What is compared: names, and the settings under which each lives through the same days."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from base.settings import SettingError, Settings, read_settings
from base.words import Words
from commands.speech import Refusal

# Where the simulated city lives is none of a policy's business, nor is anything that leaves the machine.
OURS = frozenset({"DATABASE_URL", "REDIS_URL", "PUBLIC_URL", "SMS_API_BASE", "SMS_ACCOUNT_SID", "SMS_AUTH_TOKEN", "SMS_FROM", "SECRET_KEY"})
SETTINGS = frozenset(each.name.upper() for each in fields(Settings)) - OURS
NOWHERE = {
    "DATABASE_URL": "postgresql://nowhere", "REDIS_URL": "redis://nowhere", "PUBLIC_URL": "http://127.0.0.1:8000",
    "SMS_API_BASE": "http://127.0.0.1:8001", "SMS_ACCOUNT_SID": "AC" + "0" * 32, "SMS_AUTH_TOKEN": "0" * 32,
    "SMS_FROM": "+861069000000", "SECRET_KEY": "0" * 32,
}  # fmt: skip
OWN = Words("自定的设置", "settings of one's own")
NAME = re.compile(r"[\w-]{1,16}")


@dataclass(frozen=True)
class Policy:
    name: str
    label: Words
    what: Words
    settings: Mapping[str, str]


def _way(name: str, label: Words, what: Words) -> Policy:
    return Policy(name, label, what, {"DISPATCH": name})


NOW = Policy("now", Words("现行设置", "as it is"), Words("照现在的设置", "with the settings as they are"), {})
WAYS = (
    _way(
        "priced", Words("按价唤人", "priced"),
        Words("问够为止，常被打扰的人更贵，等久了再放宽", "just enough people; the often asked cost more, and less as a wish waits"),
    ),
    _way("waves", Words("小批", "small waves"), Words("每批少问几个，隔一会儿再问下一批", "a few at a time, then a pause")),
    _way("one_by_one", Words("逐个问", "one by one"), Words("一次只问一个人", "one person at a time")),
    _way("near_first", Words("先近后远", "near first"), Words("先问近处的人，再问所有人", "those near first, then everybody")),
    _way("broadcast", Words("群发", "broadcast"), Words("一次问遍所有人", "everybody at once")),
)  # fmt: skip
KNOWN = {policy.name: policy for policy in (NOW, *WAYS)}


def policies(written: Sequence[str]) -> list[Policy]:
    """priced · mine:ASK_AT_ONCE=5,ASK_IN_ALL=30 · several; when none is named, every way to ask."""
    chosen = [_read(each) for each in written] or list(WAYS)
    names = [policy.name for policy in chosen]
    if len(set(names)) < len(names):
        raise Refusal("两个方案同名，请换一个名字", "two policies have the same name; give one of them another")
    for policy in chosen:
        _check(policy)
    return chosen


def _read(written: str) -> Policy:
    name, colon, settings = written.partition(":")
    if not colon:
        if name not in KNOWN:
            raise Refusal(
                f"没有“{name}”这个方案，可选：{'、'.join(KNOWN)}，或 NAME:SETTING=VALUE",
                f"there is no policy {name}; there are {', '.join(KNOWN)}, and NAME:SETTING=VALUE",
            )
        return KNOWN[name]
    if not NAME.fullmatch(name):
        raise Refusal("方案名最多十六个字，只用字母、数字、汉字和横线", "a policy's name has at most 16 letters, digits and dashes")
    return Policy(name, Words(name, name), OWN, dict(_setting(each) for each in settings.split(",")))


def _setting(written: str) -> tuple[str, str]:
    name, equals, value = (part.strip() for part in written.partition("="))
    if not equals or name not in SETTINGS:
        raise Refusal(
            f"没有“{name}”这项设置，可改：{'、'.join(sorted(SETTINGS))}",
            f"there is no setting {name} to change; there are {', '.join(sorted(SETTINGS))}",
        )
    return name, value


def _check(policy: Policy) -> None:
    outside = dict(os.environ)
    try:
        os.environ |= surroundings(policy, outside)
        read_settings()
    except SettingError as error:
        raise Refusal(f"方案“{policy.name}”的设置有误：", f"policy {policy.name}: {error}") from None
    finally:
        os.environ.clear()
        os.environ |= outside


def surroundings(policy: Policy, outside: Mapping[str, str]) -> dict[str, str]:
    """The environment of a run: the city's own settings, those of the policy, and nothing by which the city could be reached."""
    kept = {name: value for name, value in outside.items() if name.removesuffix("_FILE") not in OURS | policy.settings.keys()}
    return {**kept, **NOWHERE, **policy.settings}
