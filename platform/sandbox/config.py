"""What the gateway must know: its account, the site it calls, and where it keeps its messages."""

import os
from dataclasses import dataclass

from base.settings import settings


@dataclass(frozen=True)
class Config:
    account_sid: str
    auth_token: str
    our_number: str
    public_url: str
    database: str = ":memory:"
    time_zone: str = "Asia/Shanghai"
    report_pause_seconds: float = 0.05
    # One attempt after each pause. Their sum bounds how long a text may still be on its way.
    attempt_pauses_seconds: tuple[float, ...] = (0.0, 0.5, 2.0, 5.0)


def from_environment() -> Config:
    ours = settings()
    return Config(
        account_sid=ours.sms_account_sid,
        auth_token=ours.sms_auth_token,
        our_number=ours.sms_from,
        public_url=ours.public_url,
        database=os.environ.get("SANDBOX_DB", ":memory:"),
        time_zone=ours.tz_city,
    )
