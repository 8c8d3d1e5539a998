"""Days and hours as the city's clock and the reader's language write them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_timedelta

from base.clock import now
from base.settings import settings
from web.i18n import LOCALES

DAY = {"zh-CN": "M月d日 EEE", "en": "EEE d MMM"}
MOMENT = {"zh-CN": "M月d日 HH:mm", "en": "d MMM, HH:mm"}


def moment(at: datetime, language: str) -> str:
    return format_datetime(at, MOMENT[language], tzinfo=ZoneInfo(settings().tz_city), locale=LOCALES[language])


def day(day: date, language: str) -> str:
    return format_date(day, DAY[language], locale=LOCALES[language])


def since(at: datetime, language: str) -> str:
    """How long ago, in one unit: 3 天, 2 hours."""
    return format_timedelta(max(now() - at, now() - now()), threshold=1, granularity="minute", locale=LOCALES[language])
