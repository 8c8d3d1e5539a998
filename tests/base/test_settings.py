from pathlib import Path

import pytest

from base.settings import SettingError, read_settings

GOOD = {
    "DATABASE_URL": "postgresql://wish:secret@127.0.0.1:5432/wish",
    "REDIS_URL": "redis://:secret@127.0.0.1:6379/0",
    "PUBLIC_URL": "https://wish.example/",
    "SMS_API_BASE": "https://gateway.example/",
    "SMS_ACCOUNT_SID": "AC" + "0" * 32,
    "SMS_AUTH_TOKEN": "t" * 32,
    "SMS_FROM": "+861069000012",
    "SECRET_KEY": "k" * 32,
}


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TZ_CITY", "SMS_SIGNATURE_TEXT", "DISPATCH", "ASK_AT_ONCE", "SMS_TIMEOUT_SECONDS", *(f"{name}_FILE" for name in GOOD)):
        monkeypatch.delenv(name, raising=False)
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)


def test_reads_what_is_set_and_fills_the_rest() -> None:
    read = read_settings()
    assert read.database_url == GOOD["DATABASE_URL"]
    assert (read.tz_city, read.sms_signature_text, read.ask_at_once) == ("Asia/Shanghai", "【亮灯】", 10)


def test_takes_the_slash_from_the_end_of_an_address() -> None:
    assert read_settings().public_url == "https://wish.example"
    assert read_settings().sms_api_base == "https://gateway.example"


@pytest.mark.parametrize("name", GOOD)
def test_says_which_setting_is_missing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(name)
    with pytest.raises(SettingError, match=f"^{name}: is not set; expected .+$"):
        read_settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://localhost/wish"),
        ("DATABASE_URL", ""),
        ("DATABASE_URL", "postgresql://host:port/wish"),
        ("REDIS_URL", "localhost:6379"),
        ("PUBLIC_URL", "wish.example"),
        ("PUBLIC_URL", "https://wish.example/site"),
        ("PUBLIC_URL", "https://[wish.example"),
        ("SMS_API_BASE", "ftp://gateway.example"),
        ("SMS_ACCOUNT_SID", "AC/../x"),
        ("SMS_FROM", "+86 (10) 69"),
        ("SMS_SIGNATURE_TEXT", "【亮\n灯】"),
        ("TZ_CITY", "Asia/Xianning"),
        ("TZ_CITY", "../etc/passwd"),
        ("TZ_CITY", ""),
        ("SECRET_KEY", "short"),
        ("ASK_AT_ONCE", "three"),
        ("ASK_AT_ONCE", "0"),
        ("ASK_IN_ALL", "2.5"),
        ("DISPATCH", "shout"),
        ("SMS_TIMEOUT_SECONDS", "nan"),
        ("SMS_TIMEOUT_SECONDS", "1000"),
    ],
)
def test_a_wrong_value_is_one_clear_line(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=rf"^{name}: the value is wrong; expected [^\n]+\Z"):
        read_settings()


def test_never_shows_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://wish:hunter2@localhost/wish")
    with pytest.raises(SettingError) as error:
        read_settings()
    assert "hunter2" not in str(error.value)


def test_a_secret_may_stand_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "key").write_text("f" * 40 + "\n")
    monkeypatch.setenv("SECRET_KEY_FILE", str(tmp_path / "key"))
    assert read_settings().secret_key == "f" * 40


def test_says_which_file_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY_FILE", str(tmp_path / "none"))
    with pytest.raises(SettingError, match=r"^SECRET_KEY_FILE: cannot be read"):
        read_settings()
