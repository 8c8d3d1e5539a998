"""The words of the pages. The msgids are the Chinese sentences; English stands in a .po file, compiled in memory."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from base.words import LANGUAGES

FOLDER = Path(__file__).parent / "translations"
LOCALES = {"zh-CN": Locale("zh", "CN", "Hans"), "en": Locale("en")}


def N_(msgid: str) -> str:
    """Marks a sentence for translation where no reader is known yet."""
    return msgid


@cache
def catalogue(language: str) -> NullTranslations:
    if language == LANGUAGES[0]:
        return NullTranslations()
    with (FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as po:
        parsed = read_po(po, locale=language)
    compiled = BytesIO()
    write_mo(compiled, parsed)
    compiled.seek(0)
    return GNUTranslations(compiled)


def say(language: str, msgid: str, **values: Any) -> str:
    sentence = catalogue(language).gettext(msgid)
    return sentence % values if values else sentence
