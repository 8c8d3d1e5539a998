import pytest

from base.simplified import simplified
from inbox.normal import clean
from people.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("接27", "接27"),
        ("Y 27", "y 27"),
        ("客廳的燈壞了", "客厅的灯坏了"),
        ("接\u202e27\u200b", "接27"),
        ("  接 \t 27\n", "接 27"),
        ("①", "1"),
    ],
)
def test_every_spelling_becomes_one(written: str, plain: str) -> None:
    assert clean(written) == plain


def test_no_name_of_the_city_is_changed_on_the_way() -> None:
    gazetteer = Gazetteer.load()
    changed = [name for code in gazetteer.codes() if simplified(name := gazetteer.name(code)) != name]
    assert changed == []
