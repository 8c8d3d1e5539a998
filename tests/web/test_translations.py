"""Every sentence of the site has its English."""

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

import web
from web.i18n import FOLDER

ROOT = Path(web.__file__).parent


@cache
def sentences() -> frozenset[str]:
    """All msgids of the code and the templates; of a plural its first form."""
    with (FOLDER / "babel.cfg").open() as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    found = extract_from_dir(ROOT, methods, options, keywords={"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)})
    return frozenset(first(message) for _, _, message, _, _ in found)


@cache
def english() -> Catalog:
    with (FOLDER / "en" / "LC_MESSAGES" / "messages.po").open("rb") as po:
        return read_po(po, locale="en")


def first(msgid: object) -> str:
    return str(msgid[0] if isinstance(msgid, tuple | list) else msgid)


def translations() -> dict[str, Message]:
    return {first(message.id): message for message in english() if message.id}


def test_there_are_sentences_to_translate() -> None:
    assert len(sentences()) > 100


def test_each_sentence_is_translated() -> None:
    done = {msgid for msgid, message in translations().items() if message.string and all(_forms(message))}
    assert sentences() - done == set()


def test_nothing_is_fuzzy_and_nothing_left_over() -> None:
    assert [message.id for message in english() if message.id and message.fuzzy] == []
    assert set(translations()) - sentences() == set()


def test_every_translation_keeps_the_places_of_its_values_and_holds_no_chinese() -> None:
    for msgid, message in translations().items():
        chinese = [form for form in _forms(message) if any("\u3400" <= character <= "\u9fff" for character in form)]
        assert (msgid, chinese, list(message.check(english()))) == (msgid, [], [])


def _forms(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, tuple | list) else (message.string or "",)
